import { SymSpell } from 'mnemonist'
import { type Normalise, tokens, WORD, wordsOf } from './text.ts'

const SHORTEST = 4
const LONG = 7

/**
 * Corrects the typing slips of a message towards the words that the phrasings use, and leaves every word that they know.
 * A word of 4 to 6 letters may differ by one slip, a longer one by two; its first letter stands
 * (Garbe, SymSpell, symmetric delete spelling correction, 2012).
 * @param texts phrasings: the vocabulary
 * @returns text → text, the words that stand as they were typed
 */
export function speller(texts: readonly string[]): Normalise {
  const counts = new Map<string, number>()
  for (const text of texts) for (const word of tokens(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const index = new SymSpell({ maxDistance: 2, verbosity: 2 })
  for (const [word, count] of counts) if (count > 1 && word.length >= SHORTEST) index.add(word)
  const correct = (word: string): string => {
    if (word.length < SHORTEST || counts.has(word) || /\d/.test(word)) return word
    const near = index
      .search(word)
      .filter(({ term, distance }) => term[0] === word[0] && distance <= (word.length < LONG ? 1 : 2))
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
