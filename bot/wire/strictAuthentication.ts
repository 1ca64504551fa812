import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder'
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  type ClaimsIdentity,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector'
import * as z from 'zod'
import type { Identity } from '../config.ts'
import { type Logger, safeMessage } from '../logger.ts'
import { ShortRetryConnectorFactory } from './retries.ts'

const { ToBotFromChannelTokenIssuer, AllowedSigningAlgorithms, ServiceUrlClaim, IssuerClaim, AudienceClaim } =
  AuthenticationConstants

const clockTolerance = 5 * 60_000

const tokenHeader = z.object({ alg: z.enum(AllowedSigningAlgorithms as [string, ...string[]]) })
const tokenClaims = z.object({ iss: z.literal(ToBotFromChannelTokenIssuer), exp: z.number() })

const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))

/** Whether it claims to be a token of the channel, still valid; nothing of it is proved by that. */
const mayBeChannelToken = (authorization: string): boolean => {
  const [, header = '', claims = ''] = /^Bearer ([\w-]+)\.([\w-]+)\.[\w-]+$/.exec(authorization) ?? []
  try {
    tokenHeader.parse(decoded(header))
    return tokenClaims.parse(decoded(claims)).exp * 1000 > Date.now() - clockTolerance
  } catch {
    return false
  }
}

const refuse = (): never => {
  throw new AuthenticationError('', 401)
}

interface StrictAuthenticationOptions {
  readonly log: Logger
  readonly authentication?: ConfigurationBotFrameworkAuthenticationOptions
  readonly credentials?: ServiceClientCredentialsFactory
  /** The time limit for fetching the issuer's keys. */
  readonly timeoutMs?: number
}

const credentialsOf = ({ appId, password, tenantId, type }: Identity): ServiceClientCredentialsFactory =>
  new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: type,
  })

/**
 * Believes an activity that Teams signed for this bot, and nothing else. Stock authentication also takes the tokens
 * of an emulator, of a skill and of Direct Line, whose sender may write any `aadObjectId`; adds the tenants of
 * unproved tokens to those it believes; checks no service URL when there is none; and tells a stranger what was wrong.
 */
export class StrictAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #identity: Identity | undefined
  readonly #log: Logger
  readonly #timeoutMs: number

  constructor(identity: Identity | undefined, options: StrictAuthenticationOptions) {
    const { log, authentication = {}, credentials, timeoutMs = 5000 } = options
    super(
      identity ? { MicrosoftAppId: identity.appId, MicrosoftAppTenantId: identity.tenantId, ...authentication } : {},
      credentials ?? (identity ? credentialsOf(identity) : new ConfigurationServiceClientCredentialFactory({})),
    )
    this.#identity = identity
    this.#log = log
    this.#timeoutMs = timeoutMs
  }

  /** The sender of an activity; undefined when its token does not prove one. Local mode believes everybody. */
  async verify(activity: Activity, authorization: string): Promise<AuthenticateRequestResult | undefined> {
    try {
      if (this.#identity) mustComeFromTeams(activity, authorization)
      const result = await within(this.#timeoutMs, super.authenticateRequest(activity, authorization))
      if (this.#identity) mustBeFor(result.claimsIdentity, this.#identity, activity)
      const { connectorFactory } = result
      return connectorFactory
        ? { ...result, connectorFactory: new ShortRetryConnectorFactory(connectorFactory) }
        : result
    } catch (error) {
      const why = error instanceof Error ? safeMessage(error.message) : 'unknown'
      this.#log.warn({ why }, 'The sender of an activity is not proved')
      return undefined
    }
  }

  override async authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    return (await this.verify(activity, authorization)) ?? refuse()
  }

  override authenticateStreamingRequest = async (): Promise<AuthenticateRequestResult> => refuse()

  override authenticateChannelRequest = async (): Promise<ClaimsIdentity> => refuse()

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return new ShortRetryConnectorFactory(super.createConnectorFactory(claims))
  }
}

const mustComeFromTeams = ({ channelId, serviceUrl }: Activity, authorization: string): void => {
  if (channelId !== 'msteams') throw new Error('It does not come from Teams.')
  if (!serviceUrl) throw new Error('It has no service URL.')
  if (!mayBeChannelToken(authorization)) throw new Error('It has no valid token of a channel.')
}

const mustBeFor = (claims: ClaimsIdentity, { appId }: Identity, { serviceUrl }: Activity): void => {
  if (!claims.isAuthenticated) throw new Error('Its token is not authenticated.')
  if (claims.getClaimValue(IssuerClaim) !== ToBotFromChannelTokenIssuer)
    throw new Error('Its token has another issuer.')
  if (claims.getClaimValue(AudienceClaim)?.toLowerCase() !== appId) throw new Error('Its token is for another bot.')
  if (claims.getClaimValue(ServiceUrlClaim) !== serviceUrl) throw new Error('Its token has another service URL.')
}

const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The keys of the issuer did not come in time.')), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
