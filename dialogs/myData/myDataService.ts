import type { PrivacyNotice } from '../../knowledge/content/schema.ts'
import { type Actor, may } from '../access.ts'
import type { Interest, StatusDefinition } from '../interest/interest.ts'
import type { OpenCohorts } from '../interest/openCohorts.ts'
import { type ErasingDeps, erasing } from './erasing.ts'
import { doer, type HeldData, sectionMaker } from './held.ts'

interface MyDataDeps extends ErasingDeps {
  cohorts: OpenCohorts
  privacy: Pick<PrivacyNotice, 'version' | 'fields' | 'other'>
  statuses: readonly StatusDefinition[]
  /** How a moment is written for a person: day and time. */
  moment: (at: string) => string
}

/** All that is held, to be read and to be taken away as JSON. */
export interface Holding {
  kind: 'held-data'
  data: HeldData
  json: Record<string, unknown>
}

/** What a person may see, take and erase of what is held about them. */
export const myDataService = (deps: MyDataDeps) => {
  const gather = async ({ tenantId, objectId }: Actor) => {
    const [interests, draft, questions, notices, conversation] = await Promise.all([
      deps.store.byPerson(tenantId, objectId),
      deps.drafts.get(tenantId, objectId, deps.clock().toISOString()),
      deps.unanswered.sentBy(tenantId, objectId),
      deps.personNotices.byPerson(tenantId, objectId),
      deps.references.get(tenantId, objectId),
    ])
    return { interests: interests.map(({ interest }) => interest), draft, questions, notices, conversation }
  }
  type Found = Awaited<ReturnType<typeof gather>>

  const labelOf = (status: string): string => deps.statuses.find(({ id }) => id === status)?.label ?? status
  const cohortName = async (id: string): Promise<string> => (await deps.cohorts.find(id))?.choice.name ?? id

  const describe = async (actor: Actor, found: Found): Promise<HeldData> => {
    const { interests, draft, questions, notices, conversation } = found
    const section = sectionMaker(actor, deps.privacy, deps.moment)
    const described = interests.map(async (interest) =>
      section.interest(interest, await cohortName(interest.cohortId), labelOf(interest.status)),
    )
    return {
      madeAt: deps.clock().toISOString(),
      noticeVersion: deps.privacy.version,
      name: actor.name,
      sections: [
        ...(await Promise.all(described)),
        ...(draft && Object.keys(draft.fields).length > 0 ? [section.draft(draft)] : []),
        ...questions.map(section.question),
        ...notices.map(section.notice),
        ...(conversation ? [section.conversation(conversation.updatedAt)] : []),
      ],
    }
  }

  /** The interest as its person may take it: colleagues are told as "HR". */
  const taken = (actor: Actor, interest: Interest) => ({
    ...interest,
    assignee: interest.assignee && doer(actor, interest.assignee),
    history: interest.history.map(({ command: _, ...line }) => ({ ...line, by: doer(actor, line.by) })),
    notes: interest.notes.map((note) => ({ ...note, by: doer(actor, note.by) })),
    ...(interest.entered ? { entered: { ...interest.entered, by: doer(actor, interest.entered.by) } } : {}),
    hold: interest.hold && { ...interest.hold, by: doer(actor, interest.hold.by) },
  })

  const jsonOf = (actor: Actor, found: Found, data: HeldData): Holding['json'] => ({
    madeAt: data.madeAt,
    noticeVersion: data.noticeVersion,
    person: { tenantId: actor.tenantId, objectId: actor.objectId, name: actor.name },
    interests: found.interests.map((interest) => taken(actor, interest)),
    draft: found.draft ?? null,
    questions: found.questions.map(({ text, expiresAt, answer }) => ({ text, expiresAt, answer: answer ?? null })),
    notices: found.notices.map(({ kind, state, dueAt, expiresAt, data: words }) => ({
      kind,
      state,
      dueAt,
      expiresAt,
      words,
    })),
    conversation: found.conversation?.reference ?? null,
    whoSeesWhat: data.sections,
  })

  return {
    ...erasing(deps),

    /** Everything held about the actor: what, who can see it, until when. Throws StoreUnavailable. */
    async held(actor: Actor): Promise<Holding | { kind: 'forbidden' }> {
      if (!may(actor, 'my-data:own')) return { kind: 'forbidden' }
      const found = await gather(actor)
      const data = await describe(actor, found)
      return { kind: 'held-data', data, json: jsonOf(actor, found, data) }
    },
  }
}

export type MyDataService = ReturnType<typeof myDataService>
