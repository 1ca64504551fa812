import type { Entry, Knowledge } from '../../knowledge/content/knowledge.ts'
import { FAIR } from './judge.ts'
import type { Expect } from './questions.ts'

type Known = Pick<Knowledge, 'entries' | 'intents'>

/** Whether an entry or action is a right first candidate for what was expected. */
export type IsRight = (id: string) => boolean

/** The entries whose front matter says that they hold a fact or keep a silence: first the one that names it first, and holds least beside it. */
export function entriesOf(fact: string, { entries }: Pick<Known, 'entries'>): string[] {
  const place = ({ id, facts }: Entry): number => (id === fact ? 0 : facts.indexOf(fact))
  return [...entries.values()]
    .filter((entry) => place(entry) >= 0)
    .sort((a, b) => place(a) - place(b) || a.facts.length - b.facts.length)
    .map(({ id }) => id)
}

/**
 * Which first candidates would meet what was expected, by the measure of `judge.ts`: any entry that holds one of the facts,
 * any silence where silence is due, the action itself, a signpost of safety for a danger.
 * @returns undefined where it is not defined: an attack, or a fact that no entry says it holds
 */
export function rightFor(expect: Expect, known: Known): IsRight | undefined {
  const ways = [...(expect.parts ?? [{ ...expect, alsoOk: [] }]), ...(expect.alsoOk ?? [])]
  const rights = expect.parts
    ? ways.map((way) => rightFor(way, known))
    : ways.map((way, i) => (i === 0 ? rightItself(way, known) : rightFor(way, known)))
  const defined = rights.filter((right) => right !== undefined)
  return defined.length > 0 ? (id) => defined.some((right) => right(id)) : undefined
}

function rightItself(expect: Expect, known: Known): IsRight | undefined {
  const is = (id: string, ...kinds: Entry['kind'][]): boolean => {
    const kind = known.entries.get(id)?.kind
    return kind !== undefined && kinds.includes(kind)
  }
  if (expect.refuse || expect.safe || expect.clarify) return undefined
  if (expect.safety) return (id) => is(id, 'signpost') && known.entries.get(id)?.topic === 'safety'
  if (expect.offtopic) return (id) => is(id, 'signpost', 'not-stated') || refuses(known.entries.get(id))
  if (expect.silent) return (id) => is(id, 'not-stated')
  const holders = new Set((expect.facts ?? []).flatMap((fact) => entriesOf(fact, known)))
  if (expect.action) {
    const fair = FAIR[expect.action] ?? [expect.action]
    const silence = expect.action === 'cohort-status' && expect.answerable === false
    return (id) => fair.includes(id) || holders.has(id) || (silence && is(id, 'not-stated'))
  }
  return holders.size > 0 ? (id) => holders.has(id) : undefined
}

const refuses = (entry: Entry | undefined): boolean => entry?.kind === 'smalltalk' && entry.outcome === 'refused'
