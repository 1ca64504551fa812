import { stem } from '../../matching/stem.ts'
import { tokens } from '../../matching/text.ts'

/** A word of a message by its stem, and whether it says something by itself. */
export interface Stem {
  stem: string
  says: boolean
}

/** A phrase found in a message. */
export interface Spotted {
  id: string
  /** The places of its words in the message. */
  at: readonly number[]
}

/** The stems of a text in their order; a function word says nothing by itself. */
export const stemsOf = (text: string, functionWords: ReadonlySet<string>): Stem[] =>
  tokens(text).map((word) => ({ stem: stem(word), says: !functionWords.has(word) }))

/**
 * Spots the phrases of a lexicon in messages: by their stems, one after another, with function words between them or none.
 * @param lexicon the phrases of each id; a phrase of function words alone is spotted as it stands
 * @returns message → the phrases in it, the longest first, then those whose function words are there too; none inside another
 */
export function phraseSpotter(
  lexicon: readonly { id: string; phrases: readonly string[] }[],
  functionWords: ReadonlySet<string>,
): (message: readonly Stem[]) => Spotted[] {
  const byFirst = new Map<
    string,
    { id: string; stems: readonly string[]; others: readonly string[]; whole: boolean }[]
  >()
  for (const { id, phrases } of lexicon)
    for (const phrase of phrases) {
      const all = stemsOf(phrase, functionWords)
      const said = all.filter(({ says }) => says)
      const stems = (said.length > 0 ? said : all).map((one) => one.stem)
      const [first] = stems
      if (first === undefined) continue
      const others = said.length === 0 ? [] : all.flatMap((one) => (one.says ? [] : [one.stem]))
      byFirst.set(first, [...(byFirst.get(first) ?? []), { id, stems, others, whole: said.length === 0 }])
    }
  /** The places of a phrase's stems from this place on. */
  const placesOf = (message: readonly Stem[], from: number, stems: readonly string[]): number[] | undefined => {
    const places: number[] = []
    let next = from
    for (const wanted of stems) {
      while (places.length > 0 && message[next] && message[next]?.stem !== wanted && !message[next]?.says) next += 1
      if (message[next]?.stem !== wanted) return undefined
      places.push(next++)
    }
    return places
  }
  return (message) => {
    const there = new Set(message.map((one) => one.stem))
    const found = message.flatMap(({ stem: first }, from) =>
      (byFirst.get(first) ?? []).flatMap(({ id, stems, others, whole }) => {
        const at = placesOf(message, from, stems)
        if (!at || (whole && at.length !== message.length)) return []
        return [{ id, at, fits: others.filter((one) => there.has(one)).length - others.length / 2 }]
      }),
    )
    const taken = new Set<number>()
    return found
      .sort((a, b) => b.at.length - a.at.length || b.fits - a.fits)
      .filter(({ id, at }) => {
        const free = at.every((place) => !taken.has(place))
        const same = found.some((other) => other.id !== id && other.at.join() === at.join())
        if (free) for (const place of at) taken.add(place)
        return free || same
      })
  }
}
