import * as z from 'zod'
import type { Identity } from '../config.ts'

/** A bearer token for Microsoft Graph; nothing where none is asked for. Throws when it can't be had. */
export type GraphToken = () => Promise<string | undefined>

const patience = 5000
const renewBefore = 5 * 60_000

/** Where each national cloud signs in: https://learn.microsoft.com/graph/deployments */
const logins: Readonly<Record<string, string>> = {
  'graph.microsoft.com': 'https://login.microsoftonline.com',
  'graph.microsoft.us': 'https://login.microsoftonline.us',
  'dod-graph.microsoft.us': 'https://login.microsoftonline.us',
  'microsoftgraph.chinacloudapi.cn': 'https://login.chinacloudapi.cn',
}

/** A Graph of a test signs in at its own address. */
const loginOf = (graphBaseUrl: string): string => logins[new URL(graphBaseUrl).hostname] ?? graphBaseUrl

const scopeOf = (graphBaseUrl: string): string => `${graphBaseUrl}/.default`

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() })

/** Signs in as the app, by its password, and keeps the token until shortly before it ends. */
export const clientCredentials = (
  { appId, password = '', tenantId }: Pick<Identity, 'appId' | 'password' | 'tenantId'>,
  graphBaseUrl: string,
): GraphToken => {
  let kept: { token: string; until: number } | undefined
  return async () => {
    if (kept && kept.until > Date.now()) return kept.token
    const response = await fetch(`${loginOf(graphBaseUrl)}/${tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: appId,
        client_secret: password,
        grant_type: 'client_credentials',
        scope: scopeOf(graphBaseUrl),
      }),
      signal: AbortSignal.timeout(patience),
    })
    if (!response.ok) throw new Error(`No token for Microsoft Graph: status ${response.status}.`)
    const { access_token: token, expires_in: seconds } = tokenAnswer.parse(await response.json())
    kept = { token, until: Date.now() + seconds * 1000 - renewBefore }
    return token
  }
}

const managedIdentity = (clientId: string, graphBaseUrl: string): GraphToken => {
  const credential = import('@azure/identity').then(
    ({ ManagedIdentityCredential }) => new ManagedIdentityCredential({ clientId }),
  )
  return async () => (await (await credential).getToken(scopeOf(graphBaseUrl))).token
}

/** As what Graph is asked: the app with its password, its managed identity, or, for a Graph on this computer, nobody. */
export const graphToken = (identity: Identity | undefined, graphBaseUrl: string): GraphToken => {
  if (!identity) return async () => undefined
  if (identity.type === 'UserAssignedMSI') return managedIdentity(identity.appId, graphBaseUrl)
  return clientCredentials(identity, graphBaseUrl)
}
