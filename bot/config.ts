import { resolve } from 'node:path'
import { refuseExposedFiles } from './exposedFiles.ts'
import { type ModelConfig, modelOf } from './modelConfig.ts'
import {
  type AppType,
  ConfigError,
  type GraphRoles,
  isLoopback,
  isLoopbackUrl,
  type LogLevel,
  type Settings,
  settings,
} from './settings.ts'

export type { ModelConfig } from './modelConfig.ts'
export { ConfigError } from './settings.ts'

/** The bot's registration with Bot Framework, in its own tenant. */
export interface Identity {
  readonly appId: string
  readonly password?: string
  readonly tenantId: string
  readonly type: AppType
}

export type TelemetryConfig = { readonly otlpEndpoint: string } | { readonly connectionString: string }

export interface Config {
  readonly port: number
  readonly host: string
  /** Where staff's browsers reach the bot's download pages. */
  readonly publicUrl?: string
  readonly dataDir: string
  readonly knowledgeDir: string
  readonly sentenceVectors: boolean
  /** Without a key, the managed identity asks. */
  readonly cosmos?: { readonly endpoint: string; readonly key?: string; readonly database: string }
  /** Unset in local mode. */
  readonly identity?: Identity
  /** Whose staff are served, and nobody else: the bot's own tenant unless another is set. Unset in local mode. */
  readonly staffTenantId?: string
  readonly rolesFile?: string
  readonly graphRoles?: GraphRoles
  readonly graphBaseUrl: string
  readonly model?: ModelConfig
  readonly smallNumber: number
  readonly retentionDays: number
  /** Messages a person may send in a minute. */
  readonly rateLimit: number | 'off'
  readonly timeZone: string
  readonly logLevel: LogLevel
  readonly telemetry?: TelemetryConfig
  readonly production: boolean
  /** No app id: unsigned activities are believed, so it listens on loopback only. */
  readonly localMode: boolean
}

/**
 * The settings of the environment, whole and frozen. Throws a ConfigError that names the setting and the cure.
 * `folder` is where relative paths begin, and where `.env` would be.
 */
export const readConfig = (env: NodeJS.ProcessEnv = process.env, folder = process.cwd()): Config => {
  const given = parse(env)
  const production = given.NODE_ENV === 'production'
  const identity = identityOf(given)
  const localMode = identity === undefined
  const config: Config = {
    port: given.PORT,
    host: given.HOST ?? (localMode ? '127.0.0.1' : '0.0.0.0'),
    publicUrl: given.PUBLIC_URL,
    dataDir: resolve(folder, given.DATA_DIR),
    knowledgeDir: resolve(folder, given.KNOWLEDGE_DIR),
    sentenceVectors: given.SENTENCE_VECTORS === 'on',
    cosmos: cosmosOf(given),
    identity,
    staffTenantId: given.STAFF_TENANT_ID?.toLowerCase() ?? identity?.tenantId,
    rolesFile: given.ROLES_FILE === undefined ? undefined : resolve(folder, given.ROLES_FILE),
    graphRoles: given.GRAPH_ROLES,
    graphBaseUrl: given.GRAPH_BASE_URL,
    model: modelOf(given),
    smallNumber: given.SMALL_NUMBER,
    retentionDays: given.RETENTION_DAYS,
    rateLimit: given.RATE_LIMIT,
    timeZone: given.TIME_ZONE,
    logLevel: given.LOG_LEVEL,
    telemetry: telemetryOf(given),
    production,
    localMode,
  }
  refuseUnsafe(config)
  refuseExposedFiles({ folder, production, rolesFile: config.rolesFile })
  return deepFreeze(config)
}

const parse = (env: NodeJS.ProcessEnv): Settings => {
  const set = Object.entries(env).flatMap(([name, value = '']) => (value.trim() === '' ? [] : [[name, value.trim()]]))
  const parsed = settings.safeParse(Object.fromEntries(set))
  if (parsed.success) return parsed.data
  throw new ConfigError(parsed.error.issues[0]?.message ?? 'A setting is wrong: hold it against .env.example.')
}

const identityOf = (given: Settings): Identity | undefined => {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId } = given
  const type = given.MICROSOFT_APP_TYPE
  if (appId === undefined) {
    if (password === undefined) return undefined
    throw new ConfigError(
      'MICROSOFT_APP_PASSWORD is set without MICROSOFT_APP_ID: set both, or neither for local mode.',
    )
  }
  if (tenantId === undefined) {
    throw new ConfigError(
      'MICROSOFT_APP_TENANT_ID is not set, and the bot belongs to one tenant: set it to the id of yours.',
    )
  }
  if (type === 'SingleTenant' && password === undefined) {
    throw new ConfigError(
      'MICROSOFT_APP_PASSWORD is not set: set it, or set MICROSOFT_APP_TYPE to UserAssignedMSI to use a managed identity.',
    )
  }
  if (type === 'UserAssignedMSI' && password !== undefined) {
    throw new ConfigError('MICROSOFT_APP_PASSWORD is set, and a managed identity has none: remove it.')
  }
  return { appId: appId.toLowerCase(), password, tenantId: tenantId.toLowerCase(), type }
}

const cosmosOf = ({ COSMOS_ENDPOINT: endpoint, COSMOS_KEY: key, COSMOS_DATABASE: database }: Settings) => {
  if (endpoint !== undefined) return { endpoint, key, database }
  if (key === undefined) return undefined
  throw new ConfigError('COSMOS_KEY is set without COSMOS_ENDPOINT: set both, or neither to use the embedded database.')
}

const telemetryOf = (given: Settings): TelemetryConfig | undefined => {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint, APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString } = given
  if (otlpEndpoint !== undefined) return { otlpEndpoint }
  return connectionString === undefined ? undefined : { connectionString }
}

const refuseUnsafe = ({
  production,
  localMode,
  host,
  identity,
  staffTenantId,
  rateLimit,
  rolesFile,
  graphRoles,
  graphBaseUrl,
}: Config): void => {
  if (production && localMode) {
    throw new ConfigError(
      'MICROSOFT_APP_ID is not set, and NODE_ENV=production does not believe unsigned messages: set it, or unset NODE_ENV.',
    )
  }
  if (localMode && !isLoopback(host)) {
    throw new ConfigError(
      'HOST is not this computer alone, and local mode believes whoever reaches it: set MICROSOFT_APP_ID, or HOST to 127.0.0.1.',
    )
  }
  if (!localMode && rateLimit === 'off') {
    throw new ConfigError('RATE_LIMIT is off, which only local mode allows: set a number, or leave it out for 60.')
  }
  if (rolesFile !== undefined && graphRoles !== undefined) {
    throw new ConfigError('ROLES_FILE and GRAPH_ROLES are both set, and one place says who is who: remove one of them.')
  }
  if (localMode && staffTenantId !== undefined) {
    throw new ConfigError('STAFF_TENANT_ID is set without MICROSOFT_APP_ID: set both, or neither for local mode.')
  }
  if (graphRoles !== undefined && identity?.type === 'UserAssignedMSI' && identity.tenantId !== staffTenantId) {
    throw new ConfigError(
      'GRAPH_ROLES is set with STAFF_TENANT_ID, and a managed identity cannot ask about another tenant: use ROLES_FILE.',
    )
  }
  if (graphRoles !== undefined && localMode && !isLoopbackUrl(graphBaseUrl)) {
    throw new ConfigError('GRAPH_ROLES is set without MICROSOFT_APP_ID, as which Microsoft Graph is asked: set it.')
  }
}

const deepFreeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value
  for (const inner of Object.values(value)) deepFreeze(inner)
  return Object.freeze(value)
}
