import type { FiguresReading } from '../../knowledge/answering/figures/readFigures.ts'
import type { Figure as OnTable } from '../../knowledge/answering/table.ts'
import type { Actor } from '../access.ts'
import type { LocalTime } from '../localTime.ts'
import type { Reply } from '../reply.ts'
import { historyCard } from './cards/historyCard.ts'
import { interestCard, interestHistoryCard } from './cards/interestCard.ts'
import { statusCard } from './cards/statusCard.ts'
import type { CohortService } from './cohortService.ts'
import { citationOf, type FigureAsk, figureReply } from './figureReply.ts'
import { figuresForTable } from './figures.ts'
import { sourceInWords, statusAsText, statusSummary } from './figureWording.ts'
import {
  againstInWords,
  countedAt,
  type InterestAsk,
  interestAsText,
  interestInWords,
  type MethodAsk,
  methodReply,
  tableAsked,
  thanInWords,
  totalInWords,
} from './interestReport/interestWording.ts'

/** What was asked, in words; and the card that may follow. */
interface WordsAndCard {
  words: Reply
  card: Reply
}

/** What the service says, as replies. Each is undefined for who may not have it. */
export const cohortReplies = (service: CohortService, time: LocalTime) => {
  /** An overview for those who see counts of interest has their total too, and the next intake. */
  const interestBeside = async (actor: Actor, { kind }: FigureAsk): Promise<string[]> => {
    if (kind !== 'overview' && kind !== 'pipeline') return []
    const counts = await service.interestCounts(actor)
    return counts.kind === 'forbidden' ? [] : [totalInWords(counts, time)]
  }

  /** The figures on the table, or those that are held where none lie there. */
  const training = async (actor: Actor, figures: readonly OnTable[]): Promise<readonly OnTable[]> => {
    if (figures.length > 0) return figures
    const outcome = await service.status(actor)
    return outcome.kind === 'forbidden' ? [] : figuresForTable(outcome.status, [])
  }

  return {
    /** The figures; and whether anybody holds what was asked. */
    async figures(actor: Actor, ask: FigureAsk): Promise<(WordsAndCard & ReturnType<typeof figureReply>) | undefined> {
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
      const reply = figureReply(ask, status, time, noneAt)
      const text = [reply.words.text, ...(await interestBeside(actor, ask))].join('\n\n')
      return {
        ...reply,
        words: { ...reply.words, text },
        card: { text: statusSummary(status, time), card, suggestions: ['Interest so far', 'History of the figures'] },
      }
    },

    /** What was made of the figures on the table, with their source. */
    async counted(actor: Actor, { say }: FiguresReading): Promise<Reply | undefined> {
      const outcome = await service.status(actor)
      if (outcome.kind === 'forbidden') return undefined
      const { status } = outcome
      const citation = citationOf(status)
      const source = sourceInWords(status).map((line) => `_${line}_`)
      return {
        text: [`${say}${citation ? ' [1]' : ''}`, ...source].join('\n\n'),
        ...(citation && { citations: [citation] }),
        suggestions: ['Cohort status', 'Interest so far'],
      }
    },

    /** How the counts of interest are made. */
    async method(actor: Actor, ask: MethodAsk): Promise<Reply | undefined> {
      const counts = await service.interestCounts(actor)
      if (counts.kind === 'forbidden') return undefined
      return { text: methodReply(ask, counts, time), suggestions: ['Interest so far', 'Cohort status'] }
    },

    /**
     * The counts of interest.
     * @param figures those on the table, to set the count against
     */
    async interest(
      actor: Actor,
      ask: InterestAsk,
      figures: readonly OnTable[] = [],
    ): Promise<WordsAndCard | undefined> {
      const now = await service.interestCounts(actor)
      if (now.kind === 'forbidden') return undefined
      const counts = (ask.asAt !== undefined && countedAt(now, ask.asAt)) || now
      const { against: isAgainst, than } = ask.kind === 'interest' ? ask : {}
      const against = than
        ? [thanInWords(counts, than)]
        : isAgainst
          ? [againstInWords(counts, await training(actor, figures))]
          : []
      const words = interestInWords(ask, counts, time, counts === now ? ask.asAt : undefined)
      const text = [...against, words].join('\n\n')
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
  }
}
