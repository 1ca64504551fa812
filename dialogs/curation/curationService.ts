import type { Entry } from '../../knowledge/content/knowledge.ts'
import { type Actor, may } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { NoteRecord } from '../interest/auditLog.ts'
import { eventActor } from '../interest/interest.ts'
import { StoreUnavailable } from '../storeUnavailable.ts'
import { standing, type Withdrawal, type WithdrawalStore } from './withdrawals.ts'

/** How long an instance goes by what it read last, in milliseconds: the longest that a withdrawn answer can go on. */
export const READ_AGAIN_MS = 15_000
const TRIES = 5

export interface CurationDeps {
  store: WithdrawalStore
  audit: { append(record: NoteRecord): Promise<void> }
  entries: ReadonlyMap<string, Entry>
  clock: Clock
}

export type Curated =
  | { kind: 'withdrawn' | 'put-back'; entry: Entry }
  /** It stands so already, since this event. */
  | { kind: 'already'; entry: Entry; since?: Withdrawal }
  | { kind: 'no-reason' }
  | { kind: 'no-such-answer' }
  /** A signpost for somebody in danger, or small talk: those are changed in the content alone. */
  | { kind: 'kept'; entry: Entry }
  | { kind: 'forbidden' }

const isAnswer = ({ kind }: Entry): boolean => kind === 'answer' || kind === 'not-stated'

/** HR takes a wrong answer out of use at once, and puts it back. Throws StoreUnavailable. */
export function curationService({ store, audit, entries, clock }: CurationDeps) {
  let known: { at: number; answers: ReadonlyMap<string, Withdrawal> } | undefined

  const change = async (
    actor: Actor,
    entryId: string,
    what: Withdrawal['what'],
    reason: string,
    tries = TRIES,
  ): Promise<Curated> => {
    if (!may(actor, 'answers:withdraw')) return { kind: 'forbidden' }
    const entry = entries.get(entryId)
    if (!entry) return { kind: 'no-such-answer' }
    if (!isAnswer(entry)) return { kind: 'kept', entry }
    if (what === 'withdrawn' && reason.trim() === '') return { kind: 'no-reason' }
    const { history, version } = await store.get()
    const since = standing(history).get(entryId)
    if ((since !== undefined) === (what === 'withdrawn')) return { kind: 'already', entry, since }
    const line: Withdrawal = {
      ...{ entryId, what, at: clock().toISOString(), by: eventActor(actor), reason: reason.trim() },
    }
    const { tenantId, objectId, name } = actor
    await audit.append({
      ...{ kind: 'note', id: `${what}/${entryId}/${line.at}`, at: line.at, actor: { tenantId, objectId, name } },
      ...{ what: `answer ${what}`, detail: { entry: entryId, reason: line.reason } },
    })
    if ((await store.replace([...history, line], version)).kind === 'conflict') {
      if (tries === 0) throw new StoreUnavailable('be written', new Error('Others kept changing it'))
      return change(actor, entryId, what, reason, tries - 1)
    }
    known = undefined
    return { kind: what, entry }
  }

  return {
    /** @param reason why, in HR's words; not empty */
    withdraw: (actor: Actor, entryId: string, reason: string) => change(actor, entryId, 'withdrawn', reason),

    putBack: (actor: Actor, entryId: string) => change(actor, entryId, 'put-back', ''),

    /** The answers that stand withdrawn, longest first; an id that the content no longer has stands without an entry. */
    async list(
      actor: Actor,
    ): Promise<{ kind: 'list'; withdrawn: { withdrawal: Withdrawal; entry?: Entry }[] } | { kind: 'forbidden' }> {
      if (!may(actor, 'answers:withdraw')) return { kind: 'forbidden' }
      const answers = [...standing((await store.get()).history).values()]
      return { kind: 'list', withdrawn: answers.map((one) => ({ withdrawal: one, entry: entries.get(one.entryId) })) }
    },

    /** Whether an answer may not be given now. What was read last stands for a few seconds. */
    async isWithdrawn(entryId: string): Promise<boolean> {
      const now = clock().getTime()
      if (!known || now - known.at >= READ_AGAIN_MS) known = { at: now, answers: standing((await store.get()).history) }
      return known.answers.has(entryId)
    },
  }
}

export type CurationService = ReturnType<typeof curationService>
