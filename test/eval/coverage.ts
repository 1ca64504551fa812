import type { Knowledge } from '../../knowledge/content/knowledge.ts'
import type { Asked } from './asked.ts'
import type { Expect } from './questions.ts'
import { entriesOf, rightFor } from './rightEntries.ts'

type Known = Pick<Knowledge, 'entries' | 'intents'>
type Seen = Pick<Asked, 'expect' | 'ok' | 'turn'>

/** What a set of questions reaches of the knowledge. */
export interface Coverage {
  /** The answers and silences there are. */
  entries: number
  /** Those that no question asks for and no right reply came from. */
  unreached: string[]
}

const namesOf = (expect: Expect): string[] => [
  ...(expect.facts ?? []),
  ...(expect.silent ? [expect.silent] : []),
  ...[...(expect.parts ?? []), ...(expect.alsoOk ?? [])].flatMap(namesOf),
]

export function coverageOf(asked: readonly Seen[], known: Known): Coverage {
  const reached = new Set<string>()
  for (const { expect, ok, turn } of asked) {
    for (const id of namesOf(expect).flatMap((name) => entriesOf(name, known))) reached.add(id)
    const given = turn.decision.entries?.[0]?.id
    if (ok && given) reached.add(given)
  }
  const all = [...known.entries.values()].filter(({ kind }) => kind === 'answer' || kind === 'not-stated')
  return { entries: all.length, unreached: all.map(({ id }) => id).filter((id) => !reached.has(id)) }
}

/** Right of asked, for each fact and silence that a question or turn expects; the one that fares worst first. */
export function byFact(asked: readonly Seen[]): [fact: string, right: number, of: number][] {
  const counts = new Map<string, [number, number]>()
  for (const { expect, ok } of asked)
    for (const name of new Set(namesOf({ ...expect, alsoOk: [] }))) {
      const [right, of] = counts.get(name) ?? [0, 0]
      counts.set(name, [right + (ok ? 1 : 0), of + 1])
    }
  return [...counts]
    .map(([fact, [right, of]]): [string, number, number] => [fact, right, of])
    .sort(([a, r, n], [b, s, m]) => r / n - s / m || m - n || a.localeCompare(b))
}

/** What was expected, what was given instead, how often, and how often it was judged wrong. */
export interface Confusion {
  expected: string
  given: string
  count: number
  missed: number
}

/** The pairs that are taken for one another, those that were judged wrong most often first. */
export function confusionsOf(asked: readonly Seen[], known: Known): Confusion[] {
  const pairs = new Map<string, Confusion>()
  for (const one of asked) {
    const expected = wanted(one.expect, known)
    const given = got(one)
    if (one.ok && (isNamed(one, known) || !expected.named || given.startsWith('('))) continue
    const key = `${expected.words}\n${given}`
    const pair = pairs.get(key) ?? { expected: expected.words, given, count: 0, missed: 0 }
    pairs.set(key, { ...pair, count: pair.count + 1, missed: pair.missed + (one.ok ? 0 : 1) })
  }
  return [...pairs.values()].sort(
    (a, b) => b.missed - a.missed || b.count - a.count || a.expected.localeCompare(b.expected),
  )
}

/** The first entry of each thing named, else the kind of thing that was expected. */
function wanted(expect: Expect, known: Known): { words: string; named: boolean } {
  const names = namesOf({ ...expect, alsoOk: [] })
  if (names.length > 0)
    return { words: names.map((name) => entriesOf(name, known)[0] ?? name).join(' + '), named: true }
  const [kind = 'nothing'] = Object.keys(expect)
  return { words: expect.action ?? (expect.safety ? 'safety' : kind), named: false }
}

/** Whether the first candidate is among the very entries that were named, not merely as good. */
function isNamed({ expect, turn }: Seen, known: Known): boolean {
  const given = turn.decision.entries?.[0]?.id
  if (given === undefined) return true
  if (namesOf(expect).some((name) => entriesOf(name, known).includes(given))) return true
  return !expect.silent && (rightFor(expect, known)?.(given) ?? true)
}

function got({ turn: { outcomes, decision } }: Seen): string {
  if (outcomes.includes('clarify')) return '(asked back)'
  if (outcomes.includes('unknown') || outcomes.length === 0) return '(unknown)'
  return decision.entries?.[0]?.id ?? decision.action ?? '(nothing)'
}
