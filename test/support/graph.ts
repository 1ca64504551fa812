import { createDefaultHttpClient } from '@azure/core-rest-pipeline'
import type { SignInClient } from '../../bot/identity/graphToken.ts'
import { listenOnLoopback, readAll } from './freePort.ts'

interface GraphCall {
  readonly objectId: string
  readonly authorization?: string
  readonly groupIds: readonly string[]
}

export interface Graph {
  readonly url: string
  /** The groups of each person, by object id. */
  readonly groups: Map<string, string[]>
  readonly calls: GraphCall[]
  readonly tokenCalls: Record<string, string>[]
  /** The tenant that each token was asked of. */
  readonly tokenTenants: string[]
  /** The next calls get these instead of an answer, in turn; status 0 is none at all. */
  failNext(...failures: { status: number; headers?: Record<string, string> }[]): void
  close(): Promise<void>
}

const client = createDefaultHttpClient()

/** Sends a sign-in to loopback in the clear: Azure's library asks no address without TLS. */
export const signInInTheClear: SignInClient = {
  sendRequest: (request) =>
    client.sendRequest(
      Object.assign(request, { url: request.url.replace(/^https:/, 'http:'), allowInsecureConnection: true }),
    ),
}

/** Microsoft Graph and its sign-in on loopback, as far as the roles need it. */
export const startGraph = async (): Promise<Graph> => {
  const groups = new Map<string, string[]>()
  const calls: GraphCall[] = []
  const tokenCalls: Record<string, string>[] = []
  const tokenTenants: string[] = []
  const failures: { status: number; headers?: Record<string, string> }[] = []

  const { url, close } = await listenOnLoopback(async (req, res) => {
    const body = await readAll(req)
    const answer = (status: number, value: object, headers: Record<string, string> = {}) => {
      res.writeHead(status, { 'content-type': 'application/json', ...headers })
      res.end(JSON.stringify(value))
    }
    if (req.url?.endsWith('/.well-known/openid-configuration')) {
      const tenant = `https://${req.headers.host}/${req.url.split('/')[1]}`
      return answer(200, {
        issuer: `${tenant}/v2.0`,
        authorization_endpoint: `${tenant}/oauth2/v2.0/authorize`,
        token_endpoint: `${tenant}/oauth2/v2.0/token`,
        jwks_uri: `${tenant}/discovery/v2.0/keys`,
      })
    }
    if (req.url?.includes('/oauth2/v2.0/token?')) {
      tokenTenants.push(req.url.split('/')[1] ?? '')
      tokenCalls.push(Object.fromEntries(new URLSearchParams(body)))
      return answer(200, { access_token: `token-${tokenCalls.length}`, expires_in: 3600, token_type: 'Bearer' })
    }
    const [, objectId] = /^\/v1\.0\/users\/([^/]+)\/checkMemberGroups$/.exec(req.url ?? '') ?? []
    if (!objectId) return answer(404, {})
    const { groupIds } = JSON.parse(body) as { groupIds: string[] }
    calls.push({ objectId, authorization: req.headers.authorization, groupIds })
    const failure = failures.shift()
    if (failure?.status === 0) return
    if (failure) return answer(failure.status, { error: {} }, failure.headers)
    const theirs = groups.get(objectId)
    if (!theirs) return answer(404, { error: { code: 'Request_ResourceNotFound' } })
    return answer(200, { value: groupIds.filter((id) => theirs.includes(id)) })
  })

  return { url, groups, calls, tokenCalls, tokenTenants, failNext: (...next) => failures.push(...next), close }
}
