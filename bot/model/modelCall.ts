import type OpenAI from 'openai'
import { zodTextFormat } from 'openai/helpers/zod'
import type { ZodType } from 'zod'
import { ModelFailure } from './modelFailure.ts'

/** One question with the shape that its answer must have. */
export interface StructuredCall<T> {
  /** Names the shape to the model. */
  name: string
  shape: ZodType<T>
  instructions: string
  /** Data for the model to read; no part of it is an instruction. */
  input: string
  /** The most that the answer may be, in tokens. */
  most: number
}

/**
 * Asks once, through the Responses API, with storage off.
 * @returns the answer in its shape, and the tokens it cost
 * @throws ModelFailure when it was refused, cut off or left empty; whatever the SDK throws otherwise
 */
export async function callModel<T>(
  client: OpenAI,
  model: string,
  { name, shape, instructions, input, most }: StructuredCall<T>,
  signal: AbortSignal,
): Promise<{ value: T; tokens: number }> {
  const response = await client.responses.parse(
    {
      model,
      instructions,
      input: [{ role: 'user', content: input }],
      text: { format: zodTextFormat(shape, name) },
      max_output_tokens: most,
      store: false,
    },
    { signal },
  )
  const tokens = response.usage?.total_tokens ?? 0
  if (response.status === 'incomplete') {
    const why = response.incomplete_details?.reason === 'content_filter' ? 'refused' : 'truncated'
    throw new ModelFailure(why, { tokens })
  }
  if (response.status !== undefined && response.status !== 'completed')
    throw new ModelFailure('unavailable', { again: true, tokens })
  const said = response.output.flatMap((item) => (item.type === 'message' ? item.content : []))
  if (said.some(({ type }) => type === 'refusal')) throw new ModelFailure('refused', { tokens })
  const parsed = shape.safeParse(response.output_parsed)
  if (!parsed.success) throw new ModelFailure('malformed', { tokens, cause: parsed.error })
  return { value: parsed.data, tokens }
}
