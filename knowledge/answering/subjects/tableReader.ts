import type { Knowledge } from '../../content/knowledge.ts'
import type { Candidate } from '../../matching/matcher.ts'
import type { Reading } from '../arbiter.ts'
import { CLARIFY_THRESHOLD, calibratedConfidence } from '../confidence.ts'
import type { Composed } from '../decision.ts'
import { cellsOf } from './cells.ts'
import { freshEvidence } from './freshEvidence.ts'
import { FEW, type Leaning, leaningReader, SHORT } from './leaning.ts'
import type { MessageRead } from './messageReader.ts'
import { GAIN, type LeaningRankings, tableRanking } from './tableRanking.ts'

/** Evidence for a cell that is filled; for that of a part or a whole of the subject; for one that what was told last fills. */
const FILLED = { itself: 0.9, near: 0.8, told: 0.6 }
/** Evidence that a cell is empty, and that nothing is told of what was asked. */
const EMPTY = { cell: 0.7, noMore: CLARIFY_THRESHOLD }
/** The confidence from which an entry of the subject is meant though it does not fill the cell asked for, by its kind. */
const SURELY = { answer: 0.95, other: 0.6 }
/** What is left of the confidence in an entry in which no other word of the message occurs. */
const UNSUPPORTED = 0.6

/** A message read against the subject on the table: the entries as they are ranked then, or that a cell is empty. */
export interface TableReading extends Reading {
  ranking: readonly Candidate[]
  composed?: Composed
  /** Whether the first is meant whatever its score: the cell asked for is its. */
  sure?: boolean
}

/** Why a message leans on a subject, for the trace. */
const reasonOf = ({ named, points, aspects: [aspect] }: MessageRead): string => {
  const names = named.length > 0 ? 'names it' : points ? 'points to it' : 'names nothing else'
  return aspect ? `${names}, asks ${aspect}` : names
}

/** Reads messages against the subject on the table: the subject from there, the aspect from the message's own words. */
export function tableReader(knowledge: Knowledge) {
  const { entries } = knowledge
  const cells = cellsOf(knowledge)
  const reader = leaningReader(knowledge, cells)
  const { rankOnTable, isSupported, isOn } = tableRanking(knowledge, cells)

  /** Whether the best is an entry of the subject whatever it tells of it. */
  const isSurely = (ranking: readonly Candidate[], on: readonly string[]): boolean => {
    const [top] = ranking
    if (!top || !isOn(top.id, on)) return false
    return calibratedConfidence(ranking, entries) >= (top.kind === 'answer' ? SURELY.answer : SURELY.other)
  }

  return {
    ...reader,
    freshEvidence: freshEvidence(knowledge, reader),

    /** Reads a message against the subject that it leans on. */
    onTable(leaning: Leaning, rankings: LeaningRankings): TableReading {
      const { message, on, likely, told } = leaning
      const [subject] = on
      const [aspect] = message.aspects
      const { ranking, cell } = rankOnTable(leaning, rankings)
      const [top] = ranking
      const because = reasonOf(message)
      const reading = { of: 'subject' as const, on: subject, because, ranking }
      const confidence = calibratedConfidence(ranking, entries)
      const alone = message.rest.length === 0
      if (alone && top && cell.has(top.id) && cell.size <= FEW) {
        const fills = cell.get(top.id) === GAIN.cell ? FILLED.itself : FILLED.near
        const evidence = top.id === told[0] ? FILLED.told : Math.max(confidence, fills)
        return { ...reading, evidence: likely * evidence, sure: true }
      }
      const surely = alone && isSurely(rankings.named, on)
      if (surely && top?.id !== rankings.named[0]?.id)
        return { ...reading, evidence: likely * FILLED.near, ranking: rankings.named.slice(0, 1), sure: true }
      const isEmpty = aspect && on.every((one) => cells.entriesOf(one, aspect).length === 0)
      const empty = alone && isEmpty && !surely ? cells.notPublished(subject, aspect) : undefined
      if (empty)
        return {
          ...reading,
          ...{ because: `${because}, which nothing tells`, evidence: likely * EMPTY.cell, composed: empty },
        }
      const evidence = likely * confidence * (top && isSupported(top.id, message) ? 1 : UNSUPPORTED)
      const isShort = alone || message.points || message.length <= SHORT
      const noMore = evidence < CLARIFY_THRESHOLD && isShort ? cells.noMore(subject) : undefined
      if (!noMore) return { ...reading, evidence }
      const nothing = `${because}, and nothing comes near`
      return {
        ...reading,
        ...{
          because: nothing,
          evidence: likely * EMPTY.noMore,
          composed: noMore,
        },
      }
    },
  }
}
