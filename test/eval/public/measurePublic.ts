import { rmSync } from 'node:fs'
import path from 'node:path'
import { createAnswerer } from '../../../knowledge/answering/answerer.ts'
import type { Decision, Scored } from '../../../knowledge/answering/decision.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { type Candidate, type Matcher, openMatcher } from '../../../knowledge/matching/matcher.ts'
import { openUniversalSentenceEncoder } from '../../../knowledge/matching/sentenceEncoder.ts'
import { trainingSet } from '../../../knowledge/matching/trainingSet.ts'
import { auroc, quantile } from '../statistics.ts'
import { byIntent, idsOf, type Labelled, type PublicSet, writeKnowledge } from './publicSet.ts'

const BATCH = 32
/** Texts whose query is timed, drawn evenly from the test. */
const TIMED = 100
/** Of so many tries the least is a query's time. */
const TRIES = 5

/** One measured row; shares from 0 to 1, and NaN where the set has nothing out of scope. */
export interface PublicRow {
  /** Of the matcher's first candidate, and of the answerer's. */
  matcher: number
  answerer: number
  /** How well in scope and out of it are told apart, by the decision's first confidence and by the matcher's first score. */
  auroc: { confidence: number; score: number }
  /** Right on what is in scope when the threshold refuses at least 80 % of what is not. */
  at80: { confidence: number; score: number }
  fitSeconds: number
  /** One text ranked, in processor time, the least of some tries, that of its sentence vector taken off. */
  queryMs: { median: number; p99: number }
  /** What the matcher had right and the answerer not. */
  lost: { text: string; intent: string; given: string }[]
}

interface Answer {
  text: string
  /** The id that is right; none out of scope. */
  id: string | undefined
  ranked: Candidate | undefined
  decided: Scored | undefined
}

/** Builds a knowledge base of a set's training texts, and asks it every test text through the matcher and the answerer. */
export async function measurePublic(
  { train, test, oos_test }: PublicSet,
  { vectors, k }: { vectors: boolean; k?: number },
): Promise<PublicRow> {
  const texts = byIntent(train, k)
  const ids = idsOf(texts.keys())
  const dir = writeKnowledge(texts, ids)
  try {
    const knowledge = loadKnowledge(dir)
    const set = trainingSet(knowledge)
    const fitted = { shipped: path.join(dir, 'shipped'), cache: path.join(dir, 'fitted'), vectors }
    const started = performance.now()
    await openMatcher(set, fitted)
    const openedAfter = performance.now()
    const matcher = await openMatcher(set, fitted)
    const fitSeconds = (openedAfter - started - (performance.now() - openedAfter)) / 1000

    const queryMs = await timeQueries(matcher, test, vectors ? set.normalise : undefined)
    const kept = remembering(matcher)
    const { decide } = createAnswerer(knowledge, kept)
    const ask = async (some: readonly Labelled[], known: boolean): Promise<Answer[]> => {
      const answers: Answer[] = []
      for (let at = 0; at < some.length; at += BATCH) {
        const batch = some.slice(at, at + BATCH)
        const rankings = await kept.rank(batch.map(([text]) => text))
        for (const [i, [text, intent]] of batch.entries()) {
          const decided = best(await decide(text, { audience: 'staff' }))
          answers.push({ text, id: known ? ids.get(intent) : undefined, ranked: rankings[i]?.[0], decided })
        }
        kept.forget()
      }
      return answers
    }
    return { ...rowOf(await ask(test, true), await ask(oos_test, false)), fitSeconds, queryMs }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The better first candidate of a decision's parts. */
const best = ({ parts }: Decision): Scored | undefined =>
  parts.flatMap(({ candidates }) => candidates.slice(0, 1)).sort((a, b) => b.confidence - a.confidence)[0]

/** The same matcher, which remembers what it ranked: a text asked together with others costs a fraction of one asked alone. */
function remembering(matcher: Matcher): Matcher & { forget(): void } {
  const held = new Map<string, Candidate[]>()
  return {
    async rank(texts) {
      const missing = [...new Set(texts.filter((text) => !held.has(text)))]
      const rankings = missing.length > 0 ? await matcher.rank(missing) : []
      for (const [i, text] of missing.entries()) held.set(text, rankings[i] as Candidate[])
      return texts.map((text) => held.get(text) as Candidate[])
    },
    forget: () => held.clear(),
  }
}

export function rowOf(inScope: readonly Answer[], out: readonly Answer[]): Omit<PublicRow, 'fitSeconds' | 'queryMs'> {
  const share = (right: (one: Answer) => boolean): number => inScope.filter(right).length / inScope.length
  const score = ({ ranked }: Answer): number => ranked?.score ?? 0
  const confidence = ({ decided }: Answer): number => decided?.confidence ?? 0
  const byMatcher = ({ id, ranked }: Answer): boolean => ranked?.id === id
  const byAnswerer = ({ id, decided }: Answer): boolean => decided?.id === id
  const at80 = (of: (one: Answer) => number, right: (one: Answer) => boolean): number => {
    const refused = out.map(of).sort((a, b) => a - b)[Math.ceil(0.8 * out.length) - 1]
    return refused === undefined ? Number.NaN : share((one) => of(one) > refused && right(one))
  }
  return {
    matcher: share(byMatcher),
    answerer: share(byAnswerer),
    auroc: {
      confidence: auroc(inScope.map(confidence), out.map(confidence)),
      score: auroc(inScope.map(score), out.map(score)),
    },
    at80: { confidence: at80(confidence, byAnswerer), score: at80(score, byMatcher) },
    lost: inScope
      .filter((one) => byMatcher(one) && !byAnswerer(one))
      .map(({ text, id, decided }) => ({ text, intent: id ?? '', given: decided?.id ?? 'nothing' })),
  }
}

/**
 * In processor time: what a vector takes is many times what is left of a query without it, and varies more by the clock.
 * A matcher that is much faster than the encoder remembered the vector: then nothing is taken off.
 * @param normalise brings a text into the terms that its vector is made of, when there are vectors to take off
 */
async function timeQueries(
  matcher: Matcher,
  test: readonly Labelled[],
  normalise?: (text: string) => string,
): Promise<PublicRow['queryMs']> {
  const encoder = normalise && (await openUniversalSentenceEncoder())
  const every = Math.max(1, Math.floor(test.length / TIMED))
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const from = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(from)
    return (user + system) / 1000
  }
  const times: number[] = []
  for (const [text] of test.filter((_, i) => i % every === 0)) {
    const own = normalise?.(text)
    let encoding = own === undefined ? 0 : Number.POSITIVE_INFINITY
    let ranking = Number.POSITIVE_INFINITY
    for (let n = 0; n < TRIES; n++) {
      if (encoder && own !== undefined) encoding = Math.min(encoding, await timed(() => encoder.embed([own])))
      ranking = Math.min(ranking, await timed(() => matcher.rank([text])))
    }
    times.push(ranking < encoding / 2 ? ranking : Math.max(0, ranking - encoding))
  }
  const warm = times.slice(Math.floor(times.length / 10))
  return { median: quantile(warm, 0.5), p99: quantile(warm, 0.99) }
}
