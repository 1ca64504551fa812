import type { FollowUpPhrases } from '../content/schema.ts'
import { tokenString } from '../matching/text.ts'

/** How a message changes the topic: away from a misread one, or back to an earlier one. */
type TopicShift = 'away' | 'back'

interface Detection {
  followUp?: FollowUp
  shift?: TopicShift
  /** What is left to ask: the message itself unless it shifts the topic. */
  text: string
}

const FOLLOW_UPS = [
  ...(['why', 'more', 'plainer', 'verdict', 'sibling', 'all'] as const),
  ...(['again', 'first', 'before', 'other'] as const),
] as const
/** What a whole message may ask of an earlier answer, rather than of the programme. */
export type FollowUp = (typeof FOLLOW_UPS)[number]

const DETERMINERS = ['the', 'that', 'this', 'about', 'my', 'your']

/**
 * Detects follow-ups and topic shifts by the phrases that the content lists for them.
 * @param strip takes greetings and thanks off a message
 */
export function followUpDetector(
  phrases: FollowUpPhrases,
  strip: (text: string) => string,
): (message: string) => Detection {
  const followUps = new Map(
    FOLLOW_UPS.flatMap((followUp) => phrases[followUp].map((phrase) => [tokenString(phrase), followUp] as const)),
  )
  const shifts = [
    ...phrases.instead.map((phrase) => ({ opening: tokenString(phrase), shift: 'away' as const })),
    ...[...phrases.back, ...phrases.about].map((phrase) => ({ opening: tokenString(phrase), shift: 'back' as const })),
  ].sort((a, b) => b.opening.length - a.opening.length)

  const about = new Set(phrases.about.map(tokenString))
  const bare = strippingAround(phrases.around.map(tokenString))

  return (message) => {
    const stripped = strip(message)
    const followUp = [tokenString(message), tokenString(stripped), bare(stripped)]
      .map((text) => followUps.get(text))
      .find(Boolean)
    if (followUp) return { followUp, text: message }
    const text = tokenString(stripped)
    const found = shifts.find(({ opening }) => text.startsWith(`${opening} `))
    if (!found) return { text: message }
    const [rest = ''] = text.slice(found.opening.length + 1).split(found.shift === 'away' ? NOT : '\n')
    const words = rest.split(' ')
    const endsInThing = phrases.thing.includes(words.at(-1) ?? '')
    if (about.has(found.opening) && !endsInThing) return { text: message }
    const topic = endsInThing ? words.slice(0, -1) : words
    while (topic.length > 1 && DETERMINERS.includes(topic[0] ?? '')) topic.shift()
    if (topic.length === 0 || DETERMINERS.includes(topic[0] ?? '')) return { text: message }
    return { shift: found.shift, text: topic.join(' ') + (message.includes('?') ? '?' : '') }
  }
}

/** Strips the phrases that may go around a follow-up off both ends, as long as something is left. */
const strippingAround = (around: readonly string[]): ((text: string) => string) => {
  const longestFirst = around.toSorted((a, b) => b.length - a.length)
  return (text) => {
    let left = tokenString(text)
    for (let before = ''; before !== left; ) {
      before = left
      const opening = longestFirst.find((one) => left.startsWith(`${one} `))
      if (opening) left = left.slice(opening.length + 1)
      const ending = longestFirst.find((one) => left.endsWith(` ${one}`))
      if (ending) left = left.slice(0, -ending.length - 1)
    }
    return left
  }
}

/** "the day, not the length" */
const NOT = / not the /

/** Words up to which a message may need its pronoun resolved; a longer one names its topic. */
const LONGEST = 10

/**
 * Replaces a message's first pronoun by what it mostly refers to.
 * @param referents by pronoun
 * @returns message → the same without the pronoun, or nothing when it is long or has none
 */
export function pronounResolver(referents: Readonly<Record<string, string>>): (message: string) => string | undefined {
  return (message) => {
    const words = tokenString(message).split(' ')
    const at = words.findIndex((word) => Object.hasOwn(referents, word))
    if (at < 0 || words.length > LONGEST) return undefined
    return words.with(at, referents[words[at] ?? ''] ?? '').join(' ') + (message.includes('?') ? '?' : '')
  }
}
