import { DelegateBackoff, handleWhenResult, retry } from 'cockatiel'
import { LRUCache } from 'lru-cache'
import * as z from 'zod'
import type { Role } from '../../dialogs/access.ts'
import { type Logger, redacted } from '../logger.ts'
import type { GraphRoles } from '../settings.ts'
import type { GraphToken } from './graphToken.ts'
import type { RolesSource } from './rolesSource.ts'

interface GraphRolesOptions {
  readonly groups: GraphRoles
  readonly baseUrl: string
  readonly token: GraphToken
  readonly log: Logger
  readonly cacheMinutes?: number
  /** For one try, in milliseconds: a person is waiting. */
  readonly timeoutMs?: number
  readonly now?: () => number
}

const failureSeconds = 10
const longestWait = 5000
const transient = new Set([429, 502, 503, 504])

const memberGroups = z.object({ value: z.array(z.string().toLowerCase()) })

const retryAfterMs = (response: unknown): number => {
  const seconds = Number((response as Response).headers.get('retry-after') ?? 1)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 1000
}

/** Asks once more when Graph is busy, after the time that it names. */
const onceMore = retry(
  handleWhenResult((response) => transient.has((response as Response).status) && retryAfterMs(response) <= longestWait),
  {
    maxAttempts: 1,
    backoff: new DelegateBackoff(({ result }) => ('value' in result ? retryAfterMs(result.value) : 0)),
  },
)

/**
 * Asks Microsoft Graph in which of the two groups a person is, directly or through another group. An answer is kept
 * for minutes; without one the person is staff, and Graph is asked again soon.
 */
export const rolesFromGraph = (options: GraphRolesOptions): RolesSource => {
  const { groups, baseUrl, token, log, cacheMinutes = 5, timeoutMs = 5000, now = Date.now } = options
  const groupIds = [groups.hr, groups.manager].flatMap((group) => group ?? [])
  const bounds = { max: 10_000, perf: { now }, ttlResolution: 0 }
  const known = new LRUCache<string, Promise<Role>>({ ...bounds, ttl: cacheMinutes * 60_000 })
  const failed = new LRUCache<string, true>({ ...bounds, ttl: failureSeconds * 1000 })

  const ask = async (objectId: string): Promise<Response> => {
    const bearer = await token()
    return fetch(`${baseUrl}/v1.0/users/${encodeURIComponent(objectId)}/checkMemberGroups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
      body: JSON.stringify({ groupIds }),
      signal: AbortSignal.timeout(timeoutMs),
    })
  }

  const find = async (objectId: string): Promise<Role> => {
    const response = await onceMore.execute(() => ask(objectId))
    if (response.status === 404) return 'staff'
    if (!response.ok) throw new Error(`Microsoft Graph answered with status ${response.status}.`)
    const { value } = memberGroups.parse(await response.json())
    if (groups.hr && value.includes(groups.hr)) return 'hr'
    return groups.manager && value.includes(groups.manager) ? 'manager' : 'staff'
  }

  return {
    async roleOf(_tenantId, objectId) {
      if (failed.get(objectId)) return 'staff'
      const role = known.get(objectId) ?? find(objectId)
      if (known.get(objectId) !== role) known.set(objectId, role)
      try {
        return await role
      } catch (err) {
        known.delete(objectId)
        failed.set(objectId, true)
        log.error({ err, person: redacted(objectId) }, 'Microsoft Graph did not say who this is: staff for now')
        return 'staff'
      }
    },
  }
}
