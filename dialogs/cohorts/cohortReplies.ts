import type { Actor } from '../access.ts'
import type { LocalTime } from '../localTime.ts'
import type { Reply } from '../reply.ts'
import { historyCard } from './cards/historyCard.ts'
import { interestCard, interestHistoryCard } from './cards/interestCard.ts'
import { statusCard } from './cards/statusCard.ts'
import type { CohortService } from './cohortService.ts'
import { type FigureAsk, figureReply } from './figureReply.ts'
import { statusAsText, statusSummary } from './figureWording.ts'
import {
  countedAt,
  type InterestAsk,
  interestAsText,
  interestInWords,
  tableAsked,
} from './interestReport/interestWording.ts'

/** What was asked, in words; and the card that may follow. */
interface WordsAndCard {
  words: Reply
  card: Reply
}

/** What the service says, as replies. Each is undefined for who may not have it. */
export const cohortReplies = (service: CohortService, time: LocalTime) => ({
  /** The figures; and whether anybody holds what was asked. */
  async figures(actor: Actor, ask: FigureAsk): Promise<(WordsAndCard & { held: boolean }) | undefined> {
    const asked = await service.status(actor, ask.asAt)
    if (asked.kind === 'forbidden') return undefined
    const noneAt = asked.status.history.length === 0 ? ask.asAt : undefined
    const found = noneAt === undefined ? asked : await service.status(actor)
    if (found.kind === 'forbidden') return undefined
    const { status } = found
    const changes = ask.kind === 'history' ? await service.changes(actor) : undefined
    const card = changes
      ? historyCard(status, time, changes.kind === 'changes' ? changes.events : undefined)
      : statusCard(status, actor, time)
    return {
      ...figureReply(ask, status, time, noneAt),
      card: { text: statusSummary(status, time), card, suggestions: ['Interest so far', 'History of the figures'] },
    }
  },

  /** The counts of interest. */
  async interest(actor: Actor, ask: InterestAsk): Promise<WordsAndCard | undefined> {
    const now = await service.interestCounts(actor)
    if (now.kind === 'forbidden') return undefined
    const counts = (ask.asAt !== undefined && countedAt(now, ask.asAt)) || now
    const text = interestInWords(ask, counts, time, counts === now ? ask.asAt : undefined)
    const card =
      ask.kind === 'interest-history'
        ? { text, card: interestHistoryCard(counts) }
        : { text, card: interestCard(counts, time, tableAsked(ask)), suggestions: ['Cohort status'] }
    return { words: { text }, card }
  },

  /** All of it in words, to be pasted somewhere. */
  async asText(actor: Actor, of: 'figures' | 'interest'): Promise<Reply | undefined> {
    const outcome = of === 'figures' ? await service.status(actor) : await service.interestCounts(actor)
    if (outcome.kind === 'forbidden') return undefined
    const lines = outcome.kind === 'status' ? statusAsText(outcome.status, time) : interestAsText(outcome, time)
    return { text: lines.join('\n\n') }
  },
})
