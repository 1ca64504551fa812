import {
  type Activity,
  ActivityEventNames,
  ActivityTypes,
  CloudAdapter,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type TurnContext,
} from 'botbuilder'
import type { AuthenticateRequestResult, ServiceClientCredentialsFactory } from 'botframework-connector'
import { StoreUnavailable } from '../dialogs/storeUnavailable.ts'
import type { Config } from './config.ts'
import { currentTurn, type Logger, newTurnId } from './logger.ts'
import { keepEntityFields } from './wire/entities.ts'
import { StrictAuthentication } from './wire/strictAuthentication.ts'

export interface AdapterOptions {
  readonly log: Logger
  /** A test's own issuer, in place of Microsoft's. */
  readonly authentication?: ConfigurationBotFrameworkAuthenticationOptions
  /** A test's own credentials, which need no token endpoint. */
  readonly credentials?: ServiceClientCredentialsFactory
  /** The time limit for fetching the issuer's keys. */
  readonly timeoutMs?: number
}

export type TurnLogic = (context: TurnContext) => Promise<void>
export type { AuthenticateRequestResult as Sender } from 'botframework-connector'

/** The HTTP response to an activity. */
export interface TurnAnswer {
  readonly status: number
  readonly body?: unknown
}

/** Bot Framework's adapter for this bot: authenticates Teams alone, keeps citations, and soon gives up on a channel that is down. */
export const createAdapter = (
  config: Pick<Config, 'identity'>,
  { log, ...authentication }: AdapterOptions,
): ProgrammeAdapter => {
  keepEntityFields()
  return new ProgrammeAdapter(new StrictAuthentication(config.identity, { log, ...authentication }), log)
}

/** CloudAdapter in two steps, so that the rate limit and the turn queue run between authentication and turn. */
export class ProgrammeAdapter extends CloudAdapter {
  readonly #authentication: StrictAuthentication
  readonly #log: Logger

  constructor(authentication: StrictAuthentication, log: Logger) {
    super(authentication)
    this.#authentication = authentication
    this.#log = log
    this.onTurnError = (context, error) => apologise(context, error, log)
  }

  /** The sender of an activity; undefined when its token does not prove one. */
  authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult | undefined> {
    return this.#authentication.verify(activity, authorization)
  }

  /** Runs the turn of an authenticated activity. Never throws: errors are logged. */
  async run(sender: AuthenticateRequestResult, activity: Activity, logic: TurnLogic): Promise<TurnAnswer> {
    try {
      const answer = await this.processActivity(sender, withDates(activity), logic)
      return { status: answer?.status ?? 200, body: answer?.body }
    } catch (error) {
      this.#log.error({ err: error }, 'The turn ended without a word to the person')
      return { status: 500 }
    }
  }
}

const timeFields = ['timestamp', 'expiration', 'localTimestamp'] as const

/** Turns an activity's times into Dates and keeps their text as `raw…`, as CloudAdapter does before a turn. */
const withDates = (activity: Activity): Activity => {
  const dated: Record<string, unknown> = { ...activity }
  for (const field of timeFields) {
    const time: unknown = dated[field]
    if (typeof time !== 'string') continue
    dated[`raw${field[0]?.toUpperCase()}${field.slice(1)}`] = time
    dated[field] = new Date(time)
  }
  return dated as unknown as Activity
}

const isProactive = ({ type, name }: Activity): boolean =>
  type === ActivityTypes.Event &&
  (name === ActivityEventNames.ContinueConversation || name === ActivityEventNames.CreateConversation)

const apology = (error: Error, reference: string): string =>
  (error instanceof StoreUnavailable
    ? 'Sorry, I cannot reach my records just now, so I could not finish that. Please try again in a few minutes. '
    : 'Sorry, something went wrong and I could not finish that. Please try again in a few minutes. ') +
  `If it happens again, give your IT service desk this reference: ${reference}.`

/** The response to a failed invoke. A card shows the message, and keeps what was typed in it. */
const invokeAnswer = (activity: Activity, message: string): { status: number; body?: object } =>
  activity.name === 'adaptiveCard/action'
    ? {
        status: 200,
        body: { statusCode: 500, type: 'application/vnd.microsoft.error', value: { code: '500', message } },
      }
    : { status: 500 }

/**
 * Tells the person that the turn failed, with the reference of the log entry and no detail. A proactive turn rethrows
 * to its sender instead: the person asked for nothing.
 */
const apologise = async (context: TurnContext, error: Error, log: Logger): Promise<void> => {
  if (isProactive(context.activity)) throw error
  const reference = currentTurn() ?? newTurnId()
  log.error({ err: error, reference, activityType: context.activity.type }, 'The turn failed')
  const text = apology(error, reference)
  const says = context.sendActivities([
    { type: ActivityTypes.Trace, name: 'error', valueType: 'error', value: { reference, error: error.name } },
    { type: ActivityTypes.Message, text, inputHint: 'acceptingInput' },
  ])
  if (context.activity.type !== ActivityTypes.Invoke) {
    await says
    return
  }
  await says.catch((err: unknown) => log.error({ err, reference }, 'The apology could not be sent'))
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: invokeAnswer(context.activity, text) })
}
