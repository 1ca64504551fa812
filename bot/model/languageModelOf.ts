import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type OpenAI from 'openai'
import {
  type Deadline,
  type FromModel,
  given,
  type LanguageModel,
  type NoAnswer,
  none,
} from '../../knowledge/answering/languageModel.ts'
import type { DailyTokens } from './dailyTokens.ts'
import { callModel, type StructuredCall } from './modelCall.ts'
import { failureOf } from './modelFailure.ts'
import type { Guard } from './modelGuard.ts'
import { choosing, NONE, rewriting } from './modelQuestions.ts'

export interface LanguageModelDeps {
  client: OpenAI
  /** The model, or on Azure the deployment. */
  model: string
  guard: Guard
  tokens: DailyTokens
  /** Removes from a person's words what identifies them. Everything that a person wrote goes through it. */
  mask: (text: string) => string
  /** Called after each call with its use, outcome and cost, and none of its words. */
  onCall?: (call: { use: string; outcome: 'given' | 'remembered' | NoAnswer; tokens: number; ms: number }) => void
  /** The answers that are cached: at most so many, each for so long. */
  kept?: { most: number; milliseconds: number }
}

const KEPT = { most: 2000, milliseconds: 24 * 60 * 60_000 }
/** About what an English text of that many characters costs: four a token. */
const tokensIn = (text: string): number => Math.ceil(text.length / 4)

/** The domain's two questions, put to a vendor's model. */
export function languageModelOf({
  client,
  model,
  guard,
  tokens,
  mask,
  onCall = () => undefined,
  kept = KEPT,
}: LanguageModelDeps): LanguageModel {
  const remembered = new LRUCache<string, object>({ max: kept.most, ttl: kept.milliseconds })

  const ask = async <T extends object>(call: StructuredCall<T>, deadline: Deadline): Promise<FromModel<T>> => {
    const key = hash([model, call.name, call.instructions, call.input])
    const known = remembered.get(key)
    const started = performance.now()
    const told = (outcome: 'given' | 'remembered' | NoAnswer, used: number): void =>
      onCall({ use: call.name, outcome, tokens: used, ms: Math.round(performance.now() - started) })
    if (known) {
      told('remembered', 0)
      return given(known as T)
    }
    const reserved = tokensIn(call.instructions + call.input) + call.most
    if (!tokens.reserve(reserved)) {
      told('over-budget', 0)
      return none('over-budget')
    }
    let begun = false
    try {
      const { value, tokens: counted } = await guard((signal) => {
        begun = true
        return callModel(client, model, call, signal)
      }, deadline)
      const used = counted || reserved
      tokens.settle(reserved, used)
      remembered.set(key, value)
      told('given', used)
      return given(value)
    } catch (error) {
      const { why, tokens: spent } = failureOf(error)
      // What was slow may have been billed all the same.
      const used = why === 'slow' && begun ? reserved : spent
      tokens.settle(reserved, used)
      told(why, used)
      return none(why)
    }
  }

  return {
    async rewrite({ said, message }, deadline) {
      const answer = await ask(rewriting({ said, message: mask(message) }), deadline)
      if (answer.kind === 'none') return answer
      return given(answer.value.question.trim())
    },
    async choose({ question, candidates }, deadline) {
      const answer = await ask(choosing({ question: mask(question), candidates }), deadline)
      if (answer.kind === 'none') return answer
      return given(answer.value.choice === NONE ? undefined : answer.value.choice)
    },
  }
}

const hash = (parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')
