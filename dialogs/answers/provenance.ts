import type { Entry, Knowledge } from '../../knowledge/content/knowledge.ts'
import { dateInWords } from '../localTime.ts'
import type { Citation } from '../reply.ts'

/**
 * The source of an entry, in words and as Teams cites it: `Source: …, “Results” (NHS Employers, 8 January 2014). True at
 * the beginning of 2014.`; undefined for an entry without one.
 * @param cited the entry whose source was told last: of the same page and time, nothing is said twice
 */
export function provenance(
  entry: Entry,
  { sources }: Pick<Knowledge, 'sources'>,
  cited?: Entry,
): { line: string; citation: Citation } | undefined {
  if (!entry.source) return undefined
  const source = sources.get(entry.source)
  const title = source?.title ?? entry.source
  const published = source ? `${source.publisher}, ${dateInWords(source.date)}` : entry.source
  const asOf = entry.asOf ? `True at ${dateInWords(entry.asOf)}` : 'Not dated'
  const isSame = source && cited?.source === entry.source && cited.asOf === entry.asOf
  return {
    line: isSame
      ? `Same page, ${dateInWords(source.date).replace(/^\d+ /, '')}.`
      : `Source: ${title}, “${entry.section}” (${published}). ${asOf}.`,
    citation: {
      name: title,
      abstract: `${entry.section}. ${published}. ${asOf}.`,
      ...(source?.url && { url: source.url }),
    },
  }
}
