import { STATUS_CODES } from 'node:http'
import type { Activity } from 'botbuilder'
import type { Request, Response } from 'restify'
import type { ProgrammeAdapter, Sender, TurnAnswer, TurnLogic } from './adapter.ts'
import type { Config } from './config.ts'
import { readActivity } from './incomingActivity.ts'
import { inTurn, type Logger, newTurnId, redacted } from './logger.ts'
import { rateLimit } from './rateLimit.ts'
import { respond } from './respond.ts'
import { isLoopbackUrl } from './settings.ts'
import { turnQueue } from './turnQueue.ts'
import { turnsOnce } from './turnsOnce.ts'

export interface MessagesOptions {
  readonly config: Pick<Config, 'identity' | 'rateLimit' | 'localMode'>
  readonly log: Logger
  readonly adapter: ProgrammeAdapter
  readonly onTurn: TurnLogic
}

/** Who is counted: the person, whatever the conversation; without one, the sender's id in the channel. */
const personOf = ({ from, conversation, channelId }: Activity): string =>
  `${conversation.tenantId ?? channelId}/${from?.aadObjectId ?? from?.id ?? conversation.id}`.toLowerCase()

/** The same when Teams sends an activity again; an edit keeps the id of its message, and has a time of its own. */
const activityKey = ({ type, id, name, timestamp, from, conversation, channelId }: Activity): string | undefined => {
  if (!id) return undefined
  const time = type === 'message' || type === 'invoke' ? '' : timestamp
  return redacted(JSON.stringify([channelId, conversation.id, from?.id, type, name, id, time]))
}

/** Answers go to the serviceUrl, if not back with the request; unsigned, it must not send them out of this computer. */
const canBeAnswered = ({ serviceUrl, deliveryMode }: Activity, localMode: boolean): boolean =>
  deliveryMode === 'expectReplies' || (localMode ? isLoopbackUrl(serviceUrl) : serviceUrl !== undefined)

/**
 * POST /api/messages. In this order: is it signed at all, is it an activity, who sent it, was it sent before, are there
 * too many of theirs; then the turn, after those of its conversation that came before it.
 */
export const messagesRoute = ({ config, log, adapter, onTurn }: MessagesOptions) => {
  const tooMany = rateLimit(config.rateLimit)
  const queue = turnQueue()
  const once = turnsOnce()

  const runTurn = (sender: Sender, activity: Activity): Promise<TurnAnswer> =>
    inTurn(newTurnId(), async () => {
      const started = performance.now()
      const answer = await adapter.run(sender, activity, onTurn)
      const ms = Math.round(performance.now() - started)
      log.info({ person: redacted(personOf(activity)), activityType: activity.type, status: answer.status, ms }, 'Turn')
      return answer
    })

  return async (req: Request, res: Response): Promise<void> => {
    const authorization = req.headers.authorization ?? ''
    if (config.identity && !authorization) return respond(res, 401)
    const incoming = await readActivity(req)
    if (incoming.kind === 'refused') {
      return respond(res, incoming.status, incoming.why, incoming.status === 413 ? { connection: 'close' } : {})
    }
    const { activity } = incoming
    const sender = await adapter.authenticate(activity, authorization)
    if (!sender) return respond(res, 401)

    if (!canBeAnswered(activity, config.localMode)) {
      return respond(res, 400, 'The serviceUrl is not an address to answer at; in local mode it is on this computer.')
    }

    const key = activityKey(activity)
    const before = key === undefined ? undefined : once.answerTo(key)
    if (before) {
      log.info({ activityType: activity.type }, 'An activity came again; its turn is not run twice')
      const { status, body } = await before
      return respond(res, status, body)
    }

    const seconds = tooMany(personOf(activity))
    if (seconds > 0) {
      log.warn({ person: redacted(personOf(activity)) }, 'Over the rate limit')
      return respond(res, 429, STATUS_CODES[429], { 'retry-after': String(seconds) })
    }

    const answer = queue.run(`${activity.channelId}/${activity.conversation.id}`, () => runTurn(sender, activity))
    if (key !== undefined) once.keep(key, answer)
    const { status, body } = await answer
    respond(res, status, body)
  }
}
