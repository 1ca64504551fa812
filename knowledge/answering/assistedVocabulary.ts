import type { Knowledge } from '../content/knowledge.ts'

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu
/** A word, an e-mail address or an earlier mask such as `[name]`. */
const PIECE = /\[[a-z-]+\]|\S*@\S*|[\p{L}\p{N}][\p{L}\p{N}'’]*(?:[-_/.]?[\p{L}\p{N}'’]+)*/gu
const YEAR = /^(?:19|20)\d{2}s?$/
const SMALL = /^\d{1,2}(?:st|nd|rd|th)?$/
/** `3/4`, `b3-b4`: two bands. */
const BANDS = /^b?\d[-/]b?\d$/i
/** Endings of the inflected forms of a known word. */
const ENDINGS = [/s$/, /es$/, /d$/, /ed$/, /ing$/, /ly$/]
/** Letters from which a word is corrected; a shorter one has too many neighbours. */
const CORRECTED = 5

/**
 * Masks every word outside the content's vocabulary as `[word]`, or corrects it to the content's word one edit away. So
 * what is sent holds no name, address or number that the content does not hold. A word of phrasings is in the vocabulary
 * when at least two have it in lower case: one alone may hold a name.
 */
export function knownWordsOnly({
  entries,
  language,
  programme,
}: Pick<Knowledge, 'entries' | 'language' | 'programme'>): (text: string) => string {
  const curated = [...entries.values()].flatMap(({ question, body }) => [question, body])
  const place = [programme.trust.name, programme.trust.shortName, programme.programme.name]
  const people = programme.contacts.flatMap(({ name, jobTitle }) => [name, jobTitle])
  const terms = language.terms.flatMap(({ term, variants }) => [term, ...variants])
  const known = new Set([...curated, ...place, ...people, ...terms].flatMap(wordsIn))
  const seen = new Map<string, number>()
  for (const { phrasings } of entries.values())
    for (const phrasing of phrasings)
      for (const word of new Set(phrasing.match(WORD) ?? []))
        if (word === word.toLowerCase()) seen.set(plain(word), (seen.get(plain(word)) ?? 0) + 1)
  for (const [word, times] of seen) if (times > 1) known.add(word)
  const correct = singleEditCorrector(known)

  const allowed = (word: string): string | undefined => {
    const bare = plain(word)
    if (known.has(bare) || YEAR.test(bare) || SMALL.test(bare) || BANDS.test(bare) || isInflected(bare, known))
      return word
    return bare.length >= CORRECTED && !/\d/.test(bare) ? correct(bare) : undefined
  }
  return (text) =>
    text.replace(PIECE, (piece) => {
      if (piece.startsWith('[')) return piece
      const whole = piece.includes('@') ? undefined : allowed(piece)
      if (whole !== undefined) return whole
      const parts = piece.split(/([-_/.])/)
      const mixed = parts.length === 1 || piece.includes('@') || /\d/.test(piece)
      return mixed
        ? '[word]'
        : parts.map((part) => (/^[-_/.]$/.test(part) ? part : (allowed(part) ?? '[word]'))).join('')
    })
}

/** Whether a word is an inflected form of a known one: `improving` of `improve`, `handovers` of `handover`. */
const isInflected = (word: string, known: ReadonlySet<string>): boolean =>
  word.length >= CORRECTED &&
  ENDINGS.some((ending) => {
    const stem = word.replace(ending, '')
    return stem !== word && stem.length >= CORRECTED - 1 && (known.has(stem) || known.has(`${stem}e`))
  })

const plain = (word: string): string => word.toLowerCase().replace(/[’]/g, "'").replace(/'s?$/, '')
const wordsIn = (text: string): string[] => (text.match(WORD) ?? []).map(plain)

/** Corrects a word to the known one that is an insertion, deletion, substitution or transposition away, the first by the alphabet. */
function singleEditCorrector(known: ReadonlySet<string>): (word: string) => string | undefined {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  return (word) => {
    const cuts = Array.from({ length: word.length + 1 }, (_, i) => [word.slice(0, i), word.slice(i)] as const)
    return cuts
      .flatMap(([before, after]) => [
        before + after.slice(1),
        before + (after[1] ?? '') + (after[0] ?? '') + after.slice(2),
        ...letters.flatMap((letter) => [before + letter + after, before + letter + after.slice(1)]),
      ])
      .filter((near) => near.length >= CORRECTED - 1 && known.has(near))
      .sort()[0]
  }
}
