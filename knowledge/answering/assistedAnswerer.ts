import type { Entry, Knowledge } from '../content/knowledge.ts'
import { tokens } from '../matching/text.ts'
import type { Answerer } from './answerer.ts'
import { dependsOnContext } from './contextRanking.ts'
import type { Audience, Decision, Part } from './decision.ts'
import { type Deadline, deadlineIn, type Exchange, type LanguageModel, type ModelEntry } from './languageModel.ts'
import { isPublished, modelScope } from './modelScope.ts'
import { historyOf, type Table } from './table.ts'

/** Words from which a message is a ramble. */
const RAMBLE = 20
/** Turns of the history that a model is given. */
const TURNS = 3

interface Question {
  message: string
  audience: Audience
  table?: Table
}

/** A decision after the model's help. */
export interface Assisted {
  parts: readonly Part[]
  /** Whether a model read the message or chose among the candidates. */
  model: boolean
}

/** Improves a decision of which the curated engine is unsure. What is said of it stays the curated text. */
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
}

export function createAssistedAnswerer({
  knowledge,
  answerer,
  model,
  decideOnVendorVectors = async () => undefined,
  timeoutMs,
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

  return {
    wouldAsk([first, second], asked) {
      if (!first || second || !isOpen(first)) return false
      return isRewritable(asked) || candidatesOf([first], asked.audience).length > 0
    },

    async assist(parts, asked) {
      const curated: Assisted = { parts, model: false }
      const [first] = parts
      if (!first || !this.wouldAsk(parts, asked)) return curated
      const deadline = deadlineIn(timeoutMs)
      const vendorDecision = await decideOnVendorVectors(asked.message, asked)
      if (vendorDecision && isSure(vendorDecision.parts))
        return { parts: vendorDecision.parts.map((one) => ({ ...one, text: first.text })), model: true }
      const again = isRewritable(asked) ? await decideRewritten(first, asked, deadline) : undefined
      if (again?.sure) return { parts: again.parts, model: true }
      if (again?.parts.some(isDangerous)) return curated
      const candidates = candidatesOf([...(again?.parts ?? []), first], asked.audience)
      const chosen = await choose(first, again?.question ?? asked.message, candidates, deadline)
      return chosen ? { parts: [chosen], model: true } : curated
    },
  }
}

const isSure = (parts: readonly Part[]): boolean =>
  parts.every((part) => (part.outcome === 'answered' || part.outcome === 'not-stated') && !part.followUp)
