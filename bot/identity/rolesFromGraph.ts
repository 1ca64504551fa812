import { setTimeout as wait } from 'node:timers/promises'
import * as z from 'zod'
import type { Role } from '../../dialogs/access.ts'
import { type Logger, redacted } from '../logger.ts'
import { recently } from '../recently.ts'
import type { GraphRoles } from '../settings.ts'
import type { GraphToken } from './graphToken.ts'
import type { RolesSource } from './rolesSource.ts'

export interface GraphRolesOptions {
  readonly groups: GraphRoles
  readonly baseUrl: string
  readonly token: GraphToken
  readonly log: Logger
  readonly cacheMinutes?: number
  /** For one try, in milliseconds: a person is waiting. */
  readonly patience?: number
  readonly now?: () => number
}

const failureSeconds = 10
const longestWait = 5000
const passing = new Set([429, 502, 503, 504])

const memberGroups = z.object({ value: z.array(z.string().toLowerCase()) })

const retryAfter = (response: Response): number => {
  const seconds = Number(response.headers.get('retry-after') ?? 1)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : 1000
}

/**
 * Asks Microsoft Graph in which of the two groups a person is, directly or through another group. An answer is kept
 * for minutes; without one the person is staff, and Graph is asked again soon.
 */
export const rolesFromGraph = (options: GraphRolesOptions): RolesSource => {
  const { groups, baseUrl, token, log, cacheMinutes = 5, patience = 5000, now } = options
  const groupIds = [groups.hr, groups.manager].flatMap((group) => group ?? [])
  const known = recently<Promise<Role>>({ milliseconds: cacheMinutes * 60_000, most: 10_000, now })
  const failed = recently<true>({ milliseconds: failureSeconds * 1000, most: 10_000, now })

  const ask = async (objectId: string): Promise<Response> => {
    const bearer = await token()
    return fetch(`${baseUrl}/v1.0/users/${encodeURIComponent(objectId)}/checkMemberGroups`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
      body: JSON.stringify({ groupIds }),
      signal: AbortSignal.timeout(patience),
    })
  }

  const askTwice = async (objectId: string): Promise<Response> => {
    const response = await ask(objectId)
    const pause = retryAfter(response)
    if (!passing.has(response.status) || pause > longestWait) return response
    await wait(pause)
    return ask(objectId)
  }

  const find = async (objectId: string): Promise<Role> => {
    const response = await askTwice(objectId)
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
        known.forget(objectId)
        failed.set(objectId, true)
        log.error({ err, person: redacted(objectId) }, 'Microsoft Graph did not say who this is: staff for now')
        return 'staff'
      }
    },
  }
}
