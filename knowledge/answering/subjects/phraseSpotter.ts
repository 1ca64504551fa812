import { stem } from '../../matching/stem.ts'
import { tokens } from '../../matching/text.ts'

/** A word of a message by its stem, and whether it says something by itself. */
export interface Stem {
  stem: string
  says: boolean
}

/** A phrase found in a message. */
export interface Spotted<K> {
  id: K
  /** The places of its words in the message. */
  at: readonly number[]
}

/** The stems of a text in their order; a function word says nothing by itself. */
export const stemsOf = (text: string, functionWords: ReadonlySet<string>): Stem[] =>
  tokens(text).map((word) => ({ stem: stem(word), says: !functionWords.has(word) }))

/** A phrase as it is looked for. */
interface Pattern<K> {
  id: K
  stems: readonly string[]
  /** The stems that say something. */
  saying: readonly string[]
  /** Whether function words may stand between. */
  hasGaps: boolean
  /** Whether it is found only where no other word says anything. */
  isAlone: boolean
}

/**
 * Spots the phrases of a lexicon in messages by their stems: as they are written, or in short, without their function words
 * and whatever others stand between. A short form is that of the id whose phrase is shortest; one of a single word is
 * spotted only where no other word of the message says anything.
 * @param lexicon the phrases of each id, which may be any value; a phrase of function words alone is spotted as a whole message
 * @returns message → the phrases in it, the one that says most first, none inside another
 */
export function phraseSpotter<K>(
  lexicon: readonly { id: K; phrases: readonly string[] }[],
  functionWords: ReadonlySet<string>,
): (message: readonly Stem[]) => Spotted<K>[] {
  const written = lexicon.flatMap(({ id, phrases }) =>
    phrases.map((phrase): Pattern<K> => {
      const all = stemsOf(phrase, functionWords)
      const saying = all.filter(({ says }) => says).map(({ stem: one }) => one)
      return { id, stems: all.map(({ stem: one }) => one), saying, hasGaps: false, isAlone: saying.length === 0 }
    }),
  )
  const short = [...Map.groupBy(written, ({ saying }) => saying.join(' ')).values()].flatMap((same) => {
    const fewest = Math.min(...same.map(({ stems }) => stems.length))
    return same
      .filter(({ stems, saying }) => stems.length === fewest && saying.length > 0)
      .map(({ id, saying }): Pattern<K> => {
        return { id, stems: saying, saying, hasGaps: true, isAlone: saying.length === 1 && fewest > 1 }
      })
  })
  const withFunctionWords = written.filter(({ stems, saying }) => stems.length > saying.length)
  const byFirst = Map.groupBy([...withFunctionWords, ...short], ({ stems: [first] }) => first)

  /** The places of a pattern's stems from this place on. */
  const placesOf = (message: readonly Stem[], from: number, pattern: Pattern<K>): number[] | undefined => {
    const places: number[] = []
    let next = from
    for (const wanted of pattern.stems) {
      const mayPass = pattern.hasGaps && places.length > 0
      while (mayPass && message[next] && message[next]?.stem !== wanted && !message[next]?.says) next += 1
      if (message[next]?.stem !== wanted) return undefined
      places.push(next++)
    }
    const isOther = ({ says }: Stem, i: number): boolean => !places.includes(i) && (says || pattern.saying.length === 0)
    return pattern.isAlone && message.some(isOther) ? undefined : places
  }

  return (message) => {
    const found = message.flatMap(({ stem: first }, from) =>
      (byFirst.get(first) ?? []).flatMap((pattern) => {
        const at = placesOf(message, from, pattern)
        return at ? [{ ...pattern, at }] : []
      }),
    )
    const taken = new Set<number>()
    const kept = new Set<string>()
    return found
      .sort((a, b) => b.saying.length - a.saying.length || b.at.length - a.at.length)
      .filter(({ at }) => {
        if (at.some((place) => taken.has(place))) return kept.has(at.join())
        for (const place of at) taken.add(place)
        kept.add(at.join())
        return true
      })
      .map(({ id, at }) => ({ id, at }))
  }
}
