import type { Actor } from '../access.ts'
import type { LocalTime } from '../localTime.ts'
import type { Reply } from '../reply.ts'
import type { Ask } from './ask/ask.ts'
import { historyCard } from './cards/historyCard.ts'
import { interestCard, interestHistoryCard } from './cards/interestCard.ts'
import { statusCard, statusSummary } from './cards/statusCard.ts'
import { asText } from './cohortReplies.ts'
import type { CohortService } from './cohortService.ts'
import { type FigureAsk, figureAnswer, isHeld } from './figureAnswers.ts'
import { statusAsText } from './figureWords.ts'
import { countedAt, interestAnswer, interestAsText, noSnapshot } from './interestAnswers.ts'

/** The figures in words, and the card that follows them. */
export interface FigureReplies {
  words: Reply
  card: Reply
  /** Whether anybody holds what was asked. */
  held: boolean
}

type InterestAsk = Extract<Ask, { kind: 'interest' | 'interest-history' }>

/** What the service says, as replies: words, then a card. Each is undefined for who may not have it. */
export const statusReplies = (service: CohortService, time: LocalTime) => {
  const figures = async (actor: Actor, ask: FigureAsk): Promise<FigureReplies | undefined> => {
    const at = await service.figures(actor, ask.asAt)
    if (at.kind === 'forbidden') return undefined
    const none = ask.asAt !== undefined && at.status.history.length === 0
    const now = none ? await service.figures(actor) : at
    if (now.kind === 'forbidden') return undefined
    const changes = ask.kind === 'history' ? await service.changes(actor) : undefined
    const card = changes
      ? historyCard(now.status, time, changes.kind === 'changes' ? changes.events : undefined)
      : statusCard(now.status, actor, time)
    return {
      words: figureAnswer(ask, at.status, time, none ? now.status : undefined),
      card: { text: statusSummary(now.status, time), card, suggestions: ['Interest so far', 'History of the figures'] },
      held: !none && isHeld(ask, at.status),
    }
  }

  const interest = async (actor: Actor, ask: InterestAsk): Promise<[Reply, Reply] | undefined> => {
    const now = await service.interestSoFar(actor)
    if (now.kind === 'forbidden') return undefined
    const then = ask.asAt === undefined ? now : countedAt(now, ask.asAt)
    const counted = then ?? now
    const answer = interestAnswer(ask, counted, time)
    const words = then ? answer : { text: `${noSnapshot(ask.asAt ?? '')}\n\n${answer.text}` }
    if (ask.kind === 'interest-history') return [words, { text: words.text, card: interestHistoryCard(counted) }]
    const by = ask.own || ask.by === 'place' ? 'service' : ask.by
    return [words, { text: words.text, card: interestCard(counted, time, by), suggestions: ['Cohort status'] }]
  }

  /** To be pasted somewhere. */
  const plain = async (actor: Actor, of: 'figures' | 'interest'): Promise<Reply | undefined> => {
    if (of === 'figures') {
      const known = await service.figures(actor)
      return known.kind === 'forbidden' ? undefined : asText(statusAsText(known.status, time))
    }
    const counted = await service.interestSoFar(actor)
    return counted.kind === 'forbidden' ? undefined : asText(interestAsText(counted, time))
  }

  return { figures, interest, plain }
}
