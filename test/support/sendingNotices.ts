/**
 * A process that sends notices over Bot Framework, to be killed. Told by its arguments: the place, what time it is, how
 * long a claim holds, and where it waits for a line on standard input: `before` a notice is sent, `after` it, or nowhere.
 */
import { once } from 'node:events'
import { createAdapter } from '../../bot/adapter.ts'
import { createLogger } from '../../bot/logger.ts'
import { botSender } from '../../bot/notices/sender.ts'
import { outboxOn } from './notices.ts'
import { openPlace } from './openPlace.ts'

const [place = '', now = '', lease = '', waits = ''] = process.argv.slice(2)
const stores = await openPlace(place)
const sender = botSender({ adapter: createAdapter({ identity: undefined }, { log: createLogger('silent') }) })
const tell = (line: string): boolean => process.stdout.write(`${line}\n`)

const wait = async (moment: string, id: string): Promise<void> => {
  if (moment !== waits) return
  tell(`${moment} ${id}`)
  await once(process.stdin, 'data')
}

const box = outboxOn(
  stores,
  () => new Date(now),
  {
    async send(reference, reply, id) {
      await wait('before', id)
      const outcome = await sender.send(reference, reply, id)
      await wait('after', id)
      return outcome
    },
  },
  { leaseMs: Number(lease) },
)
tell(`done ${JSON.stringify(await box.run())}`)
await stores.close()
process.exit(0)
