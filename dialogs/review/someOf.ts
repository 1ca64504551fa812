import { normalise } from '../reading/normalise.ts'
import { beginsWith, says } from '../reading/phrases.ts'
import { isEmpty } from './asking/askedFilter.ts'
import type { ReviewContext } from './command.ts'
import { readMessage } from './readMessage.ts'
import { reviewTable } from './reviewMemory.ts'

/** Those of some interests whom the message points out, by name, place on the list or what they are. Throws StoreUnavailable. */
export const pointedOut = async (context: ReviewContext, keys: readonly string[]): Promise<string[]> => {
  const { target, filter } = await readMessage(context, 'review')
  if (target.kind === 'keys') return keys.filter((key) => target.keys.includes(key))
  if (target.kind === 'numbers' || target.kind === 'places') {
    const { keys: shown = [] } = reviewTable(context.turn.memory).list ?? {}
    const numbers = target.kind === 'numbers' ? target.numbers : [target.from < 0 ? keys.length : 1]
    const among = keys.every((key) => shown.includes(key)) ? shown : keys
    return numbers.flatMap((number) => keys.filter((key) => key === among[number - 1]))
  }
  if (isEmpty(filter)) return []
  const found = await context.service.keysOf(context.actor, { ...filter, keys })
  return found.kind === 'keys' ? found.keys : []
}

/** To which of some the officer's answer goes: "only lucy", "yes but not ben"; undefined when to all. Throws StoreUnavailable. */
export const someOf = async (context: ReviewContext, keys: readonly string[]): Promise<string[] | undefined> => {
  const text = normalise(context.turn.message)
  if (!says(text, 'onlySome')) return undefined
  const said = await pointedOut(context, keys)
  if (said.length === 0) return beginsWith(text, 'surelyYes') ? undefined : []
  return says(text, 'leavesOut') ? keys.filter((key) => !said.includes(key)) : said
}
