import OpenAI from 'openai'
import type { ModelConfig } from '../config.ts'

/** Microsoft's scope for Azure OpenAI: https://learn.microsoft.com/azure/ai-services/openai/how-to/managed-identity */
const SCOPE = 'https://cognitiveservices.azure.com/.default'
const PUBLIC = 'https://api.openai.com/v1'

/** Gives a bearer token for Azure OpenAI. Throws when there is none to be had. */
type TokenProvider = () => Promise<string>

interface ClientOptions {
  /** The managed identity's client id, where it is a user-assigned one. */
  clientId?: string
  /** For a test: tokens that need no Azure. */
  token?: TokenProvider
}

/**
 * A client of OpenAI, or of Azure OpenAI through its `/openai/v1` path, which speaks the same protocol: a model is then
 * the name of a deployment. It never retries, never logs, and reads nothing from the environment.
 */
export async function openClient(config: ModelConfig, options: ClientOptions = {}): Promise<OpenAI> {
  const quiet = { maxRetries: 0, logLevel: 'off', organization: null, project: null } as const
  if (config.vendor === 'openai')
    return new OpenAI({ ...quiet, apiKey: config.apiKey, baseURL: config.baseUrl ?? PUBLIC })
  const baseURL = `${config.endpoint}/openai/v1`
  if (config.apiKey === undefined)
    return new OpenAI({ ...quiet, baseURL, apiKey: options.token ?? (await managedIdentity(options.clientId)) })
  return new OpenAI({
    ...quiet,
    baseURL,
    apiKey: config.apiKey,
    defaultHeaders: { 'api-key': config.apiKey, authorization: null },
  })
}

async function managedIdentity(clientId: string | undefined): Promise<TokenProvider> {
  const { getBearerTokenProvider, ManagedIdentityCredential } = await import('@azure/identity')
  return getBearerTokenProvider(new ManagedIdentityCredential(clientId ? { clientId } : {}), SCOPE)
}
