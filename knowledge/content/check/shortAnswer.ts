import { lineInFile, type Rule } from './content.ts'
import { opensInBold } from './plainText.ts'

/** An answer, or a "not stated", that does not open with its short answer in bold. */
export const shortAnswer: Rule = (content) =>
  [...content.entries.values()]
    .filter(({ kind, body }) => (kind === 'answer' || kind === 'not-stated') && !opensInBold(body))
    .map((entry) => ({
      file: entry.file,
      line: lineInFile(content, entry, 0),
      what: 'The text does not open with a bold sentence',
      cure: 'Put the short answer first, between two pairs of asterisks: **Like this.**',
    }))
