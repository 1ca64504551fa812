import type { Entry, Knowledge } from '../content/knowledge.ts'
import { tokens } from '../matching/text.ts'
import type { Answerer } from './answerer.ts'
import { shapeOf } from './assistedShapes.ts'
import { leansBack } from './context.ts'
import type { Audience, Decision, Part, Previous } from './decision.ts'
import { ground } from './grounding.ts'
import { type Deadline, deadlineIn, type LanguageModel, type Readable, type Said } from './languageModel.ts'

/** A message from so many words on is read as a ramble. */
const RAMBLE = 20
/** Candidates that a model chooses from at most. */
const OFFERED = 6
/** Turns before that a follow-up may lean on. */
const TURNS = 3
/** A danger that is so near to the best candidate: the message is not sent. */
const NEAR_DANGER = 0.85

/** Milliseconds that better words for a sure answer are worth waiting for. */
const WORDING = 3000

export interface Asked {
  message: string
  audience: Audience
  previous?: Previous
}

/** A decision as a model left it. */
export interface Assisted {
  parts: readonly Part[]
  /** Whether a model had a hand in it: it read the message, chose, or phrased. */
  model: boolean
  /** The answered parts in a model's words, `[n]` standing for the nth of them. Held against their entries. */
  phrased?: string
}

/** Takes a decision further where the curated engine is unsure, or where its wording does not meet the question. */
export interface AssistedAnswerer {
  /** Whether a model would be asked about it: then the person may have to wait. */
  wouldAsk(parts: readonly Part[], asked: Asked): boolean
  /**
   * Never throws for what a model does, and never makes an action, a signpost or a refusal of anything.
   * @throws Error when the matcher cannot rank
   */
  assist(parts: readonly Part[], asked: Asked): Promise<Assisted>
}

export interface AssistedDeps {
  knowledge: Pick<Knowledge, 'entries'>
  answerer: Answerer
  model: LanguageModel
  /** The curated engine on a vendor's sentence vectors; undefined when it has no opinion. Asked only where ours is unsure. */
  closer?: (message: string, asked: Asked) => Promise<Decision | undefined>
  /** Milliseconds that all the questions of one turn to the model may take together. */
  patience: number
  /** Told why a model's phrasing was not used. Never a word of it. */
  onDoubt?: (entries: readonly string[], why: string) => void
}

