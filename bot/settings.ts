import * as z from 'zod'

/** A setting that is wrong or unsafe, in one sentence that names it and the cure. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const guidPattern = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const guid = (message: string) => z.string().regex(guidPattern, message)

/** Whether a host is this computer alone. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)

/** Whether a web address leads to this computer alone. */
export const isLoopbackUrl = (url: string | undefined): boolean =>
  url !== undefined && URL.canParse(url) && isLoopback(new URL(url).hostname)

const number = (name: string, fallback: number, min: number, max: number) =>
  z
    .string()
    .default(String(fallback))
    .refine(
      (text) => /^\d{1,12}$/.test(text) && Number(text) >= min && Number(text) <= max,
      `${name} is not a whole number from ${min} to ${max}: write one, or leave it out for ${fallback}.`,
    )
    .transform(Number)

const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

/** An address that a key is sent to: encrypted, or on this computer. */
const address = (name: string) =>
  z
    .string()
    .refine(
      (url) => isWebAddress(url) && (new URL(url).protocol === 'https:' || isLoopbackUrl(url)),
      `${name} is not an address that begins with https:// (http:// only on this computer): correct it.`,
    )
    .transform((url) => url.replace(/\/+$/, ''))

const webAddress = (name: string) =>
  z.string().refine(isWebAddress, `${name} is not an address that begins with http:// or https://: correct it.`)

const oneOf = <const Values extends readonly [string, ...string[]]>(name: string, values: Values) =>
  z.enum(values, `${name} is not one of ${values.join(', ')}: choose one of them, or leave it out.`)

const timeZone = z.string().refine((zone) => {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: zone }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}, 'TIME_ZONE is not a time zone that this computer knows: write one such as Europe/London.')

const appTypes = ['SingleTenant', 'UserAssignedMSI'] as const
export type AppType = (typeof appTypes)[number]

const appType = z
  .string()
  .default('SingleTenant')
  .transform((given) => appTypes.find((type) => type.toLowerCase() === given.toLowerCase()))
  .refine(
    (type) => type !== undefined,
    'MICROSOFT_APP_TYPE is not SingleTenant (with MICROSOFT_APP_PASSWORD) or UserAssignedMSI (a managed identity): choose one of them.',
  )

export interface GraphRoles {
  readonly manager?: string
  readonly hr?: string
}

const graphRolesCure =
  'GRAPH_ROLES is not manager=<group id>,hr=<group id>: write one or both, with the object ids of the Entra groups.'

const graphRoles = z.string().transform((text, context): GraphRoles => {
  const roles: { manager?: string; hr?: string } = {}
  for (const part of text.split(',')) {
    const [role = '', group = '', ...rest] = part.split('=').map((piece) => piece.trim())
    const known = role === 'manager' || role === 'hr'
    if (!known || roles[role] !== undefined || rest.length > 0 || !guidPattern.test(group)) {
      context.addIssue(graphRolesCure)
      return z.NEVER
    }
    roles[role] = group.toLowerCase()
  }
  return roles
})

const rateLimit = z
  .string()
  .default('60')
  .refine(
    (text) => text === 'off' || (/^\d{1,6}$/.test(text) && Number(text) > 0),
    'RATE_LIMIT is not a whole number from 1 to 999999 (or off, in local mode): write one, or leave it out for 60.',
  )
  .transform((text): number | 'off' => (text === 'off' ? 'off' : Number(text)))

/** Every setting there is, each by itself; `config.ts` holds them against each other. */
export const settings = z.object({
  NODE_ENV: z.string().optional(),
  PORT: number('PORT', 3978, 0, 65_535),
  HOST: z.string().optional(),
  PUBLIC_URL: address('PUBLIC_URL').optional(),
  DATA_DIR: z.string().default('.data'),
  KNOWLEDGE_DIR: z.string().default('knowledge'),
  SENTENCE_VECTORS: oneOf('SENTENCE_VECTORS', ['on', 'off']).default('on'),
  COSMOS_ENDPOINT: address('COSMOS_ENDPOINT').optional(),
  COSMOS_KEY: z.string().optional(),
  COSMOS_DATABASE: z.string().default('assistant-practitioner-bot'),
  MICROSOFT_APP_ID: guid(
    'MICROSOFT_APP_ID is not an id like 00000000-0000-0000-0000-000000000000: copy it from the bot in Azure.',
  ).optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: guid(
    'MICROSOFT_APP_TENANT_ID is not an id like 00000000-0000-0000-0000-000000000000: copy the tenant id from Entra.',
  ).optional(),
  MICROSOFT_APP_TYPE: appType,
  STAFF_TENANT_ID: guid(
    "STAFF_TENANT_ID is not an id like 00000000-0000-0000-0000-000000000000: copy the staff's tenant id from Entra, or leave it out when it is the bot's own.",
  ).optional(),
  ROLES_FILE: z.string().optional(),
  GRAPH_ROLES: graphRoles.optional(),
  GRAPH_BASE_URL: address('GRAPH_BASE_URL').default('https://graph.microsoft.com'),
  OPENAI_API_KEY: z.string().optional(),
  AZURE_OPENAI_ENDPOINT: address('AZURE_OPENAI_ENDPOINT').optional(),
  AZURE_OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: address('OPENAI_BASE_URL').optional(),
  OPENAI_PUBLIC_API_APPROVED: oneOf('OPENAI_PUBLIC_API_APPROVED', ['yes', 'no']).default('no'),
  OPENAI_CHAT_MODEL: z.string().default('gpt-4.1-mini'),
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  OPENAI_DAILY_TOKENS: number('OPENAI_DAILY_TOKENS', 500_000, 1, 999_999_999_999),
  SMALL_NUMBER: number('SMALL_NUMBER', 5, 2, 1000),
  RETENTION_DAYS: number('RETENTION_DAYS', 365, 1, 36_500),
  RATE_LIMIT: rateLimit,
  TIME_ZONE: timeZone.default('Europe/London'),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress('OTEL_EXPORTER_OTLP_ENDPOINT').optional(),
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .regex(
      /(^|;)InstrumentationKey=/i,
      'APPLICATIONINSIGHTS_CONNECTION_STRING is not a connection string: copy it whole from Application Insights.',
    )
    .optional(),
  LOG_LEVEL: oneOf('LOG_LEVEL', logLevels).default('info'),
})

export type Settings = z.output<typeof settings>

/** The settings whose value is a secret. */
export const secretSettings = [
  'MICROSOFT_APP_PASSWORD',
  'COSMOS_KEY',
  'OPENAI_API_KEY',
  'AZURE_OPENAI_API_KEY',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
] as const satisfies readonly (keyof Settings)[]
