import type { ClientSecretCredentialOptions } from '@azure/identity'
import { TimeoutStrategy, timeout } from 'cockatiel'
import type { Identity } from '../config.ts'

/** A bearer token for Microsoft Graph; undefined where Graph asks for none. Throws when it can't be had. */
export type GraphToken = () => Promise<string | undefined>

/** Sends the requests of a sign-in; Azure's own when it is left out. */
export type SignInClient = ClientSecretCredentialOptions['httpClient']

const timeoutMs = 5000

/** Where each national cloud signs in: https://learn.microsoft.com/graph/deployments */
const logins: Readonly<Record<string, string>> = {
  'graph.microsoft.com': 'https://login.microsoftonline.com',
  'graph.microsoft.us': 'https://login.microsoftonline.us',
  'dod-graph.microsoft.us': 'https://login.microsoftonline.us',
  'microsoftgraph.chinacloudapi.cn': 'https://login.chinacloudapi.cn',
}

const credentialOf = async (identity: Identity, graphBaseUrl: string, httpClient: SignInClient) => {
  const { appId, password = '', tenantId, type } = identity
  const { ClientSecretCredential, ManagedIdentityCredential } = await import('@azure/identity')
  if (type === 'UserAssignedMSI') return new ManagedIdentityCredential({ clientId: appId })
  const { host, hostname } = new URL(graphBaseUrl)
  const login = logins[hostname]
  return new ClientSecretCredential(tenantId, appId, password, {
    authorityHost: login ?? `https://${host}`,
    disableInstanceDiscovery: login === undefined, // Microsoft knows its own clouds alone
    retryOptions: { maxRetries: 0 }, // a person is waiting
    ...(httpClient && { httpClient }),
  })
}

/** The token of the bot's app or managed identity; none without an identity, for a Graph on this computer. */
export const graphToken = (
  identity: Identity | undefined,
  graphBaseUrl: string,
  httpClient?: SignInClient,
): GraphToken => {
  if (!identity) return async () => undefined
  const withinLimit = timeout(timeoutMs, TimeoutStrategy.Aggressive)
  const credential = credentialOf(identity, graphBaseUrl, httpClient)
  credential.catch(() => undefined) // told by each call
  return () => withinLimit.execute(async () => (await (await credential).getToken(`${graphBaseUrl}/.default`)).token)
}
