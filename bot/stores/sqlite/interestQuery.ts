import type { SQLInputValue } from 'node:sqlite'
import type { InterestFilter } from '../../../dialogs/interest/interestFilter.ts'
import type { PageRequest } from '../../../dialogs/interest/interestStore.ts'
import { searchWords } from '../../../dialogs/reading/normalise.ts'

export interface InterestQuery {
  /** The WHERE clause; nothing when all are meant. */
  where: string
  values: SQLInputValue[]
}

/** Where a page ends, for the one after it. One of an older form begins the list anew. */
export const continuationAt = (row: Record<string, unknown>): string => `${row.status_since}~${row.place}`

/** The filter, and where the page begins, as a condition on columns that both indexes of the work list hold. */
export const interestQuery = (
  filter: InterestFilter,
  { continuation, order = 'oldest' }: Omit<PageRequest, 'limit'> = {},
): InterestQuery => {
  const conditions: string[] = []
  const values: SQLInputValue[] = []
  const also = (condition: string, ...given: SQLInputValue[]): void => {
    conditions.push(condition)
    values.push(...given)
  }
  const anyOf = (column: string, wanted: readonly string[] | undefined): void => {
    if (wanted) also(`${column} IN (${wanted.map(() => '?').join(', ')})`, ...wanted)
  }
  const words = (column: string, text: string | undefined): void => {
    for (const word of searchWords(text ?? '')) also(`instr(${column}, ?)`, ` ${word}`)
  }
  const bound = (column: string, sign: '<=' | '>=', moment: string | undefined): void => {
    if (moment !== undefined) also(`${column} ${sign} ?`, moment)
  }
  const [since, place] = continuation?.split('~') ?? []
  if (since !== undefined && place !== undefined) {
    also(`(status_since, place) ${order === 'oldest' ? '>' : '<'} (?, ?)`, since, Number(place))
  }
  bound('status_since', '<=', filter.statusSinceTo)
  bound('status_since', '>=', filter.statusSinceFrom)
  bound('registered_at', '>=', filter.registeredFrom)
  bound('registered_at', '<=', filter.registeredTo)
  anyOf('cohort_id', filter.cohortIds)
  anyOf('band', filter.bands)
  anyOf('status', filter.statuses)
  anyOf('assignee', filter.assignee === undefined ? undefined : [filter.assignee ?? ''])
  anyOf('manager_knows', filter.managerKnows && [filter.managerKnows])
  words('name_words', filter.name)
  words('service_words', filter.service)
  words('base_words', filter.base)
  words('manager_words', filter.manager)
  words('team_words', filter.team)
  words('role_words', filter.role)
  words('assignee_words', filter.assigneeName)
  return { where: conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '', values }
}
