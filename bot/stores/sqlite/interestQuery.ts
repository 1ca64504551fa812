import type { SQLInputValue } from 'node:sqlite'
import type { InterestFilter } from '../../../dialogs/interest/interestStore.ts'
import { searchWords } from '../../../dialogs/interest/words.ts'
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

const matchOf = (filter: InterestFilter): string =>
  [
    ...anyOf('cohort', filter.cohortIds),
    ...anyOf('band', filter.bands),
    ...anyOf('status', filter.statuses),
    ...anyOf('assignee', filter.assignee === undefined ? undefined : [filter.assignee ?? '']),
    ...allWords('name', filter.name),
    ...allWords('service', filter.service),
    ...allWords('base', filter.base),
    ...allWords('manager', filter.manager),
  ].join(' AND ')

/** Whether a list of exact values leaves nothing to find. */
export const findsNothing = (filter: InterestFilter): boolean =>
  [filter.cohortIds, filter.bands, filter.statuses].some((values) => values?.length === 0)

/**
 * The filter as SQL. Words and exact values are one question to the search index, which answers in the order of the
 * work list; only "registered since" is driven by its own index.
 */
export const interestQuery = (
  filter: InterestFilter,
  after?: { place: number; order: 'oldest' | 'newest' },
): InterestQuery => {
  const match = matchOf(filter)
  const recent = filter.registeredFrom !== undefined
  const position = match && !recent ? 'w.rowid' : 'i.place'
  const conditions: string[] = []
  const values: SQLInputValue[] = []
  const also = (condition: string, ...given: SQLInputValue[]): void => {
    conditions.push(condition)
    values.push(...given)
  }
  if (match && !recent) also('interest_words MATCH ?', match)
  if (match && recent) also('i.place IN (SELECT rowid FROM interest_words WHERE interest_words MATCH ?)', match)
  if (after) also(`${position} ${after.order === 'oldest' ? '>' : '<'} ?`, after.place)
  if (filter.statusSinceFrom) also(`${position} >= ?`, placeOf(filter.statusSinceFrom))
  if (filter.statusSinceTo) {
    also(`${position} < ?`, placeOf(filter.statusSinceTo) + 2 * PLACES)
    also('i.status_since <= ?', filter.statusSinceTo)
  }
  if (filter.registeredFrom) also('i.registered_at >= ?', filter.registeredFrom)
  if (filter.registeredTo) also(`${recent ? '' : '+'}i.registered_at <= ?`, filter.registeredTo)
  const table = match && !recent ? 'interest_words w JOIN interest i ON i.place = w.rowid' : 'interest i'
  return { from: `FROM ${table}${conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''}`, position, values }
}
