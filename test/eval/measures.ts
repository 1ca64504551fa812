import type { Knowledge } from '../../knowledge/content/knowledge.ts'
import type { Asked, Result } from './asked.ts'
import { type Calibration, calibrationOf, type Forecast } from './calibration.ts'
import { byFact, type Confusion, type Coverage, confusionsOf, coverageOf } from './coverage.ts'
import { type Cost, costOf, mistakeOf } from './mistakes.ts'
import type { Fact } from './questions.ts'
import { rightFor } from './rightEntries.ts'
import { type Interval, wilson } from './statistics.ts'

/** Everything that a run says beside its score. */
export interface Measures {
  /** The 95 % interval of each kind's share, 0 to 1. */
  intervals: Record<string, Interval>
  calibration: Calibration
  cost: Cost
  /** Answered as if known where silence was due or the question has nothing to do with the programme. */
  sureButWrong: { count: number; of: number }
  coverage: Coverage
  facts: [fact: string, right: number, of: number][]
  confusions: Confusion[]
}

type Known = Pick<Knowledge, 'entries' | 'intents'>

export function measuresOf({ score, asked }: Result, facts: ReadonlyMap<string, Fact>, known: Known): Measures {
  const mistakes = asked.map((one) => mistakeOf(one, facts))
  const due = asked.flatMap(({ kind }, i) => (kind === 'silent' || kind === 'offtopic' ? [mistakes[i]] : []))
  return {
    intervals: Object.fromEntries(Object.entries(score).map(([kind, [right, of]]) => [kind, wilson(right, of)])),
    calibration: calibrationOf(forecastsOf(asked, known)),
    cost: costOf(mistakes),
    sureButWrong: { count: due.filter((mistake) => mistake === 'wrong but sure').length, of: due.length },
    coverage: coverageOf(asked, known),
    facts: byFact(asked),
    confusions: confusionsOf(asked, known),
  }
}

/** The first confidence of each single question's decision, and whether that candidate was right, where that is defined. */
export function forecastsOf(asked: readonly Asked[], known: Known): Forecast[] {
  return asked
    .filter(({ kind }) => kind !== 'turn')
    .flatMap(({ expect, turn }) => {
      const first = turn.decision.entries?.[0]
      const right = rightFor(expect, known)
      return first && right ? [{ confidence: first.confidence, right: right(first.id) }] : []
    })
}
