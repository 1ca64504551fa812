import type { Knowledge } from '../content/knowledge.ts'

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu
/** What was taken out before stays as it is: `[name]`. */
const PIECE = /\[[a-z-]+\]|\S*@\S*|[\p{L}\p{N}][\p{L}\p{N}'’]*(?:[-_/.]?[\p{L}\p{N}'’]+)*/gu
const YEAR = /^(?:19|20)\d{2}s?$/
const SMALL = /^\d{1,2}(?:st|nd|rd|th)?$/
/** `3/4`, `b3-b4`: two bands. */
const BANDS = /^b?\d[-/]b?\d$/i
/** What a known word may end with beside itself. */
const ENDINGS = [/s$/, /es$/, /d$/, /ed$/, /ing$/, /ly$/]
/** A shorter word has too many neighbours to be a slip of one of them. */
const CORRECTED = 5

/**
 * Lets through only words that the content itself uses; any other word becomes `[word]`, or the word of the content that
 * it is one slip away from. So no name, address or number that the content does not hold can be in what is sent.
 * From phrasings a word counts when at least two use it, both in lower case: one alone may be an example's own.
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
  const neighbours = slips(known)

  const allowed = (word: string): string | undefined => {
    const bare = plain(word)
    if (known.has(bare) || YEAR.test(bare) || SMALL.test(bare) || BANDS.test(bare) || inflected(bare, known))
      return word
    return bare.length >= CORRECTED && !/\d/.test(bare) ? neighbours(bare) : undefined
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

/** `improving` of `improve`, `handovers` of `handover`. */
const inflected = (word: string, known: ReadonlySet<string>): boolean =>
  word.length >= CORRECTED &&
  ENDINGS.some((ending) => {
    const stem = word.replace(ending, '')
    return stem !== word && stem.length >= CORRECTED - 1 && (known.has(stem) || known.has(`${stem}e`))
  })

const plain = (word: string): string => word.toLowerCase().replace(/[’]/g, "'").replace(/'s?$/, '')
const wordsIn = (text: string): string[] => (text.match(WORD) ?? []).map(plain)

/** The known word that one letter lost, added or changed, or two swapped, turns a word into; the first by the alphabet. */
function slips(known: ReadonlySet<string>): (word: string) => string | undefined {
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
