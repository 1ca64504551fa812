import type { Part } from '../../../knowledge/answering/decision.ts'
import { figuresOnTable } from '../../../knowledge/answering/figures/figuresOnTable.ts'
import { type FrameKind, latest, put, type Table } from '../../../knowledge/answering/table.ts'
import { type About, type Ask, type AskContext, askOf } from './ask.ts'
import { isForCohorts, leaningAsk } from './claim.ts'

declare module '../../../knowledge/answering/table.ts' {
  interface Frames {
    /** Counts of interest were shown: "and last week?" is of them. They are looked up again, and not kept. */
    interestCounts: object
  }
}

/** A reading of a message as one for the cohorts, and what it asks of them. */
interface CohortReading {
  of: 'fresh' | FrameKind
  because: string
  evidence: number
  /** What is asked, where that leans on the table; `counts` when the figures are counted with. */
  ask?: Ask | 'counts'
}

/** Frames from the top among which counts may be leant on. */
const RECENT = 3
/** The evidence that a message leans on the counts that were shown, by whether they lie on top. */
const LEANS = { onTop: 0.995, under: 0.85 }
/** HR may hold figures of other years. */
const OTHER_YEARS = 'figures/other-years'

/** What was shown last, as far as a message may lean on it. */
export const aboutOf = (table: Table | undefined): About | undefined => {
  const shown = table?.slice(0, RECENT).find(({ kind }) => kind === 'figures' || kind === 'interestCounts')
  return shown && (shown.kind === 'figures' ? 'figures' : 'interest')
}

/** The table with what is asked on top, above it the counts that it is of. The figures that an answer tells follow it. */
export const withAsked = (table: Table | undefined, ask: Ask, action: string): Table => {
  const asked = put(table, { kind: 'subject', id: action })
  if (ask.kind === 'as-text') {
    const shown = latest(table, aboutOf(table) === 'interest' ? 'interestCounts' : 'figures')
    return shown ? put(asked, shown) : asked
  }
  const ofInterest = ask.kind.startsWith('interest') || (ask.kind === 'names' && ask.of === 'interest')
  return ofInterest ? put(asked, { kind: 'interestCounts' }) : asked
}

/**
 * How a message is one for the cohorts in the mouth of somebody who sees them, against what is on the table or by itself.
 * @param part what it was taken for
 * @param worksNames whether they are HR
 */
export const cohortReading = (
  message: string,
  part: Part,
  { table, worksNames }: { table: Table | undefined; worksNames: boolean },
  context: AskContext,
): CohortReading | undefined => {
  const about = aboutOf(table)
  const of = about === 'interest' ? 'interestCounts' : 'figures'
  const leaning = leaningAsk(message, about, context)
  if (leaning && !(worksNames && leaning.kind === 'names'))
    return {
      of,
      because: `asks for ${leaning.kind}`,
      evidence: table?.[0]?.kind === of ? LEANS.onTop : LEANS.under,
      ask: leaning,
    }
  const counted = about === 'figures' ? figuresOnTable(message, table, part) : undefined
  if (counted) {
    const { id, because, evidence } = counted
    const past = id === OTHER_YEARS ? askOf(`history ${message}`, context) : undefined
    return { of, because, evidence, ask: past?.kind === 'history' ? past : 'counts' }
  }
  const isFor = isForCohorts(message, part, { about, worksNames }, context)
  return isFor ? { of: 'fresh', because: 'asks for figures', evidence: 1 } : undefined
}
