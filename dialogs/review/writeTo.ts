import { type Actor, may } from '../access.ts'
import { type Command, commandKey, type Interest } from '../interest/interest.ts'
import { isActive, isOwn } from '../interest/interestDeps.ts'
import type { InterestFilter } from '../interest/interestFilter.ts'
import { changeSeen } from './changing.ts'
import { interestFinder } from './findInterests.ts'
import { digest, type Forbidden, type Invalid, interestKey, logLook, type ReviewDeps } from './reviewDeps.ts'
import { currentWording, filterInWords } from './wording.ts'

export interface WritePreview {
  kind: 'preview'
  filter: InterestFilter
  words: string
  text: string
  /** How many people get it, each in a chat of their own. */
  reached: number
  /** Who cannot be written to here, and where else. */
  unreached: { name: string; email: string }[]
  /** The officer's own is among them, and left out. */
  own: boolean
  /** Stands for exactly these people: Send names it. */
  stamp: string
}

export type Writing =
  | { kind: 'sent'; sent: number; unreached: WritePreview['unreached'] }
  /** Others are in the list by now: look again. */
  | { kind: 'changed'; preview: WritePreview }
  | Invalid
  | Forbidden

const MOST = 2000

/** HR writes to everybody of a list, each privately. */
export const writingTo = (deps: ReviewDeps) => {
  const finder = interestFinder(deps)

  const reachable = async ({ tenantId, personId }: Interest): Promise<boolean> => {
    const conversation = personId === null ? undefined : await deps.references.get(tenantId, personId)
    return conversation !== undefined && !conversation.blocked
  }

  const gather = async (actor: Actor, filter: InterestFilter) => {
    const reached: Interest[] = []
    const unreached: Interest[] = []
    const people = new Set<string>()
    let own = false
    for await (const interest of finder.each(filter)) {
      if (!filter.statuses && !isActive(interest.status, deps.statuses)) continue
      if (isOwn(actor, interest)) {
        own = true
        continue
      }
      const person = interest.personId ?? interest.id
      if (people.has(person)) continue
      people.add(person)
      if (await reachable(interest)) reached.push(interest)
      else unreached.push(interest)
    }
    return { reached, unreached, own }
  }

  const preview = async (actor: Actor, filter: InterestFilter, text: string) => {
    const found = await gather(actor, filter)
    await logLook(deps, actor, 'write to', [...found.reached, ...found.unreached], filter)
    const shown: WritePreview = {
      kind: 'preview',
      filter,
      words: filterInWords(filter, await currentWording(deps)),
      text,
      own: found.own,
      reached: found.reached.length,
      unreached: found.unreached.map(({ name, email }) => ({ name, email })),
      stamp: digest([text, ...found.reached.map(({ id }) => id).sort()]),
    }
    return { shown, found }
  }

  const invalid = (text: string): Invalid | undefined => {
    if (text === '') return { kind: 'invalid', message: 'Write the message first.' }
    return text.length > MOST ? { kind: 'invalid', message: `Shorten it to ${MOST} characters or fewer.` } : undefined
  }

  return {
    /** How many a message would reach, who cannot be reached, and their e-mail addresses. Throws StoreUnavailable. */
    async previewWriting(
      actor: Actor,
      filter: InterestFilter,
      text: string,
    ): Promise<WritePreview | Invalid | Forbidden> {
      if (!may(actor, 'review:write-to')) return { kind: 'forbidden' }
      return invalid(text.trim()) ?? (await preview(actor, filter, text.trim())).shown
    },

    /**
     * Leaves the message with each person's interest, to be sent privately. Sent again by the same activity, it is one.
     * @param stamp the preview's: when others are in the list by now, nothing is sent
     * @throws StoreUnavailable
     */
    async write(actor: Actor, filter: InterestFilter, text: string, stamp: string, command: Command): Promise<Writing> {
      if (!may(actor, 'review:write-to')) return { kind: 'forbidden' }
      const problem = invalid(text.trim())
      if (problem) return problem
      const { shown, found } = await preview(actor, filter, text.trim())
      if (shown.stamp !== stamp) return { kind: 'changed', preview: shown }
      const recorded = { command, what: 'noted', reason: 'HR wrote to them', additive: true } as const
      let sent = 0
      for (const interest of found.reached) {
        const outcome = await changeSeen<never>(
          deps,
          actor,
          { ...recorded, key: interestKey(interest) },
          ({ id, pending }, { at }) => {
            const data = { text: shown.text, from: actor.name }
            const message = { id: `message-${digest([commandKey(command), id])}`, dueAt: at, attempts: 0, data }
            return { set: { pending: [...pending, { ...message, kind: 'message' }] } }
          },
        )
        if (outcome.kind === 'changed') sent++
      }
      return { kind: 'sent', sent, unreached: shown.unreached }
    },
  }
}
