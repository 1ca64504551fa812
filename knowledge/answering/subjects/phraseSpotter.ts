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

/** A phrase as it is looked for: its stems as they were written, or those that say something, with function words between. */
interface Pattern<K> {
  id: K
  stems: readonly string[]
  /** The stems that say something. */
  saying: readonly string[]
  isWritten: boolean
}

/**
 * Spots the phrases of a lexicon in messages by their stems: as they are written or, where two or more of their words say
 * something, with other function words between those or none. Such a short form is that of the id whose phrase is shortest.
 * @param lexicon the phrases of each id, which may be any value; a phrase of function words alone is spotted as a whole message
 * @returns message → the phrases in it, the one that says most first, none inside another
 */
export function phraseSpotter<K>(
  lexicon: readonly { id: K; phrases: readonly string[] }[],
  functionWords: ReadonlySet<string>,
): (message: readonly Stem[]) => Spotted<K>[] {
  const written = lexicon.flatMap(({ id, phrases }) =>
    phrases.map((phrase): Pattern<K> => {
      const stems = stemsOf(phrase, functionWords)
      const saying = stems.filter(({ says }) => says)
      return {
        id,
        stems: stems.map(({ stem: one }) => one),
        saying: saying.map(({ stem: one }) => one),
        isWritten: true,
      }
    }),
  )
  const several = written.filter((one) => one.saying.length > 1)
  const shortened = [...Map.groupBy(several, (one) => one.saying.join(' ')).values()].flatMap((same) => {
    const fewest = Math.min(...same.map(({ stems }) => stems.length))
    return same
      .filter(({ stems }) => stems.length === fewest)
      .map((one): Pattern<K> => ({ ...one, stems: one.saying, isWritten: false }))
  })
  const byFirst = Map.groupBy([...written, ...shortened], ({ stems: [first] }) => first)

  /** The places of a pattern's stems from this place on. */
  const placesOf = (message: readonly Stem[], from: number, { stems, isWritten }: Pattern<K>): number[] | undefined => {
    const places: number[] = []
    let next = from
    for (const wanted of stems) {
      const mayPass = !isWritten && places.length > 0
      while (mayPass && message[next] && message[next]?.stem !== wanted && !message[next]?.says) next += 1
      if (message[next]?.stem !== wanted) return undefined
      places.push(next++)
    }
    return places
  }

  return (message) => {
    const found = message.flatMap(({ stem: first }, from) =>
      (byFirst.get(first) ?? []).flatMap((pattern) => {
        const at = placesOf(message, from, pattern)
        return at && (pattern.saying.length > 0 || at.length === message.length) ? [{ ...pattern, at }] : []
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
