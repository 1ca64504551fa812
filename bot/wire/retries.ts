import { setTimeout as wait } from 'node:timers/promises'
import { type ConnectorClient, ConnectorFactory } from 'botframework-connector'

interface WireRequest {
  abortSignal?: AbortSignal
}
interface WireResponse {
  readonly status: number
  readonly headers: { get(name: string): string | undefined }
}
type Send = (request: WireRequest) => Promise<WireResponse>
interface WirePolicy {
  readonly name: string
  sendRequest(request: WireRequest, next: Send): Promise<WireResponse>
}
interface WirePipeline {
  removePolicy(named: { name: string }): unknown
  addPolicy(policy: WirePolicy, options: { phase: 'Retry' }): void
}

const timeoutMs = 10_000
const longestWait = 3000
const pauses = [200, 600]

/** What Teams asks a bot to try again: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const transient = new Set([412, 429, 502, 503, 504])
const unreached = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE'])

const isUnreached = (error: unknown): boolean => unreached.has(String((error as { code?: unknown } | null)?.code))

/** Milliseconds to wait before the next try; undefined when there is to be none. */
const pauseAfter = (tries: number, response?: WireResponse): number | undefined => {
  const pause = pauses[tries]
  if (pause === undefined) return undefined
  const asked = Number(response?.headers.get('retry-after') ?? Number.NaN) * 1000
  if (!(asked >= 0)) return pause
  return asked > longestWait ? undefined : asked
}

/**
 * Instead of the stock policy, under which a channel that is down holds a turn for ten seconds and one that hangs holds
 * it for ever: two more tries within a moment, and ten seconds for each answer.
 */
const shortRetries: WirePolicy = {
  name: 'shortRetries',
  async sendRequest(request, next) {
    const given = request.abortSignal
    for (let tries = 0; ; tries++) {
      try {
        request.abortSignal = given ?? AbortSignal.timeout(timeoutMs)
        const response = await next(request)
        const pause = transient.has(response.status) ? pauseAfter(tries, response) : undefined
        if (pause === undefined) return response
        await wait(pause)
      } catch (error) {
        const pause = isUnreached(error) ? pauseAfter(tries) : undefined
        if (pause === undefined) throw error
        await wait(pause)
      }
    }
  },
}

const pipelineOf = (client: ConnectorClient): WirePipeline =>
  (client as unknown as { client: { pipeline: WirePipeline } }).client.pipeline

/** Makes connector clients with the short retry policy. */
export class ShortRetryConnectorFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory

  constructor(inner: ConnectorFactory) {
    super()
    this.#inner = inner
  }

  override async create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const client = await this.#inner.create(serviceUrl, audience)
    const pipeline = pipelineOf(client)
    pipeline.removePolicy({ name: 'defaultRetryPolicy' })
    pipeline.addPolicy(shortRetries, { phase: 'Retry' })
    return client
  }
}
