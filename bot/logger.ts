import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash, randomBytes } from 'node:crypto'
import { type DestinationStream, type Logger, pino } from 'pino'
import type { LogLevel } from './settings.ts'

export type { Logger } from 'pino'

const turns = new AsyncLocalStorage<string>()

/** Runs a turn so that every line logged in it carries the turn's id. */
export const inTurn = <T>(turnId: string, run: () => T): T => turns.run(turnId, run)

/** The id of the turn that is running, if any. */
export const currentTurn = (): string | undefined => turns.getStore()

const legibleCharacters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Short enough to be read out over the phone, and in the log beside what went wrong. */
export const newTurnId = (): string =>
  Array.from(randomBytes(8), (byte) => legibleCharacters[byte % legibleCharacters.length])
    .join('')
    .replace(/^(.{4})/, '$1-')

/** Stands for an identity in a log: the same for the same person, and telling nothing of them. */
export const redacted = (identity: string): string => createHash('sha256').update(identity).digest('hex').slice(0, 12)

/** Fields of an activity, of a person, and of a request that hold words, names, identities or secrets. */
const personal = [
  'activity',
  'aadObjectId',
  'authorization',
  'body',
  'channelData',
  'conversation',
  'email',
  'from',
  'headers',
  'name',
  'objectId',
  'password',
  'recipient',
  'request',
  'response',
  'text',
  'token',
  'value',
]

const quoted = /(["'`“‘])(?:(?!\1).)*["'`”’]/g
const looksPersonal = /\S+@\S+|[0-9a-f]{8}-[0-9a-f-]{27}|\bBearer\s+\S+|\d{5,}/gi

/** An error's message without what it quotes: a parser, for one, quotes what the person wrote. */
export const safeMessage = (message: string): string =>
  message.replace(looksPersonal, '[…]').replace(quoted, '[…]').slice(0, 300)

const framesOf = (stack: string | undefined): string[] =>
  (stack ?? '').split('\n').flatMap((line) => (/^\s+at /.test(line) ? [line.trim()] : []))

/** What a log may hold of an error: not the request that failed, whose body is what the bot said. */
const describeError = (thrown: unknown, depth = 0): Record<string, unknown> => {
  if (!(thrown instanceof Error)) return { type: typeof thrown }
  const { name, message, stack, cause } = thrown
  const { code, statusCode } = thrown as { code?: unknown; statusCode?: unknown }
  return {
    type: name,
    message: safeMessage(message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    stack: framesOf(stack).slice(0, 12),
    ...(cause !== undefined && depth < 3 ? { cause: describeError(cause, depth + 1) } : {}),
  }
}

/** Writes JSON lines to standard output, off the turn's path and all of them before an orderly exit, or to `destination`. */
export const createLogger = (level: LogLevel, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => describeError(error) },
      redact: { paths: personal.flatMap((field) => [field, `*.${field}`]), censor: '[redacted]' },
      mixin: () => {
        const turn = currentTurn()
        return turn === undefined ? {} : { turn }
      },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  )
