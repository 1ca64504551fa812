import { SymSpell } from 'mnemonist'
import { type Normalise, tokens, WORD, wordsOf } from './text.ts'

/** How many slips a word of some letters may have. */
type Slips = (letters: number) => 0 | 1 | 2

/** Where nearly every word of the language of the place is known, an unknown one is a slip. */
const WIDE: Slips = (letters) => (letters < 4 ? 0 : letters < 7 ? 1 : 2)
/** Where many are not, it may be a word of its own. */
const NARROW: Slips = (letters) => (letters < 6 ? 0 : 1)
/** The share of unknown words up to which a vocabulary is wide. */
const FEW_UNKNOWN = 0.03

/**
 * Corrects the typing slips of a message towards the words that the phrasings use, and leaves every word that they know;
 * a word's first letter stands (Garbe, SymSpell, symmetric delete spelling correction, 2012). How freely, depends on how
 * likely the next word is to be one that was never used: the share of words used once (Good, The population frequencies
 * of species and the estimation of population parameters, 1953).
 * @param texts phrasings: the vocabulary
 * @returns text → text, the words that stand as they were typed
 */
export function speller(texts: readonly string[]): Normalise {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of tokens(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const slips = unknownShare([...counts.values()]) > FEW_UNKNOWN ? NARROW : WIDE
  const index = new SymSpell({ maxDistance: 2, verbosity: 2 })
  for (const [word, count] of counts) if (count > 1 && slips(word.length) > 0) index.add(word)
  const correct = (word: string): string => {
    const most = slips(word.length)
    if (most === 0 || counts.has(word) || /\d/.test(word)) return word
    const near = index
      .search(word)
      .filter(({ term, distance }) => term[0] === word[0] && distance <= most)
      .sort((a, b) => a.distance - b.distance || (counts.get(b.term) ?? 0) - (counts.get(a.term) ?? 0))
    return near[0]?.term ?? word
  }
  return (text) =>
    text.replace(WORD, (typed) => {
      const word = wordsOf(typed)
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
