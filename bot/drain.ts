import type { Logger } from './logger.ts'

interface DrainOptions {
  readonly log: Logger
  /** What to close, in this order: the server, then the stores it needs. */
  readonly close: readonly (() => Promise<void> | void)[]
  readonly exit?: (code: number) => void
  /** Milliseconds after which the process ends with parts still open. */
  readonly timeoutMs?: number
}

/** On SIGTERM or Ctrl-C, closes everything in order and ends the process; on a second one, ends it at once. */
export const drainOnSignal = ({ log, close, exit = process.exit, timeoutMs = 12_000 }: DrainOptions): void => {
  let stopping = false

  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return exit(1)
    stopping = true
    log.info({ signal }, 'Stopping')
    setTimeout(() => exit(1), timeoutMs).unref()
    let code = 0
    for (const part of close) {
      try {
        await part()
      } catch (err) {
        code = 1
        log.error({ err }, 'A part did not close')
      }
    }
    exit(code)
  }

  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, (received) => void stop(received))
}
