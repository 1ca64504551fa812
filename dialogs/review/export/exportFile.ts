import { stringify } from 'csv-stringify/sync'
import writeXlsx from 'write-excel-file/node'
import type { Interest } from '../../interest/interest.ts'
import { MANAGER_KNOWS, managerOf, type Wording } from '../wording.ts'

export type ExportFormat = 'csv' | 'xlsx'

export const CONTENT_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** What a cell of Excel holds at most. */
const LONGEST = 32_000
/** What begins a formula in a spreadsheet, also after spaces, and in its wide forms. */
const FORMULA = /^[\s\uFEFF]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/

/** A text as XML can hold it, and a spreadsheet does not take for a formula. */
const harmless = (text: string): string => {
  const plain = text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .slice(0, LONGEST)
  return FORMULA.test(plain) ? `'${plain}` : plain
}

/** UTF-8 with a byte order mark, by which Excel reads it as such; formulas made harmless. */
const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    stringify(
      rows.map((row) => row.map(harmless)),
      { bom: true, escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
    ),
  )

const xlsxOf = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeXlsx(
    rows.map((row, i) =>
      row.map((cell) => ({
        value: harmless(cell),
        type: String,
        ...(i === 0 ? { fontWeight: 'bold' as const } : {}),
      })),
    ),
    { sheet: 'Interest', stickyRowsCount: 1 },
  ).toBuffer()

/** The table as a file. Every cell is text; none is a formula. */
export const fileOf = (format: ExportFormat, rows: readonly (readonly string[])[]): Promise<Buffer> =>
  format === 'csv' ? Promise.resolve(csvOf(rows)) : xlsxOf(rows)

interface Column {
  title: string
  value: (interest: Interest, wording: Wording) => string
}

const enteredWords = ({ entered }: Interest, { received }: Wording): string =>
  entered ? `By ${received(entered)}, entered by ${entered.by.name}` : 'By the person'

/** What a file holds, in plain words. */
const COLUMNS: readonly Column[] = [
  { title: 'Reference', value: ({ reference }) => reference },
  { title: 'Name', value: ({ name }) => name },
  { title: 'Work e-mail', value: ({ email }) => email },
  { title: 'Band', value: ({ band }) => `Band ${band}` },
  { title: 'Current role', value: ({ currentRole }) => currentRole },
  { title: 'Service or team', value: ({ service }) => service },
  { title: 'Base', value: ({ base }) => base },
  { title: 'Cohort', value: ({ cohortId }, { cohort }) => cohort(cohortId) },
  { title: 'Status', value: (interest, { status }) => status(interest.status) },
  { title: 'At this status since', value: ({ statusSince }, { day }) => day(statusSince) },
  { title: 'Who acts next', value: (interest, { next }) => next(interest.status) },
  { title: 'Registered on', value: ({ createdAt }, { day }) => day(createdAt) },
  { title: 'How it came in', value: enteredWords },
  { title: 'Why interested', value: ({ why }) => why },
  { title: 'How to reach them', value: ({ reach }) => reach },
  { title: 'Manager knows and supports it', value: ({ managerKnows }) => MANAGER_KNOWS[managerKnows] },
  { title: 'Line manager', value: managerOf },
  { title: 'Asked to be told of changes', value: ({ tellMe }) => (tellMe ? 'Yes' : 'No') },
  { title: 'Assigned to', value: ({ assignee }) => assignee?.name ?? 'Nobody' },
]

/** The header and one row for each interest. */
export const tableOf = (interests: readonly Interest[], wording: Wording): string[][] => [
  COLUMNS.map(({ title }) => title),
  ...interests.map((interest) => COLUMNS.map(({ value }) => value(interest, wording))),
]
