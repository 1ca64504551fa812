import { spellingCorrector } from '../../matching/spelling.ts'
import { type Normalise, tokenString } from '../../matching/text.ts'

/** Words up to which a message may be no more than a phrase with something around it. */
const LONGEST = 14
/** Words of a filler. */
const LONGEST_FILLER = 5
/** Words that may stand for the `*` of a phrase. */
const MOST_IN_SLOT = 5

/** Words with which a question of its own begins: "so who can". */
const ASKS = /^(who|what|which|when|where|why|how)\b/

/** A phrase that a message is, and the words that stand for its `*`. */
export interface Matched<T> {
  value: T
  slot?: string
}

interface Options {
  /** What may stand before a phrase, "hang on", and after it, "then". */
  opening: readonly string[]
  closing: readonly string[]
  inTerms: Normalise
  /** Texts whose words are no slips. */
  known: readonly string[]
}

/**
 * Matches whole messages with phrases, in the trust's terms, whatever fillers stand around them and with a slip of the
 * finger in a word or two.
 * @param phrases each with what it stands for; `*` in one stands for up to five words
 * @returns message → the phrases that it is, those with the most words first
 */
export function phraseMatcher<T>(
  phrases: readonly { phrase: string; value: T }[],
  { opening, closing, inTerms, known }: Options,
): (message: string) => Matched<T>[] {
  const normal = (text: string): string => tokenString(inTerms(text))
  const exact = Map.groupBy(
    phrases.filter(({ phrase }) => !phrase.includes('*')),
    ({ phrase }) => normal(phrase),
  )
  const slotted = phrases
    .filter(({ phrase }) => phrase.includes('*'))
    .map(({ phrase, value }) => {
      const [before = '', after = ''] = phrase.split('*').map(normal)
      return { before: before ? `${before} ` : '', after: after ? ` ${after}` : '', value }
    })
  const fillers = { start: new Set(opening.map(normal)), end: new Set(closing.map(normal)) }
  const written = [...phrases.map(({ phrase }) => phrase), ...opening, ...closing]
  const correct = spellingCorrector([...written, ...written, ...known])

  /** How many words fillers may take from one end. */
  const peels = (words: readonly string[], side: 'start' | 'end', taken = 0): Set<number> => {
    const left = side === 'start' ? words.slice(taken) : words.slice(0, words.length - taken)
    const found = new Set([taken])
    for (let n = 1; n <= LONGEST_FILLER && n < left.length; n++) {
      const some = side === 'start' ? left.slice(0, n) : left.slice(-n)
      if (fillers[side].has(some.join(' '))) for (const more of peels(words, side, taken + n)) found.add(more)
    }
    return found
  }

  const match = (text: string): Matched<T>[] => {
    const words = text.split(' ')
    if (words.length > LONGEST) return []
    const peeled = [...peels(words, 'start')]
      .flatMap((start) => [...peels(words, 'end')].map((end) => words.slice(start, words.length - end)))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length)
      .map((left) => left.join(' '))
    const whole = peeled.flatMap((left) => exact.get(left) ?? []).map(({ value }) => ({ value }))
    const inSlots = peeled.flatMap((left) =>
      slotted.flatMap(({ before, after, value }) => {
        if (!left.startsWith(before) || !left.endsWith(after)) return []
        const slot = left.slice(before.length, Math.max(before.length, left.length - after.length))
        return slot && !ASKS.test(slot) && slot.split(' ').length <= MOST_IN_SLOT ? [{ value, slot }] : []
      }),
    )
    return [...whole, ...inSlots]
  }

  return (message) => {
    const text = normal(message)
    const matched = match(text)
    return matched.length > 0 ? matched : match(normal(correct(text)))
  }
}
