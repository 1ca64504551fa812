import type { Logger } from './logger.ts'

/** Work that is done again and again while the process lives. */
export interface Loop {
  /** Begins at once; a second call changes nothing. */
  start(): void
  /** No round begins any more. Resolves when the one in hand has ended; its signal asks it to end soon. */
  stop(): Promise<void>
}

/**
 * Does something every so often, never twice at once: the pause begins when the work has ended. What goes wrong is
 * logged, and the next round comes all the same. It keeps no process alive.
 * @param name what the log calls it
 * @param ms the pause between two rounds
 */
export const everySoOften = (
  name: string,
  ms: number,
  work: (signal: AbortSignal) => Promise<unknown>,
  log: Pick<Logger, 'error'>,
): Loop => {
  let stopping: AbortController | undefined
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const round = async (signal: AbortSignal): Promise<void> => {
    try {
      await work(signal)
    } catch (err) {
      log.error({ err, loop: name }, 'A round of regular work failed')
    }
    if (!signal.aborted) timer = setTimeout(begin, ms, signal).unref()
  }
  const begin = (signal: AbortSignal): void => {
    running = round(signal)
  }

  return {
    start() {
      if (stopping) return
      stopping = new AbortController()
      begin(stopping.signal)
    },
    async stop() {
      stopping?.abort()
      clearTimeout(timer)
      await running
    },
  }
}