export function createAssistedAnswerer({
  knowledge: { entries },
  answerer,
  model,
  closer = async () => undefined,
  patience,
  onDoubt = () => undefined,
}: AssistedDeps): AssistedAnswerer {
  const entryOf = (id: string): Entry | undefined => entries.get(id)
  const said = (previous: Previous | undefined): Said[] =>
    (previous ? [previous.id, ...(previous.before ?? [])] : [])
      .slice(0, TURNS)
      .reverse()
      .flatMap((id) => {
        const entry = entryOf(id)
        return entry ? [{ question: entry.question, answer: entry.shortAnswer }] : []
      })

  /** Published answers and silences for this audience; no action, no signpost, no smalltalk. */
  const candidatesOf = (parts: readonly Part[], audience: Audience): Readable[] =>
    [...new Set(parts.flatMap(({ candidates }) => candidates.map(({ id }) => id)))]
      .flatMap((id) => entryOf(id) ?? [])
      .filter(({ kind, audience: only }) => isPublished(kind) && (only?.includes(audience) ?? true))
      .slice(0, OFFERED)
      .map(readable)

  const isDangerous = ({ candidates }: Part): boolean =>
    candidates.some(
      ({ id, confidence }) =>
        entryOf(id)?.topic === 'safety' && confidence >= NEAR_DANGER * (candidates[0]?.confidence ?? 0),
    )

  /** Only what was asked and not understood is read again: an action that may be meant is asked about, as ever. */
  const isOpen = (part: Part): boolean => {
    if (part.outcome !== 'unknown' && part.outcome !== 'clarify') return false
    if (isDangerous(part)) return false
    return part.outcome === 'unknown' || part.choices.every(({ id }) => entryOf(id) !== undefined)
  }

  const isRewritable = ({ message, previous }: Asked): boolean =>
    (previous !== undefined && leansBack(message)) || tokens(message).length >= RAMBLE

  const isShaped = (parts: readonly Part[], question: string): boolean =>
    parts.every(({ outcome }) => outcome === 'answered') && (parts.length > 1 || shapeOf(question) !== undefined)

  /** The question in the message, decided by the curated engine; nothing when it is still not sure of a published answer. */
  const reread = async (
    part: Part,
    asked: Asked,
    deadline: Deadline,
  ): Promise<{ question: string; parts: readonly Part[]; sure: boolean } | undefined> => {
    const rewritten = await model.rewrite({ said: said(asked.previous), message: asked.message }, deadline)
    if (rewritten.kind === 'none' || rewritten.value === '') return undefined
    const again = (await answerer.decide(rewritten.value, { audience: asked.audience })).parts
    return { question: rewritten.value, parts: again.map((one) => ({ ...one, text: part.text })), sure: isSure(again) }
  }

  const chosen = async (
    part: Part,
    question: string,
    candidates: readonly Readable[],
    deadline: Deadline,
  ): Promise<Part | undefined> => {
    if (candidates.length === 0) return undefined
    const choice = await model.choose({ question, candidates }, deadline)
    const id = choice.kind === 'given' ? choice.value : undefined
    const entry = candidates.some((one) => one.id === id) ? entryOf(id as string) : undefined
    if (!entry || !isPublished(entry.kind)) return undefined
    const [own, others] = [part.candidates.filter((c) => c.id === id), part.candidates.filter((c) => c.id !== id)]
    return {
      outcome: entry.kind === 'answer' ? 'answered' : 'not-stated',
      entry,
      text: part.text,
      candidates: [...(own.length > 0 ? own : [{ id: entry.id, confidence: 0 }]), ...others],
    }
  }

  const phrased = async (parts: readonly Part[], question: string, deadline: Deadline): Promise<string | undefined> => {
    const cited = parts.flatMap((part) => ('entry' in part ? [readable(part.entry)] : []))
    const words = await model.phrase({ question, entries: cited }, deadline)
    if (words.kind === 'none' || words.value === '') return undefined
    const grounding = ground(words.value, { question, entries: cited })
    if (grounding.kind === 'grounded') return words.value
    onDoubt(
      cited.map(({ id }) => id),
      grounding.why,
    )
    return undefined
  }

  return {
    wouldAsk(parts, asked) {
      if (parts.some((part) => !isAnswerable(part))) return false
      const [first, second] = parts
      if (first && !second && isOpen(first))
        return isRewritable(asked) || candidatesOf(parts, asked.audience).length > 0
      return isShaped(parts, asked.message)
    },

    async assist(parts, asked) {
      const [first, second] = parts
      if (!first || !this.wouldAsk(parts, asked)) return { parts, model: false }
      const deadline = deadlineIn(patience)
      let decided = parts
      let question = asked.message
      if (!second && isOpen(first)) {
        const nearer = await closer(asked.message, asked)
        const sure = nearer !== undefined && isSure(nearer.parts)
        const again = !sure && isRewritable(asked) ? await reread(first, asked, deadline) : undefined
        question = again?.question ?? question
        if (sure) decided = nearer.parts.map((one) => ({ ...one, text: first.text }))
        else if (again?.sure) decided = again.parts
        else {
          const candidates = candidatesOf([...(again?.parts ?? []), first], asked.audience)
          const one = again?.parts.some(isDangerous) ? undefined : await chosen(first, question, candidates, deadline)
          if (!one) return { parts, model: false }
          decided = [one]
        }
      }
      const read = decided !== parts
      if (!isShaped(decided, question)) return { parts: decided, model: read }
      const words = await phrased(decided, question, deadlineIn(Math.min(WORDING, deadline.left())))
      return { parts: decided, model: read || words !== undefined, ...(words !== undefined && { phrased: words }) }
    },
  }
}

/**
 * Nothing of a danger, an action, a piece of smalltalk or a refusal goes to a model, nor what is about the answer before
 * or is not in English.
 */
const isAnswerable = (part: Part): boolean => {
  if (part.of || (part.outcome === 'unknown' && part.say)) return false
  return ['answered', 'not-stated', 'unknown', 'clarify'].includes(part.outcome)
}

const isSure = (parts: readonly Part[]): boolean =>
  parts.every((part) => (part.outcome === 'answered' || part.outcome === 'not-stated') && !part.of)

const isPublished = (kind: Entry['kind']): boolean => kind === 'answer' || kind === 'not-stated'

const readable = ({ id, question, body }: Entry): Readable => ({ id, question, answer: body })
