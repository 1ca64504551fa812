import { correcting } from '../../reading/corrections.ts'
import type { TeamFound } from '../../reading/teams.ts'
import { findEach, type Message, pieces, readMessage, type Span, spanText, take } from '../../reading/tokens.ts'
import { findAt, type Vocabulary } from '../../reading/vocabulary.ts'
import { isCapitalAt, isGrammar, isLight, isLightAt } from '../../reading/wordKinds.ts'
import { readReply } from '../../reading/yesNo.ts'
import type { SlotName, Slots } from './slots.ts'

/** A message while it is read: what it has given so far, and what words are left. */
export interface Reading {
  message: Message
  asking?: SlotName
  vocabulary: Vocabulary
  known?: Slots
  questions: boolean[]
  slots: Slots
  rejected: { band: string }[]
}

/** The text with a span of it replaced. */
const replaced = ({ text, tokens }: Message, { from, to }: Span, by: string): string =>
  text.slice(0, tokens[from]?.start) + by + text.slice(tokens[to - 1]?.end)

/** Which of the places named is the team and which the base. */
export function placeTeams({ message, slots, asking, known, vocabulary }: Reading, said: TeamFound[]): void {
  if (said.length === 0) return
  if (asking === 'base') {
    slots.base = spanText(message, said.find(({ base }) => base === 'only') ?? (said[0] as TeamFound))
    return
  }
  /** The known service at the place that is said: one that moves stays the service that it is. */
  const moved = (to: TeamFound): string | undefined => {
    const was = readMessage(known?.service ?? '')
    const listed = findEach(was, (at) => findAt(vocabulary.places, was, at))
    const [from] = listed
    if (to.kind !== 'place' || !from || from.to - from.from >= was.tokens.length) return undefined
    return replaced(was, from, spanText(message, to))
  }
  const based = said.find(({ base }) => base !== 'no')
  const others = said.filter((one) => one !== based)
  const team = others.find(({ kind }) => kind !== 'place') ?? others[0]
  if (team) slots.service = moved(team) ?? spanText(message, team)
  const place = based ?? others.find((one) => one !== team && one.kind === 'place')
  if (!place) return
  const free = place.base === 'only' || team !== undefined || Boolean(known?.service)
  if (free) slots.base = spanText(message, place)
  else slots.service = moved(place) ?? spanText(message, place)
}

const LEAD =
  /^(its|it|is|im|i|am|a|an|the|in|at|on|with|from|work|works|working|for|my|our|team|role|job|base|based|erm|um|er|oh|ok|well|just|currently|called|known|as|do|think|be|would|sorry|actually|that|thats|hi)$/

/** The whole of an answer to "Which team?" or "What is your role?", when no rule found one in it. */
export function bareWork({ message, slots, asking, questions }: Reading): void {
  if ((asking !== 'service' && asking !== 'currentRole' && asking !== 'base') || slots[asking] !== undefined) return
  if (questions.some(Boolean) || readReply(message.text) || correcting(message) === 'surely') return
  const best = pieces(message)
    .map(({ from, to }) => {
      let start = from
      let end = to
      const lead = (at: number) => {
        const key = message.tokens[at]?.key ?? ''
        // "The Elms" is a name with its article; "the Bluebell unit" is one without.
        if (message.tokens[at]?.text === 'The' && isCapitalAt(message, at + 1)) return false
        return LEAD.test(key) && !(asking === 'currentRole' && /^(in|at|on|with|from|for)$/.test(key))
      }
      while (start < end && (message.taken[start] || lead(start))) start++
      while (end > start && (message.taken[end - 1] || isLightAt(message, end - 1))) end--
      return { from: start, to: end }
    })
    .find(({ from, to }) => {
      const words = message.tokens.slice(from, to)
      return (
        words.length > 0 &&
        words.length <= 6 &&
        !message.taken.slice(from, to).some(Boolean) &&
        !words.every((word) => isLight(word) || isGrammar(word))
      )
    })
  if (!best || readReply(spanText(message, best))) return
  slots[asking] = spanText(message, best)
  take(message, best)
}
