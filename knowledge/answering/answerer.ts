import type { Entry, Knowledge } from '../content/knowledge.ts'
import type { Candidate, Matcher } from '../matching/matcher.ts'
import { BETWEEN, confidenceIn, SURE } from './confidence.ts'
import { inContext } from './context.ts'
import type { Audience, Choice, Decision, Part, Previous, Scored } from './decision.ts'
import { stripper } from './greetings.ts'
import { looksLikeQuestion, segments } from './segments.ts'

/** Candidates that a decision names. */
const NAMED = 5
const CHOICES = 3
/** What a piece must be ahead of the whole message to stand for it. */
const HANDICAP = { question: 0.05, statement: 0.3 }
/** The score from which a further piece is a question of its own. */
const SECOND = 0.4
/** The score from which a piece that asks nothing is something to do. */
const ACTION = 0.4
/** A signpost's own threshold, and what a mere piece of a message must add to it. */
const SAFETY = { score: 0.35, piece: 0.15, near: 0.05 }

/** Message → what the bot makes of it. Deterministic: the same message in the same place gives the same decision. */
export interface Answerer {
  /** @throws Error when the matcher cannot rank */
  decide(message: string, asked: { audience: Audience; previous?: Previous }): Promise<Decision>
}

/** A piece of a message with its ranking. The first of a message's readings is the message whole. */
interface Reading {
  text: string
  whole: boolean
  question: boolean
  ranking: readonly Candidate[]
}

export function createAnswerer(knowledge: Knowledge, matcher: Matcher): Answerer {
  const { entries } = knowledge
  const strip = stripper(knowledge.language.fillers)

  /** An entry that names its audience is nobody else's. */
  const isFor =
    (audience: Audience) =>
    ({ id }: Candidate): boolean =>
      entries.get(id)?.audience?.includes(audience) ?? true

  const read = async (message: string, asked: { audience: Audience; previous?: Previous }): Promise<Reading[]> => {
    const texts = segments(strip(withoutLinks(message)))
    const rankings = await matcher.rank(texts)
    return texts.map((text, i) => ({
      text,
      whole: i === 0,
      question: i === 0 || looksLikeQuestion(text),
      ranking: inContext((rankings[i] ?? []).filter(isFor(asked.audience)), text, knowledge, asked),
    }))
  }

  /** A danger in any piece comes before everything else. */
  const safety = (readings: readonly Reading[]): Part | undefined => {
    for (const { text, whole, ranking } of readings) {
      const danger = ranking.find(({ id }) => entries.get(id)?.topic === 'safety')
      const entry = danger && entries.get(danger.id)
      if (!danger || !entry) continue
      const needed = (entry.threshold ?? SAFETY.score) + (whole ? 0 : SAFETY.piece)
      if (danger.score >= needed && danger.score >= (ranking[0]?.score ?? 0) - SAFETY.near)
        return { outcome: 'signpost', entry, text, candidates: named(ranking, entries) }
    }
    return undefined
  }

  const part = ({ text, ranking }: Reading, audience: Audience): Part => {
    const first = ranking[0]
    const candidates = named(ranking, entries)
    const confidence = candidates[0]?.confidence ?? 0
    const entry = first && entries.get(first.id)
    if (!first || confidence < BETWEEN) return { outcome: 'unknown', text, candidates }
    const harmless = entry?.kind === 'signpost'
    if (!harmless && confidence < Math.max(SURE, entry?.threshold ?? 0)) {
      const choices = choicesOf(ranking, knowledge, audience)
      return choices.length > 0
        ? { outcome: 'clarify', choices, text, candidates }
        : { outcome: 'unknown', text, candidates }
    }
    return entry
      ? { outcome: outcomeOf(entry), entry, text, candidates }
      : { outcome: 'action', action: first.id, text, candidates }
  }

  return {
    async decide(message, asked) {
      const readings = await read(message, asked)
      const danger = safety(readings)
      if (danger) return { parts: [danger] }
      const [best] = [...readings].sort((a, b) => standing(b) - standing(a))
      const first = part(best as Reading, asked.audience)
      const second = decided(first) ? secondQuestion(best as Reading, readings) : undefined
      if (!second) return { parts: [first] }
      const further = part(second, asked.audience)
      if (!decided(further)) return { parts: [first] }
      return {
        parts:
          message.indexOf(second.text) < message.indexOf((best as Reading).text) ? [further, first] : [first, further],
      }
    },
  }
}

const standing = ({ ranking, whole, question }: Reading): number =>
  (ranking[0]?.score ?? 0) - (whole ? 0 : question ? HANDICAP.question : HANDICAP.statement)

const decided = ({ outcome }: Part): boolean =>
  outcome !== 'unknown' && outcome !== 'clarify' && outcome !== 'smalltalk'

/** The best other piece that asks for something else, if it is sure enough to be a question of its own. */
function secondQuestion(first: Reading, readings: readonly Reading[]): Reading | undefined {
  const overlaps = (one: Reading) => !first.whole && (first.text.includes(one.text) || one.text.includes(first.text))
  return readings
    .filter(({ whole, ranking: [top] }) => !whole && top && top.score >= SECOND && top.kind !== 'smalltalk')
    .filter(({ question, ranking: [top] }) => question || (top?.kind === 'action' && top.score >= ACTION))
    .filter((one) => one.ranking[0]?.id !== first.ranking[0]?.id && !overlaps(one))
    .sort((a, b) => standing(b) - standing(a))[0]
}

function outcomeOf(entry: Entry): 'answered' | 'not-stated' | 'signpost' | 'smalltalk' | 'refused' {
  switch (entry.kind) {
    case 'answer':
      return 'answered'
    case 'not-stated':
    case 'signpost':
      return entry.kind
    case 'smalltalk':
      return entry.outcome ?? 'smalltalk'
  }
}

/** The best candidates with a confidence each: the first one calibrated, the others in proportion to it. */
function named(ranking: readonly Candidate[], entries: ReadonlyMap<string, Entry>): Scored[] {
  const top = ranking.slice(0, NAMED)
  const confidence = confidenceIn(ranking, entries)
  const first = Math.max(top[0]?.score ?? 0, Number.EPSILON)
  return top.map(({ id, score }) => ({
    id,
    confidence: Math.round(100 * confidence * Math.max(0, score / first)) / 100,
  }))
}

/** What to offer as "did you mean": never smalltalk, nothing that is not for who asks, or scores little beside the first. */
function choicesOf(ranking: readonly Candidate[], { entries, intents }: Knowledge, audience: Audience): Choice[] {
  const least = 0.4 * (ranking[0]?.score ?? 0)
  return ranking
    .slice(0, NAMED)
    .filter(
      ({ id, kind, score }) =>
        kind !== 'smalltalk' && score >= least && (intents.get(id)?.roles.includes(audience) ?? true),
    )
    .slice(0, CHOICES)
    .map(({ id }) => ({ id, label: entries.get(id)?.question ?? sentence(intents.get(id)?.phrasings[0] ?? id) }))
}

const sentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

/** A link's words stay, its address goes. */
const withoutLinks = (text: string): string =>
  text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/https?:\/\/\S+/g, ' ')
