import type { Fault } from '../fault.ts'
import type { Rule } from './content.ts'
import { type Phrasing, phrasingsOf } from './phrasings.ts'

/** From this share of common words on, two phrasings are taken for one: so they have nine words or more, or the same ones. */
const SAME_WORDS = 0.9

/**
 * Phrasings that cannot be told apart. Within one entry or action: two that differ in capitals and punctuation at most.
 * Across two of them, both put into the trust's terms: the same words in any order; or at least nine in ten of
 * the words in common; or, in three words or more, the same but for one letter wrong, missing, added or moved in one
 * word of five letters or more, its first letter aside. Short words and numbers must be the same, since a letter is all
 * that tells `page` from `wage`. An entry's question counts as a phrasing towards all the others.
 */
export const duplicatePhrasing: Rule = (content) => {
  const phrasings = phrasingsOf(content)
  const uses = new Map<string, number>()
  for (const word of phrasings.flatMap(({ words }) => words)) uses.set(word, (uses.get(word) ?? 0) + 1)
  const rarestFirst = (a: string, b: string) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0) || (a < b ? -1 : 1)

  const seen = new Map<string, Phrasing[]>()
  return phrasings.flatMap((phrasing) => {
    const keys = [...sameKeys(phrasing), ...typoKeys(phrasing), ...rareKeys(phrasing, rarestFirst)]
    const earlier = keys.flatMap((key) => seen.get(key)?.find((other) => isDuplicate(key, other, phrasing)) ?? []).at(0)
    for (const key of keys) {
      const bucket = seen.get(key)
      if (bucket) bucket.push(phrasing)
      else seen.set(key, [phrasing])
    }
    return earlier ? [faultOf(phrasing, earlier)] : []
  })
}

const sameKeys = ({ bare, words }: Phrasing): string[] => [
  `bare ${bare}`,
  `words ${[...new Set(words)].sort().join(' ')}`,
]

const typoKeys = ({ words }: Phrasing): string[] =>
  words.length < 3
    ? []
    : words.flatMap((word, i) => lettersOut(word).map((w) => `typo ${words.with(i, `~${w}`).join(' ')}`))

/** A word as it is, and with each letter but its first left out: two words that share one of these are one letter apart. */
const lettersOut = (word: string): string[] =>
  /^\p{L}{5,}$/u.test(word)
    ? [word, ...Array.from(word.slice(1), (_, i) => word.slice(0, i + 1) + word.slice(i + 2))]
    : []

/** The rarest words, as many as two phrasings with nine in ten words in common cannot all differ in. */
function rareKeys({ words }: Phrasing, rarestFirst: (a: string, b: string) => number): string[] {
  const unique = [...new Set(words)].sort(rarestFirst)
  return unique.slice(0, unique.length - Math.ceil(SAME_WORDS * unique.length) + 1).map((word) => `rare ${word}`)
}

function isDuplicate(key: string, a: Phrasing, b: Phrasing): boolean {
  if (a.owner === b.owner) return a.bare === b.bare && !a.isQuestion && !b.isQuestion
  return !key.startsWith('rare') || shareMostWords(a, b)
}

function shareMostWords(a: Phrasing, b: Phrasing): boolean {
  const [some, others] = [new Set(a.words), new Set(b.words)]
  return some.intersection(others).size >= SAME_WORDS * some.union(others).size
}

const faultOf = (phrasing: Phrasing, earlier: Phrasing): Fault => {
  const within = phrasing.owner === earlier.owner
  const where = within ? `line ${earlier.line}` : `${earlier.file}:${earlier.line}`
  return {
    file: phrasing.file,
    line: phrasing.line,
    what: `"${phrasing.written}" says the same as "${earlier.written}" in ${where}`,
    cure: within ? 'Take one of them out' : `Keep it in ${phrasing.owner} or in ${earlier.owner}, or reword one`,
  }
}
