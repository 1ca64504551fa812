import { ConfigError, type Settings } from './settings.ts'

export type ModelConfig = {
  readonly chatModel: string
  /** Without one, sentences are compared by the vectors made here. */
  readonly embeddingModel?: string
  readonly dailyTokens: number
} & (
  | { readonly vendor: 'openai'; readonly apiKey: string; readonly baseUrl?: string }
  /** Without a key, the managed identity asks. */
  | { readonly vendor: 'azure'; readonly endpoint: string; readonly apiKey?: string }
)

/**
 * Which model is set, if any.
 * @throws ConfigError when settings do not fit together, or when production would use OpenAI's public API unapproved
 */
export const modelOf = (given: Settings): ModelConfig | undefined => {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl } = given
  const { AZURE_OPENAI_ENDPOINT: endpoint, AZURE_OPENAI_API_KEY: azureKey } = given
  const shared = {
    chatModel: given.OPENAI_CHAT_MODEL,
    embeddingModel: given.OPENAI_EMBEDDING_MODEL,
    dailyTokens: given.OPENAI_DAILY_TOKENS,
  }
  if (endpoint !== undefined) {
    if (apiKey === undefined) return { ...shared, vendor: 'azure', endpoint, apiKey: azureKey }
    throw new ConfigError(
      "OPENAI_API_KEY is set beside AZURE_OPENAI_ENDPOINT: remove one of them (Azure's key is AZURE_OPENAI_API_KEY).",
    )
  }
  if (azureKey !== undefined) {
    throw new ConfigError('AZURE_OPENAI_API_KEY is set without AZURE_OPENAI_ENDPOINT: set both, or neither.')
  }
  if (apiKey !== undefined) {
    // On Azure what is sent stays in the trust's own tenant; the public API is a decision that somebody must have taken.
    if (given.NODE_ENV !== 'production' || given.OPENAI_PUBLIC_API_APPROVED === 'yes')
      return { ...shared, vendor: 'openai', apiKey, baseUrl }
    throw new ConfigError(
      'OPENAI_PUBLIC_API_APPROVED is not yes, and OPENAI_API_KEY would send questions to OpenAI from production: set it once your information governance lead has approved that, or use AZURE_OPENAI_ENDPOINT instead.',
    )
  }
  if (baseUrl === undefined) return undefined
  throw new ConfigError('OPENAI_BASE_URL is set without OPENAI_API_KEY: set both, or neither to use no model.')
}
