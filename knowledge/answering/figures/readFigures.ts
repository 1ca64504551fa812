import { tokenString } from '../../matching/text.ts'
import type { Figure } from '../table.ts'
import { difference, percentApart, ratio } from './comparing.ts'
import type { Counted } from './counted.ts'
import { messageOf } from './figuresMessage.ts'
import { notCounted } from './notCounted.ts'
import { polarAnswer } from './polar.ts'
import { fraction, share } from './shares.ts'
import { offset, rest, stagesAlone, total } from './sums.ts'
import { growth, supposition } from './supposing.ts'
import { sentences } from './wording.ts'

/** What a message makes of the figures that were told. */
export interface FiguresReading {
  /** Markdown: the answer in bold, how it was counted, and what is ours. */
  say: string
  /** What was done with them: `figures/total`. */
  id: string
  /** Whether it is counted from what is held; else it says what nobody holds. */
  held: boolean
  /** The figures that it leaves on the table, with those that it told marked. */
  figures?: readonly Figure[]
  /** The probability that the message means them, 0 to 1. */
  evidence: number
  /** Why, in words about the message and never in its own. */
  because: string
}

/** Words up to which a message may lean on the figures. */
const LONGEST = 16
/** The evidence by how many of its words say something else. */
const EVIDENCE = [0.995, 0.75, 0.5]

/** Each reading of a message, in the order in which they are tried: what says more goes first. */
const READINGS = [
  supposition,
  growth,
  percentApart,
  notCounted,
  ratio,
  share,
  fraction,
  offset,
  polarAnswer,
  difference,
  total,
  rest,
  stagesAlone,
] as const

/**
 * Reads a message against the figures that were told: a sum, a share, a difference, what would be if they all passed, or
 * something about them that nobody holds.
 * @param message as it was typed
 * @param figures those on the table, those that the latest reply was of marked as told
 * @returns nothing when the message counts nothing of them
 */
export function readFigures(message: string, figures: readonly Figure[]): FiguresReading | undefined {
  const text = tokenString(message.replaceAll('%', ' percent '))
  if (figures.length === 0 || text === '' || text.split(' ').length > LONGEST) return undefined
  const read = messageOf(text, figures)
  const evidence = EVIDENCE[read.others.length]
  if (evidence === undefined) return undefined
  for (const reading of READINGS) {
    const counted = reading(read)
    if (counted) return { ...answered(counted, figures), evidence: evidence * (counted.lean ?? 1) }
  }
  return undefined
}

const answered = (
  { id, first, rest, told, supposed, ours, held = true }: Counted,
  figures: readonly Figure[],
): Omit<FiguresReading, 'evidence'> => {
  const dates = new Set((told ?? figures).map(({ asOf }) => asOf))
  const remarks = [
    ...(rest ? [rest] : []),
    ...(ours ? ['That sum is mine; it is not published.'] : []),
    ...(dates.size > 1 ? [`The figures are of different dates: ${sentences(told ?? figures)}`] : []),
  ]
  return {
    say: `**${first}** ${remarks.join(' ')}`.trim(),
    id: `figures/${id}`,
    held,
    figures: figures.map(({ id: stage, label, count, asOf }) => ({
      ...{ id: stage, label, count, asOf },
      ...(told?.some((one) => one.id === stage) && { told: true }),
      ...(supposed?.some((one) => one.id === stage) && { supposed: true }),
    })),
    because: `counts with the figures: ${id}`,
  }
}
