import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'
import { asksWhoIsLike } from './asking/claim.ts'
import { extractReviewSlots, namesNoMore } from './asking/extractReviewSlots.ts'
import { type ReviewMessage, readReviewMessage } from './asking/reviewMessage.ts'
import { namesIn } from './asking/reviewTarget.ts'
import type { ReviewContext } from './command.ts'
import { reviewTable } from './reviewMemory.ts'

/** Those whom words of a message name: each of those on the table, else of all. */
const namedIn = async ({ service, actor, turn }: ReviewContext, said: string[][]): Promise<string[]> => {
  const { list, opened } = reviewTable(turn.memory)
  const near = [...new Set([...(opened ? [opened] : []), ...(list?.keys ?? [])])]
  const named: string[] = []
  for (const name of said) {
    const here = await service.namedAmong(actor, near, [name])
    const all = here.length > 0 ? undefined : await service.keysOf(actor, { name: name.join(' ') })
    named.push(...here, ...(all?.kind === 'keys' ? await service.namedAmong(actor, all.keys, [name]) : []))
  }
  return named
}

/** The line manager whom words of a message name, when they name nobody on the list: "who has carol got", "toms lot". */
const managerIn = async ({ service, actor }: ReviewContext, said: string[][]): Promise<string | undefined> => {
  for (const words of said) {
    const name = words.join(' ')
    for (const manager of [name, name.replace(/s$/, '')]) {
      const [staff, same] = [await service.keysOf(actor, { manager }), await service.keysOf(actor, { name: manager })]
      if (staff.kind === 'keys' && staff.keys.length > 0 && same.kind === 'keys' && same.keys.length === 0)
        return manager
    }
  }
  return undefined
}

/** Reads a message of HR's against what is on the table. Throws StoreUnavailable. */
export const readMessage = async (context: ReviewContext, action: string): Promise<ReviewMessage> => {
  const { service, turn, actor, wording, memory, places, timeZone, now } = context
  const slots = extractReviewSlots(turn.message, places, context.statuses)
  const { cohorts } = await wording()
  const said = namesIn(turn.message.replace(/\b(assign|give)\b(.*)\bto .*$/i, '$1$2'))
  const named = [...new Set(await namedIn(context, said))]
  const manager = named.length > 0 || slots.filter.manager ? undefined : await managerIn(context, said)
  if (manager) {
    slots.filter = { ...slots.filter, manager, name: undefined }
    slots.target = { ...slots.target, name: undefined, names: undefined }
  }
  const known = { statuses: service.statuses, cohorts, me: actor.objectId, now, timeZone, lastLooked: memory.at }
  return readReviewMessage(action, turn.message, slots, { ...known, table: reviewTable(turn.memory), memory, named })
}

/** Whether anybody bears a name. Nothing of them is told by it. Throws StoreUnavailable. */
export const isKnown = async ({ service, actor }: ReviewContext, name: string): Promise<boolean> => {
  const found = await service.keysOf(actor, { name })
  return found.kind === 'keys' && found.keys.length > 0
}

/** Whether a message asks for staff of a place, a role, a band, a shift, a cohort or a manager. Throws StoreUnavailable. */
export const asksForStaff = async (context: ReviewContext): Promise<boolean> => {
  const { text, filter } = await readMessage(context, 'review')
  const { team, role, bands, shift, manager, managerKnows, cohortIds } = filter
  const some = [team, role, bands, shift, manager, managerKnows, cohortIds].some((part) => part !== undefined)
  return some && (namesNoMore(text, context.places) || asksWhoIsLike(text)) && !says(normalise(text), 'ofTheProgramme')
}
