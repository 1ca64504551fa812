import type { Entry, Knowledge } from '../content/knowledge.ts'
import { tokens } from '../matching/text.ts'
import type { Answerer } from './answerer.ts'
import { shapeOf } from './assistedShapes.ts'
import { dependsOnContext } from './contextRanking.ts'
import type { Audience, Decision, Part } from './decision.ts'
import { ground } from './grounding.ts'
import { type Deadline, deadlineIn, type Exchange, type LanguageModel, type ModelEntry } from './languageModel.ts'
import { isInScope, isPublished, modelEntry, modelScope } from './modelScope.ts'
import { historyOf, type Table } from './table.ts'

/** Words from which a message is a ramble. */
const RAMBLE = 20
/** Turns of the history that a model is given. */
const TURNS = 3
/** Milliseconds that the phrasing of a sure answer may take. */
const PHRASING_MS = 3000

interface Question {
  message: string
  audience: Audience
  table?: Table
}

/** A decision after the model's help. */
export interface Assisted {
  parts: readonly Part[]
  /** Whether the model took part: it rewrote the message, chose an entry, or phrased the answer. */
  model: boolean
  /** The answered parts in the model's words, grounded in their entries; `[n]` cites the nth of them. */
  phrased?: string
}

/** Improves a decision where the curated engine is unsure, or where its text does not have the question's shape. */
export interface AssistedAnswerer {
  /** Whether the model would be asked, so that the person may have to wait. */
  wouldAsk(parts: readonly Part[], asked: Question): boolean
  /**
   * Never throws for what the model does, and never decides on an action, a signpost or a refusal.
   * @throws Error when the matcher cannot rank
   */
  assist(parts: readonly Part[], asked: Question): Promise<Assisted>
}

interface AssistedDeps {
  knowledge: Pick<Knowledge, 'entries'>
  answerer: Answerer
  model: LanguageModel
  /** The curated engine on a vendor's sentence vectors, for what ours is unsure of; undefined while it is not available. */
  decideOnVendorVectors?: (message: string, asked: Question) => Promise<Decision | undefined>
  /** Milliseconds that all calls of the model in one turn may take together. */
  timeoutMs: number
  /** Called with why a phrasing was not used, and never with the phrasing. */
  onDoubt?: (entries: readonly string[], why: string) => void
}

export function createAssistedAnswerer({
  knowledge,
  answerer,
  model,
  decideOnVendorVectors = async () => undefined,
  timeoutMs,
  onDoubt = () => undefined,
}: AssistedDeps): AssistedAnswerer {
  const { isDangerous, isOpen, candidatesOf } = modelScope(knowledge)
  const entryOf = (id: string): Entry | undefined => knowledge.entries.get(id)
  const exchanges = (table: Table | undefined): Exchange[] =>
    historyOf(table)
      .slice(0, TURNS)
      .reverse()
      .flatMap((id) => {
        const entry = entryOf(id)
        return entry ? [{ question: entry.question, answer: entry.shortAnswer }] : []
      })

  const isRewritable = ({ message, table }: Question): boolean =>
    (historyOf(table).length > 0 && dependsOnContext(message)) || tokens(message).length >= RAMBLE

  const isShaped = (parts: readonly Part[], question: string): boolean =>
    parts.every(({ outcome }) => outcome === 'answered') && (parts.length > 1 || shapeOf(question) !== undefined)

  /** The curated engine's decision on the question as the model rewrites it; nothing when the model gives no question. */
  const decideRewritten = async (
    part: Part,
    asked: Question,
    deadline: Deadline,
  ): Promise<{ question: string; parts: readonly Part[]; sure: boolean } | undefined> => {
    const rewritten = await model.rewrite({ said: exchanges(asked.table), message: asked.message }, deadline)
    if (rewritten.kind === 'none' || rewritten.value === '') return undefined
    const again = (await answerer.decide(rewritten.value, { audience: asked.audience })).parts
    return { question: rewritten.value, parts: again.map((one) => ({ ...one, text: part.text })), sure: isSure(again) }
  }

  /** The part with the candidate that the model chooses, if it chooses one. */
  const choose = async (
    part: Part,
    question: string,
    candidates: readonly ModelEntry[],
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

  /** The answered parts in the model's words, if it gives any that are grounded in their entries. */
  const phrase = async (parts: readonly Part[], question: string, deadline: Deadline): Promise<string | undefined> => {
    const cited = parts.flatMap((part) => ('entry' in part ? [modelEntry(part.entry)] : []))
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
      if (parts.some((part) => !isInScope(part))) return false
      const [first, second] = parts
      if (first && !second && isOpen(first))
        return isRewritable(asked) || candidatesOf(parts, asked.audience).length > 0
      return isShaped(parts, asked.message)
    },

    async assist(parts, asked) {
      const [first, second] = parts
      if (!first || !this.wouldAsk(parts, asked)) return { parts, model: false }
      const deadline = deadlineIn(timeoutMs)
      let decided = parts
      let question = asked.message
      if (!second && isOpen(first)) {
        const vendorDecision = await decideOnVendorVectors(asked.message, asked)
        const sure = vendorDecision !== undefined && isSure(vendorDecision.parts)
        const again = !sure && isRewritable(asked) ? await decideRewritten(first, asked, deadline) : undefined
        question = again?.question ?? question
        if (sure) decided = vendorDecision.parts.map((one) => ({ ...one, text: first.text }))
        else if (again?.sure) decided = again.parts
        else {
          const candidates = candidatesOf([...(again?.parts ?? []), first], asked.audience)
          const one = again?.parts.some(isDangerous) ? undefined : await choose(first, question, candidates, deadline)
          if (!one) return { parts, model: false }
          decided = [one]
        }
      }
      const isChanged = decided !== parts
      if (!isShaped(decided, question)) return { parts: decided, model: isChanged }
      const words = await phrase(decided, question, deadlineIn(Math.min(PHRASING_MS, deadline.left())))
      return { parts: decided, model: isChanged || words !== undefined, ...(words !== undefined && { phrased: words }) }
    },
  }
}

const isSure = (parts: readonly Part[]): boolean =>
  parts.every((part) => (part.outcome === 'answered' || part.outcome === 'not-stated') && !part.followUp)
