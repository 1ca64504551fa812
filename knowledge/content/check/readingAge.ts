import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { type Content, lineInFile, type Rule } from './content.ts'
import { plainBlocks } from './plainText.ts'

/**
 * The reading age from which a text is called hard. The target is 9 to 11, yet in two or three sentences a single long
 * word moves the measure by years, so that plain ones reach 14.
 */
const HARD = 15
/** A United States school grade, which is what Flesch-Kincaid gives, is a child's age less five. */
const AGE_AT_GRADE_0 = 5

const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' })
const words = new Intl.Segmenter('en-GB', { granularity: 'word' })

/**
 * A text that is hard to read: the Flesch-Kincaid grade of its sentences without Markdown, as an age, over 15. The words
 * of a name that cannot be put more simply (the trust's terms of two words or more, the
 * trust, the programme, its contacts and the titles of its sources) count as words of one syllable.
 */
export const readingAge: Rule = (content) => {
  const terms = termsOf(content)
  return [...content.entries.values()].flatMap((entry) => {
    const age = readingAgeOf(entry.body, terms)
    if (!(age > HARD)) return []
    return [
      {
        file: entry.file,
        line: lineInFile(content, entry, 0),
        what: `The text has a reading age of ${age.toFixed(1)}, over ${HARD}`,
        cure: 'Shorten the sentences, and use plainer words',
      },
    ]
  })
}

/**
 * @param body Markdown
 * @param terms words and names that count as simple
 * @returns the age at which it is read with ease, or NaN where there is no sentence
 */
export function readingAgeOf(body: string, terms: RegExp): number {
  const counts = { sentence: 0, word: 0, syllable: 0 }
  for (const block of plainBlocks(body.replace(/\{\{.*?\}\}/g, 'us'))) {
    const text = block.map((line) => line.text).join(' ')
    for (const { segment } of sentences.segment(text)) {
      const simple = segment.replace(terms, (term) => term.replace(/\S+/g, 'word'))
      const spoken = [...words.segment(simple)].filter(({ isWordLike }) => isWordLike)
      if (spoken.length > 0) counts.sentence++
      counts.word += spoken.length
      for (const word of spoken) counts.syllable += Math.max(1, syllable(word.segment))
    }
  }
  return fleschKincaid(counts) + AGE_AT_GRADE_0
}

/** Finds any of the names and terms that count as simple, in the plural too. */
function termsOf({ language, programme, sources }: Content): RegExp {
  const names = [
    ...language.terms.map(({ term }) => term).filter((term) => term.includes(' ')),
    programme.trust.name,
    programme.programme.name.replace(/ programme$/i, ''),
    ...programme.contacts.flatMap(({ name, jobTitle }) => [name, jobTitle]),
    ...[...sources.values()].map(({ title }) => title),
  ]
  const longestFirst = names.sort((a, b) => b.length - a.length).map((name) => RegExp.escape(name))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})s?(?![\\p{L}\\p{N}])`, 'giu')
}
