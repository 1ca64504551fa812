import type { Knowledge } from '../../content/knowledge.ts'
import type { FollowUpPhrases } from '../../content/language.ts'
import { termNormaliser, tokenString } from '../../matching/text.ts'
import { fillerStripper } from '../fillers.ts'
import { phraseMatcher } from './phraseMatcher.ts'

/** What a whole message may ask of the last reply, or of an earlier one, rather than of the programme. */
const FOLLOW_UPS = [
  ...(['source', 'plainer', 'reason', 'example', 'verdict', 'next', 'previous', 'start', 'end', 'all'] as const),
  ...(['last', 'other', 'notThat', 'more', 'again', 'first', 'before'] as const),
]
export type FollowUp = (typeof FOLLOW_UPS)[number]

/** How a message changes the topic: away from a misread one, or back to an earlier one. */
type TopicShift = 'away' | 'back'

/** A follow-up that a message may be: `about` what it names, `position` in what was listed. */
export interface Detected {
  followUp: FollowUp | 'nth'
  position?: number
  about?: string
}

/** A place in what was listed that a message refers to, among other words. */
export interface Reference extends Pick<Detected, 'followUp' | 'position'> {
  /** The message with a name in the place of the reference. */
  named: (name: string) => string
}

export interface Detection {
  /** The likeliest first. */
  followUps: readonly Detected[]
  reference?: Reference
  shift?: TopicShift
  /** What is left to ask: the message itself unless it shifts the topic. */
  text: string
  /** What is asked of the topic that it comes back to: "back to the study, who did it". */
  question?: string
}

const DETERMINERS = ['the', 'that', 'this', 'about', 'my', 'your']
/** "you sure? the two years thing" */
const PAUSE = /^([^,.;:?!–-]+)[,.;:?!–-]+\s*(.+)$/s
/** "the day, not the length" */
const NOT = / not the /

/**
 * Detects follow-ups and topic shifts by the phrases that the content lists for them.
 * @returns message → what it may ask of what was said before
 */
export function followUpDetector({
  language,
  entries,
  intents,
}: Pick<Knowledge, 'language' | 'entries' | 'intents'>): (message: string) => Detection {
  const { moves, fillers } = language
  const strip = fillerStripper(fillers, 1)
  const known = [...entries.values(), ...intents.values()].flatMap(({ phrasings }) => phrasings)
  const around = { opening: [...fillers, ...moves.opening], closing: [...fillers, ...moves.closing] }
  const options = { ...around, inTerms: termNormaliser(language), known }
  const phrases = phrasesOf(moves)
  const matches = phraseMatcher<Detected>(phrases, options)
  const references = phrases
    .filter(({ value }) => ['nth', 'last', 'other'].includes(value.followUp))
    .map(({ phrase, value }) => ({ phrase: tokenString(phrase), value }))
    .filter(({ phrase }) => phrase.includes(' ') && moves.thing.includes(phrase.split(' ').at(-1) ?? ''))
    .sort((a, b) => b.phrase.length - a.phrase.length)
    .map(({ phrase, value }) => ({ value, pattern: new RegExp(` ${phrase}s? `) }))
  const shifts = [
    ...moves.instead.map((phrase) => ({ opening: tokenString(phrase), shift: 'away' as const })),
    ...[...moves.back, ...moves.about].map((phrase) => ({ opening: tokenString(phrase), shift: 'back' as const })),
  ].sort((a, b) => b.opening.length - a.opening.length)
  const about = new Set(moves.about.map(tokenString))

  /** The follow-ups that a message is, or that what stands before its first pause is of what stands after it. */
  const followUpsIn = (message: string): Detected[] => {
    const whole = matches(message).map(({ value, slot }) => ({ ...value, ...(slot && { about: slot }) }))
    if (whole.length > 0) return whole
    const [, head = '', tail = ''] = PAUSE.exec(message) ?? []
    const words = tokenString(tail).split(' ')
    if (!moves.thing.includes(words.at(-1) ?? '')) return []
    return matches(head).flatMap(({ value, slot }) =>
      slot || value.followUp === 'notThat' ? [] : [{ ...value, about: withoutEnds(words) }],
    )
  }

  const referenceIn = (message: string): Reference | undefined => {
    const text = ` ${tokenString(message)} `
    for (const { pattern, value } of references) {
      const [found] = pattern.exec(text) ?? []
      if (!found) continue
      return { ...value, named: (name) => text.replace(found, ` ${name} `).trim() + (message.includes('?') ? '?' : '') }
    }
    return undefined
  }

  const shiftOf = (
    texts: readonly string[],
  ): { opening: string; shift: TopicShift; text: string; question?: string } | undefined =>
    texts
      .map(tokenString)
      .flatMap((text) => {
        const found = shifts.find(({ opening }) => text.startsWith(`${opening} `))
        return found ? [{ ...found, text }] : []
      })
      .at(0)

  const withoutEnds = (words: readonly string[]): string => {
    const topic = moves.thing.includes(words.at(-1) ?? '') ? words.slice(0, -1) : [...words]
    while (topic.length > 1 && DETERMINERS.includes(topic[0] ?? '')) topic.shift()
    return topic.join(' ')
  }

  return (message) => {
    const followUps = followUpsIn(message)
    if (followUps.length > 0) return { followUps, text: message }
    const reference = referenceIn(message)
    const none: Detection = { followUps, text: message, ...(reference && { reference }) }
    const [, head = '', question] = PAUSE.exec(message) ?? []
    const backIn = shiftOf([head])
    const found = backIn?.shift === 'back' ? { ...backIn, question } : shiftOf([message, strip(message)])
    if (!found) return none
    const [rest = ''] = found.text.slice(found.opening.length + 1).split(found.shift === 'away' ? NOT : '\n')
    if (about.has(found.opening) && !moves.thing.includes(rest.split(' ').at(-1) ?? '')) return none
    const topic = withoutEnds(rest.split(' '))
    if (!topic || DETERMINERS.includes(topic.split(' ')[0] ?? '')) return none
    const text = topic + (message.includes('?') ? '?' : '')
    return { followUps, shift: found.shift, text, ...(found.question && { question: found.question }) }
  }
}

/** Every phrase of the content with the follow-up that it is. */
function phrasesOf(moves: FollowUpPhrases): { phrase: string; value: Detected }[] {
  const nth = moves.nth.flatMap((phrases, position) =>
    phrases.map((phrase) => ({ phrase, value: { followUp: 'nth' as const, position } })),
  )
  return [
    ...nth,
    ...FOLLOW_UPS.flatMap((followUp) => moves[followUp].map((phrase) => ({ phrase, value: { followUp } }))),
  ]
}
