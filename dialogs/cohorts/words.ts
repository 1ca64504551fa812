import { markdownText } from '../cards/escape.ts'
import type { Shown, ShownRow } from './interestReport/disclosureRanges.ts'
import type { TableName } from './interestReport/interestTables.ts'

export const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One, two and three. */
export const listed = (items: readonly string[], last = 'and'): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`

/** A count as a manager sees it. */
export const shownInWords = (shown: Shown): string =>
  shown.kind === 'fewer' ? `fewer than ${shown.than}` : `about ${shown.count}`

export const TABLE_WORDS: Record<TableName, { by: string; every: string; other: string }> = {
  cohort: { by: 'By cohort', every: 'Every cohort', other: 'Every other cohort' },
  band: { by: 'By band', every: 'Every band', other: 'Every other band' },
  service: { by: 'By service', every: 'Every service', other: 'Every other service' },
}

/** The rows of a table that say something, and one for all that are hidden. */
export const rowsInWords = (name: TableName, rows: readonly ShownRow[]): { label: string; words: string }[] => {
  const told = ({ label, shown }: ShownRow) => ({ label: markdownText(label), words: shownInWords(shown) })
  const [hidden, ...more] = rows.filter(({ shown }) => shown.kind === 'fewer')
  const seen = rows.filter(({ shown }) => shown.kind === 'about').map(told)
  if (!hidden) return seen
  if (more.length === 0) return [...seen, told(hidden)]
  const { every, other } = TABLE_WORDS[name]
  return [...seen, { label: seen.length === 0 ? every : other, words: `${shownInWords(hidden.shown)} each` }]
}
