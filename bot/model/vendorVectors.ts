import type OpenAI from 'openai'
import { deadlineIn } from '../../knowledge/answering/languageModel.ts'
import type { SentenceEncoder } from '../../knowledge/matching/sentenceEncoder.ts'
import type { DailyTokens } from './dailyTokens.ts'
import { ModelFailure } from './modelFailure.ts'
import type { Guard } from './modelGuard.ts'

/** Texts of one request, and the milliseconds that it may take. */
const BATCH = 256
const TIMEOUT_MS = { question: 1500, batch: 60_000 }
/** A few texts are somebody's message; more are the content. */
const FEW = 16

interface VendorVectorsDeps {
  client: OpenAI
  model: string
  guard: Guard
  tokens: DailyTokens
}

/**
 * Sentence vectors of a vendor's model. How many dimensions it has, its first answer says.
 * @throws ModelFailure when the vendor cannot be had, here and in `embed`
 */
export async function openVendorVectors(deps: VendorVectorsDeps): Promise<SentenceEncoder> {
  const [first] = await embed(['warm up'], deps)
  if (!first) throw new ModelFailure('malformed', {})
  const dimensions = first.length
  return {
    id: `${deps.model}@${dimensions}`,
    dimensions,
    async embed(texts) {
      const vectors: Float32Array[] = []
      for (let at = 0; at < texts.length; at += BATCH) vectors.push(...(await embed(texts.slice(at, at + BATCH), deps)))
      if (vectors.some(({ length }) => length !== dimensions)) throw new ModelFailure('malformed', {})
      return vectors
    },
  }
}

async function embed(
  texts: readonly string[],
  { client, model, guard, tokens }: VendorVectorsDeps,
): Promise<Float32Array[]> {
  const input = texts.map((text) => text || ' ')
  const reserved = Math.ceil(input.join('').length / 4) + input.length
  if (!tokens.reserve(reserved)) throw new ModelFailure('over-budget', {})
  const deadline = deadlineIn(texts.length <= FEW ? TIMEOUT_MS.question : TIMEOUT_MS.batch)
  const call = (signal: AbortSignal) => client.embeddings.create({ model, input, encoding_format: 'float' }, { signal })
  const { data, usage } = await guard(call, deadline).catch((error: unknown) => {
    tokens.settle(reserved, 0)
    throw error
  })
  tokens.settle(reserved, usage?.total_tokens || reserved)
  const ordered = [...data].sort((a, b) => a.index - b.index).map(({ embedding }) => Float32Array.from(embedding))
  const whole = ordered.length === texts.length && ordered.every((vector) => vector.every(Number.isFinite))
  if (!whole) throw new ModelFailure('malformed', {})
  return ordered
}
