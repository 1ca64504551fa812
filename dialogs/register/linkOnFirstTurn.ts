import { personKey } from '../access.ts'
import type { Interest } from '../interest/interest.ts'
import type { InterestService } from '../interest/interestService.ts'
import type { Reply } from '../reply.ts'
import type { Turn } from '../turn.ts'

export interface LinkOnFirstTurnDeps {
  interests: Pick<InterestService, 'linkToPerson'>
  /** Who was asked about lately. */
  known: { get(key: string): true | undefined; set(key: string, value: true): unknown; delete(key: string): unknown }
  onTrouble: (error: unknown) => void
}

const linkedReply = (interests: readonly Interest[]): Reply => {
  const references = interests.map(({ reference }) => reference).join(' and ')
  const one = interests.length === 1
  return {
    text:
      `**HR has entered an expression of interest for you: ${references}.** You sent ${one ? 'it' : 'them'} by e-mail or on ` +
      `paper. ${one ? 'It is' : 'They are'} yours now: you can see, change or withdraw ${one ? 'it' : 'them'} here.`,
    suggestions: ['Where is my interest up to?', 'Show my data'],
    personal: true,
  }
}

/**
 * At a person's first turn in a while: makes what HR entered under their addresses their own.
 * @returns what to tell them, when there was something. What fails is told to `onTrouble` and tried again next time.
 */
export const linkOnFirstTurn =
  ({ interests, known, onTrouble }: LinkOnFirstTurnDeps) =>
  async ({
    actor,
    emails,
    conversation,
  }: Pick<Turn, 'actor' | 'emails' | 'conversation'>): Promise<Reply | undefined> => {
    const key = personKey(actor)
    if (!conversation.personal || known.get(key)) return undefined
    known.set(key, true)
    try {
      const linked = await interests.linkToPerson(actor, await emails())
      return linked.kind === 'joined' ? linkedReply(linked.interests) : undefined
    } catch (error) {
      known.delete(key)
      onTrouble(error)
      return undefined
    }
  }
