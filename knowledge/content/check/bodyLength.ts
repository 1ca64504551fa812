import { lineInFile, type Rule } from './content.ts'
import { plainBlocks } from './plainText.ts'

/** Words that an answer, or a "not stated", may have: fewer say too little, and more are not read to the end. */
const WORDS = { least: 15, most: 60 }

/** An answer, or a "not stated", of fewer or more words than are read; between 25 and 45 is best. */
export const bodyLength: Rule = (content) =>
  [...content.entries.values()].flatMap((entry) => {
    if (entry.kind !== 'answer' && entry.kind !== 'not-stated') return []
    const count = wordsIn(entry.body)
    if (count >= WORDS.least && count <= WORDS.most) return []
    return [
      {
        file: entry.file,
        line: lineInFile(content, entry, 0),
        what: `The text has ${count} words`,
        cure: `Tell it in ${WORDS.least} to ${WORDS.most}, best in 25 to 45`,
      },
    ]
  })

/** The words of Markdown, without its marks. */
export const wordsIn = (body: string): number =>
  plainBlocks(body)
    .flat()
    .flatMap(({ text }) => text.split(/\s+/))
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
