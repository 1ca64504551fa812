import type { SQLInputValue } from 'node:sqlite'
import type { InterestFilter } from '../../../dialogs/interest/interestFilter.ts'
import { searchWords } from '../../../dialogs/reading/fold.ts'
import { wordsBetween } from './dayWords.ts'
import { facet, PLACES, placeOf } from './interestRow.ts'

export interface InterestQuery {
  /** FROM and WHERE; the table is i, and `position` orders it. */
  from: string
  position: string
  values: SQLInputValue[]
}

const anyOf = (kind: Parameters<typeof facet>[0], values: readonly string[] | undefined): string[] => {
  if (!values) return []
  return [`{facets} : (${values.map((value) => `"${facet(kind, value)}"`).join(' OR ')})`]
}

const allWords = (column: string, text: string | undefined): string[] =>
  searchWords(text ?? '').map((word) => `{${column}} : "${word}" *`)

const registered = ({ registeredFrom, registeredTo }: InterestFilter, held: Registered): string[] => {
  if (registeredFrom === undefined && registeredTo === undefined) return []
  const from = registeredFrom && registeredFrom > held.first ? registeredFrom : held.first
  const to = registeredTo && registeredTo < held.last ? registeredTo : held.last
  const words = wordsBetween(from, to).map((word) => `"${word}"`)
  return [`{facets} : (${words.length > 0 ? words.join(' OR ') : '"never"'})`]
}

const matchOf = (filter: InterestFilter, held: () => Registered): string =>
  [
    ...registered(filter, filter.registeredFrom || filter.registeredTo ? held() : { first: '', last: '' }),
    ...anyOf('cohort', filter.cohortIds),
    ...anyOf('band', filter.bands),
    ...anyOf('status', filter.statuses),
    ...anyOf('assignee', filter.assignee === undefined ? undefined : [filter.assignee ?? '']),
    ...allWords('name', filter.name),
    ...allWords('service', filter.service),
    ...allWords('base', filter.base),
    ...allWords('manager', filter.manager),
    ...allWords('team', filter.team),
    ...allWords('role', filter.role),
    ...allWords('assignee', filter.assigneeName),
    ...anyOf('knows', filter.managerKnows && [filter.managerKnows]),
  ].join(' AND ')

/** Whether a list of exact values leaves nothing to find. */
export const findsNothing = (filter: InterestFilter): boolean =>
  [filter.cohortIds, filter.bands, filter.statuses].some((values) => values?.length === 0)

/** When the first and the last of those held were registered. */
export interface Registered {
  first: string
  last: string
}

const JOIN = ' JOIN interest i ON i.place = w.rowid'

/**
 * The filter as SQL: one question to the search index, which answers in the order of the work list.
 * @param counting whether only the number of rows is asked, for which the index alone may do
 * @param held asked only when the filter says when they were registered
 */
export const interestQuery = (
  filter: InterestFilter,
  held: () => Registered,
  { after, counting = false }: { after?: { place: number; order: 'oldest' | 'newest' }; counting?: boolean } = {},
): InterestQuery => {
  const match = matchOf(filter, held)
  const position = match ? 'w.rowid' : 'i.place'
  const conditions: string[] = []
  const values: SQLInputValue[] = []
  const also = (condition: string, ...given: SQLInputValue[]): void => {
    conditions.push(condition)
    values.push(...given)
  }
  if (match) also('interest_words MATCH ?', match)
  if (after) also(`${position} ${after.order === 'oldest' ? '>' : '<'} ?`, after.place)
  if (filter.statusSinceFrom) also(`${position} >= ?`, placeOf(filter.statusSinceFrom))
  if (filter.statusSinceTo) {
    also(`${position} < ?`, placeOf(filter.statusSinceTo) + 2 * PLACES)
    also('i.status_since <= ?', filter.statusSinceTo)
  }
  if (filter.registeredFrom) also('+i.registered_at >= ?', filter.registeredFrom)
  if (filter.registeredTo) also('+i.registered_at <= ?', filter.registeredTo)
  const joined = counting && !conditions.some((condition) => condition.includes('i.')) ? '' : JOIN
  const table = match ? `interest_words w${joined}` : 'interest i'
  return { from: `FROM ${table}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`, position, values }
}

/** To count by nothing but when they were registered, for which there is an index of its own. */
export const registeredOnly = ({
  registeredFrom = '',
  registeredTo = '9999',
  ...rest
}: InterestFilter): Pick<InterestQuery, 'from' | 'values'> | undefined =>
  Object.values(rest).some((part) => part !== undefined)
    ? undefined
    : { from: 'FROM interest i WHERE i.registered_at BETWEEN ? AND ?', values: [registeredFrom, registeredTo] }
