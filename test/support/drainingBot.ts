import { drainOnSignal } from '../../bot/drain.ts'
import { createLogger } from '../../bot/logger.ts'
import { startBot } from './botServer.ts'

/** A process of its own, to send a signal to: its turns take 300 ms, and what it closes is written out. */
const bot = await startBot({
  onTurn: async (context) => {
    process.stdout.write('turning\n')
    await new Promise((resolve) => setTimeout(resolve, 300))
    await context.sendActivity('Two years.')
  },
})

drainOnSignal({
  log: createLogger('silent'),
  close: [
    () => bot.close(),
    async () => {
      process.stdout.write('store closed\n')
      if (process.env.BROKEN) throw new Error('The store does not close.')
    },
  ],
})
process.stdout.write(`${bot.url}\n`)
