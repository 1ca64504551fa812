import type { Entry } from '../../knowledge/content/knowledge.ts'
import { type Actor, may } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { ProgrammeRecords } from '../cohorts/programmeRecords.ts'
import type { NoteRecord } from '../interest/auditLog.ts'
import { type EventActor, eventActor } from '../interest/interest.ts'
import { StoreUnavailable } from '../storeUnavailable.ts'

/** How long an instance goes by what it read last, in milliseconds: the longest that a withdrawn answer can go on. */
export const READ_AGAIN_MS = 15_000
const ATTEMPTS = 6
/** What they are kept under among the programme's documents. */
const ID = 'withdrawn-answers'

/** One answer withdrawn, or put back. */
export interface Withdrawal {
  entryId: string
  what: 'withdrawn' | 'put-back'
  at: string
  by: EventActor
  /** Why it was withdrawn, in HR's words; empty when it is put back. */
  reason: string
}

interface CurationDeps {
  records: ProgrammeRecords
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

/** The answers that stand withdrawn, each with its last event. */
const standing = (history: readonly Withdrawal[]): Map<string, Withdrawal> => {
  const last = new Map(history.map((one) => [one.entryId, one]))
  return new Map([...last].filter(([, { what }]) => what === 'withdrawn'))
}

/** HR takes a wrong answer out of use at once, and puts it back. Throws StoreUnavailable. */
export function curationService({ records, audit, entries, clock }: CurationDeps) {
  let known: { at: number; answers: ReadonlyMap<string, Withdrawal> } | undefined

  /** All that ever happened, oldest first, and the version that it is kept at. */
  const read = async () => {
    const kept = await records.get(ID)
    return { history: (kept?.record.withdrawals ?? []) as Withdrawal[], version: kept?.version }
  }

  /** Whether it is kept: not so when somebody else was first. */
  const write = async (withdrawals: readonly Withdrawal[], version: string | undefined): Promise<boolean> => {
    if (version === undefined) return (await records.add(ID, { withdrawals })).kind === 'added'
    return (await records.replace(ID, { withdrawals }, version)).kind === 'replaced'
  }

  const change = async (actor: Actor, entryId: string, what: Withdrawal['what'], reason: string): Promise<Curated> => {
    if (!may(actor, 'answers:withdraw')) return { kind: 'forbidden' }
    const entry = entries.get(entryId)
    if (!entry) return { kind: 'no-such-answer' }
    if (!isAnswer(entry)) return { kind: 'kept', entry }
    if (what === 'withdrawn' && reason === '') return { kind: 'no-reason' }
    const { tenantId, objectId, name } = actor
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { history, version } = await read()
      const since = standing(history).get(entryId)
      if ((since !== undefined) === (what === 'withdrawn')) return { kind: 'already', entry, since }
      const at = clock().toISOString()
      await audit.append({
        kind: 'note',
        id: `${what}/${entryId}/${at}`,
        at,
        actor: { tenantId, objectId, name },
        what: `answer ${what}`,
        detail: { entry: entryId, reason },
      })
      if (await write([...history, { entryId, what, at, by: eventActor(actor), reason }], version)) {
        known = undefined
        return { kind: what, entry }
      }
    }
    throw new StoreUnavailable('be written', new Error('Others kept changing it'))
  }

  return {
    /** @param reason why, in HR's words; not empty */
    withdraw: (actor: Actor, entryId: string, reason: string) => change(actor, entryId, 'withdrawn', reason.trim()),

    putBack: (actor: Actor, entryId: string) => change(actor, entryId, 'put-back', ''),

    /** The answers that stand withdrawn, longest first; an id that the content no longer has stands without an entry. */
    async list(
      actor: Actor,
    ): Promise<{ kind: 'list'; withdrawn: { withdrawal: Withdrawal; entry?: Entry }[] } | { kind: 'forbidden' }> {
      if (!may(actor, 'answers:withdraw')) return { kind: 'forbidden' }
      const answers = [...standing((await read()).history).values()]
      return { kind: 'list', withdrawn: answers.map((one) => ({ withdrawal: one, entry: entries.get(one.entryId) })) }
    },

    /** Whether an answer may not be given now. What was read last stands for a few seconds. */
    async isWithdrawn(entryId: string): Promise<boolean> {
      const now = clock().getTime()
      if (!known || now - known.at >= READ_AGAIN_MS) known = { at: now, answers: standing((await read()).history) }
      return known.answers.has(entryId)
    },
  }
}

export type CurationService = ReturnType<typeof curationService>
