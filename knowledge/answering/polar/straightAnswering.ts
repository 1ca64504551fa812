import type { Decision, Part } from '../decision.ts'
import type { straightAnswers } from './straightAnswer.ts'

/** Makes what gives each part of a decision that says an entry the straight answer to the message, or to its piece of it. */
export function straightAnswering(straightAnswer: ReturnType<typeof straightAnswers>) {
  return (message: string, decision: Decision): Decision => {
    const alone = decision.parts.length === 1
    const withStraight = (part: Part): Part => {
      if (!('entry' in part) || part.followUp || !['answered', 'not-stated'].includes(part.outcome)) return part
      const texts = new Set(alone ? [message, part.text] : [part.text])
      const straight = texts
        .values()
        .map((text) => straightAnswer(text, part.entry))
        .find(Boolean)
      return straight ? { ...part, straight } : part
    }
    return { ...decision, parts: decision.parts.map(withStraight) as unknown as Decision['parts'] }
  }
}
