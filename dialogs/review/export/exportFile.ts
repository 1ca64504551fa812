import { stringify } from 'csv-stringify/sync'
import writeXlsx from 'write-excel-file/node'

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
