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
  /** For a test: an issuer of its own, instead of Microsoft's. */
  readonly authentication?: ConfigurationBotFrameworkAuthenticationOptions
  /** For a test: credentials that need no token endpoint. */
  readonly credentials?: ServiceClientCredentialsFactory
  /** How long the issuer's keys may take, in milliseconds. */
  readonly timeoutMs?: number
}

export type TurnLogic = (context: TurnContext) => Promise<void>
export type { AuthenticateRequestResult as Sender } from 'botframework-connector'

/** What goes back on the request that brought an activity. */
export interface TurnAnswer {
  readonly status: number
  readonly body?: unknown
}

/** The only door to Bot Framework's wire: believes Teams alone, lets citations through, gives up soon on a channel that is down. */
export const createAdapter = (
  config: Pick<Config, 'identity'>,
  { log, ...authentication }: AdapterOptions,
): BotAdapter => {
  keepEntityFields()
  return new BotAdapter(new StrictAuthentication(config.identity, { log, ...authentication }), log)
}

/** Bot Framework's adapter in two steps, so that the rate limit and the queue can stand between sender and turn. */
export class BotAdapter extends CloudAdapter {
  readonly #authentication: StrictAuthentication
  readonly #log: Logger

  constructor(authentication: StrictAuthentication, log: Logger) {
    super(authentication)
    this.#authentication = authentication
    this.#log = log
    this.onTurnError = (context, error) => apologise(context, error, log)
  }

  /** Who sent it, or nothing when that isn't proved. */
  authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult | undefined> {
    return this.#authentication.proved(activity, authorization)
  }

  /** Runs the turn of an activity whose sender is proved. Never throws: what went wrong is in the log. */
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

/** As CloudAdapter does before a turn: the text of a time becomes a Date, and is kept beside it. */
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

/** What a card shows when its button failed; the card and what was typed in it stay. */
const invokeAnswer = (activity: Activity, message: string): { status: number; body?: object } =>
  activity.name === 'adaptiveCard/action'
    ? {
        status: 200,
        body: { statusCode: 500, type: 'application/vnd.microsoft.error', value: { code: '500', message } },
      }
    : { status: 500 }

/**
 * Says that something went wrong and by which reference it is in the log, and nothing of what. A notice that the bot
 * sends by itself fails towards whoever sends it instead: the person asked for nothing.
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
