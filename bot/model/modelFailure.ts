import OpenAI from 'openai'
import type { NoAnswer } from '../../knowledge/answering/languageModel.ts'

/** A failed call. Thrown inside this folder alone; outside it, a NoAnswer. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly why: NoAnswer
  /** Whether the same call may succeed a moment later, and when the vendor says so, in how many milliseconds. */
  readonly again: boolean
  readonly after: number | undefined
  /** What the call cost all the same. */
  readonly tokens: number

  constructor(
    why: NoAnswer,
    { again = false, after, tokens = 0, cause }: { again?: boolean; after?: number; tokens?: number; cause?: unknown },
  ) {
    super(why, { cause })
    this.why = why
    this.again = again
    this.after = after
    this.tokens = tokens
  }
}

/** What the SDK, the network or a schema threw, as a failure. */
export function failureOf(cause: unknown): ModelFailure {
  if (cause instanceof ModelFailure) return cause
  if (cause instanceof OpenAI.APIUserAbortError || cause instanceof OpenAI.APIConnectionTimeoutError)
    return new ModelFailure('slow', { cause })
  if (cause instanceof OpenAI.APIError) {
    const { status, headers, code } = cause
    // Azure answers 400 where its filter stops a question.
    if (status === 400 && code === 'content_filter') return new ModelFailure('refused', { cause })
    const again = status === undefined || status === 429 || status >= 500
    return new ModelFailure('unavailable', { again, after: retryAfter(headers), cause })
  }
  const unreadable = cause instanceof SyntaxError || (cause instanceof Error && cause.name === 'ZodError')
  return new ModelFailure(unreadable ? 'malformed' : 'unavailable', { cause })
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after, and the milliseconds that Azure and OpenAI send beside it. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(milliseconds)) return milliseconds
  const given = headers?.get('retry-after')
  if (!given) return undefined
  const wait = Number.isFinite(Number(given)) ? 1000 * Number(given) : Date.parse(given) - Date.now()
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined
}
