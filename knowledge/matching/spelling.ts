import { SymSpell } from 'mnemonist'
import { type Normalise, tokenString, tokens, WORD } from './text.ts'

/** The edit distance up to which a word of that many letters is corrected. */
type MaxEdits = (letters: number) => 0 | 1 | 2

/** For a vocabulary that covers nearly every word: an unknown one is most likely misspelt. */
const FREE: MaxEdits = (letters) => (letters < 4 ? 0 : letters < 7 ? 1 : 2)
/** For a vocabulary that many words are missing from: an unknown one may be correct. */
const CAREFUL: MaxEdits = (letters) => (letters < 6 ? 0 : 1)
/** The share of unknown words up to which correction is free. */
const FEW_UNKNOWN = 0.03

/**
 * Corrects unknown words of a message to words of the vocabulary with the same first letter (Garbe, SymSpell, symmetric
 * delete spelling correction, 2012). How freely depends on the probability that the next word is unknown, estimated by the
 * share of words that occur once (Good, The population frequencies of species and the estimation of population parameters,
 * 1953).
 * @param texts phrasings, whose words are the vocabulary
 * @returns text → text, in which uncorrected words stand as they were typed
 */
export function spellingCorrector(texts: readonly string[]): Normalise {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of tokens(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const maxEdits = unknownShare([...counts.values()]) > FEW_UNKNOWN ? CAREFUL : FREE
  const index = new SymSpell({ maxDistance: 2, verbosity: 2 })
  for (const [word, count] of counts) if (count > 1 && maxEdits(word.length) > 0) index.add(word)
  const correct = (word: string): string => {
    const most = maxEdits(word.length)
    if (most === 0 || counts.has(word) || /\d/.test(word)) return word
    const near = index
      .search(word)
      .filter(({ term, distance }) => term[0] === word[0] && distance <= most)
      .sort((a, b) => a.distance - b.distance || (counts.get(b.term) ?? 0) - (counts.get(a.term) ?? 0))
    return near[0]?.term ?? word
  }
  return (text) =>
    text.replace(WORD, (typed) => {
      const word = tokenString(typed)
      const corrected = correct(word)
      return corrected === word ? typed : corrected
    })
}

const unknownShare = (counts: readonly number[]): number =>
  counts.filter((count) => count === 1).length /
  Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  )
