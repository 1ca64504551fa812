import type { Stores } from '../../bot/stores/stores.ts'
import type { Feedback } from '../../dialogs/answers/feedbackStore.ts'
import type { UnansweredQuestion } from '../../dialogs/answers/unansweredStore.ts'
import type { Cohort } from '../../dialogs/cohorts/cohortStore.ts'
import type { KeptFigures } from '../../dialogs/cohorts/figuresStore.ts'
import type { Snapshot } from '../../dialogs/cohorts/interestReport/snapshotStore.ts'
import type { Withdrawal } from '../../dialogs/curation/curationService.ts'
import type { ErasureRecord, ExportRecord, LookRecord, NoteRecord } from '../../dialogs/interest/auditLog.ts'
import type { EventActor, Interest, InterestDraft } from '../../dialogs/interest/interest.ts'
import type { InterestFilter } from '../../dialogs/interest/interestFilter.ts'
import type { PersonConversation } from '../../dialogs/notices/conversationReferenceStore.ts'
import type { PersonNotice } from '../../dialogs/notices/personNotices.ts'
import type { Ticket } from '../../dialogs/oneTimeLinks.ts'
import type { ExportRequest } from '../../dialogs/review/export/exporting.ts'
import type { TurnMemory } from '../../dialogs/turn.ts'
import { someInterest, TENANT } from './people.ts'

/** With every field there, at every depth: the compiler refuses one that leaves a field out. */
type Whole<T> = T extends readonly (infer U)[]
  ? Whole<U>[]
  : T extends object
    ? { [K in keyof T]-?: Whole<NonNullable<T[K]>> }
    : NonNullable<T>

const AT = '2014-01-08T09:00:00.000Z'
const LATER = '2014-02-08T09:00:00.000Z'
const PERSON = '5c1f0000-0000-4000-8000-000000000007'
const by: Whole<EventActor> = { tenantId: TENANT, objectId: PERSON, name: 'Jo Bloggs', role: 'hr' }
const actor = { tenantId: TENANT, objectId: PERSON, name: 'Jo Bloggs' }

const filter: Whole<InterestFilter> = {
  ...{ cohortIds: ['september-2014'], bands: ['3'], statuses: ['registered'], service: 'Halewood', base: 'Halewood' },
  ...{ name: 'Lorraine', manager: 'Jo', team: 'Halewood', role: 'nursery nurse', managerKnows: 'yes' },
  ...{ assigneeName: 'Jo', assignee: PERSON, statusSinceTo: AT, statusSinceFrom: AT, registeredFrom: AT },
  registeredTo: AT,
  ...{ shift: 'days', keys: [`september-2014/${PERSON}`] },
}

const changes = [{ field: 'band', old: '2', new: '3' }]

const interest: Whole<Interest> = {
  ...someInterest({ personId: PERSON, tenantId: TENANT, createdAt: AT }),
  personId: PERSON,
  formerReferences: ['AP-2222-22'],
  entered: { by, channel: 'email', receivedOn: '2014-01-07', joinedAt: AT, formerId: 'before' },
  assignee: by,
  notes: [{ id: 'note', at: AT, by, text: 'Rang on Monday' }],
  history: [{ at: AT, by, what: 'changed', changes, reason: 'typed wrongly', command: 'chat|activity' }],
  pending: [{ id: 'notice', kind: 'status', dueAt: LATER, attempts: 0, data: { to: 'contacted' } }],
  hold: { by, why: 'a grievance', at: AT, until: LATER },
}

const draft: Whole<InterestDraft> = {
  ...{ tenantId: TENANT, personId: PERSON, purpose: 'register', cohortId: 'september-2014', asking: 'band' },
  ...{ skipped: ['why'], noticeVersion: '1', updatedAt: AT, expiresAt: LATER },
  fields: {
    ...{ name: 'Lorraine', email: 'l@example.nhs.uk', band: '3', currentRole: 'nursery nurse', service: 'Halewood' },
    ...{ base: 'Halewood', why: 'to learn', reach: 'by e-mail', managerKnows: 'yes', manager: 'Jo', tellMe: true },
  },
}

const look: Whole<LookRecord> = { kind: 'look', id: 'l1', at: AT, actor, what: 'a list', interestIds: ['i'], filter }
const exported: Whole<ExportRecord> = {
  ...{ kind: 'export', id: 'e1', at: AT, actor, purpose: 'planning', format: 'csv', filter, count: 1 },
  ...{ deleteBy: '2014-02-08', erasedSince: [LATER] },
}
const erasure: Whole<ErasureRecord> = {
  ...{ kind: 'erasure', id: 'x1', at: AT, why: 'asked', actor: 'pseudonym', cohortId: 'september-2014' },
  events: [{ at: AT, what: 'status', actor: 'pseudonym', status: 'registered' }],
}
const noted: Whole<NoteRecord> = { kind: 'note', id: 'n1', at: AT, actor, what: 'a figure', detail: { old: '1' } }

const conversation: Whole<PersonConversation> = {
  ...{ tenantId: TENANT, personId: PERSON, reference: { serviceUrl: 'https://example.com' }, blocked: false },
  ...{ role: 'staff', updatedAt: AT },
}

const question: Whole<UnansweredQuestion> = {
  ...{ id: '', group: 'pay', text: 'what is the pay', outcome: 'not-stated', entries: ['pay'], at: AT, count: 1 },
  ...{ firstAt: AT, askedBy: [{ tenantId: TENANT, personId: PERSON, name: 'Lorraine', at: AT }], state: 'answered' },
  ...{ answer: 'It is not published', owner: 'workforce-lead', expiresAt: LATER },
}

const feedback: Whole<Feedback> = { turnId: 't1', at: AT, reaction: 'dislike', reason: 'too long', entries: ['length'] }

const notice: Whole<PersonNotice> = {
  ...{ id: 'p1', tenantId: TENANT, personId: PERSON, kind: 'answer', dueAt: AT, attempts: 1, state: 'waiting' },
  ...{ data: { question: 'q', answer: 'a' }, why: 'the channel was down', expiresAt: LATER },
}

const headcounts = [{ stage: 'first-year', count: 12, asOf: '2014-01', at: AT, by }]
const history = [{ at: AT, by, changes, command: 'chat|activity' }]

const cohort: Whole<Cohort> = {
  ...{ id: 'september-2014', name: 'September 2014', state: 'open', opensAt: AT, closesAt: LATER },
  ...{ advertLink: 'https://example.com', advertClosesAt: LATER, headcounts, history, updatedAt: AT },
}

const figures: Whole<KeptFigures> = { headcounts, history }
const row = { id: '3', label: 'Band 3', shown: { kind: 'fewer', than: 5 } as const }
const snapshot: Snapshot = {
  ...{ week: '2014-01-06', asAt: '2014-01-06', basis: { '3': 2 } },
  report: { total: { kind: 'about', count: 10 }, tables: { cohort: [row], band: [row], service: [row] } },
}

const figure = {
  id: 'qualified',
  label: 'Qualified',
  count: 31,
  asOf: '2014-01',
  told: true,
  earlier: false,
  supposed: false,
}

const memory: Whole<TurnMemory> = {
  table: [
    { kind: 'subject', id: 'length', subject: 'degree', told: ['how-long'], plainly: true },
    { kind: 'figures', figures: [figure] },
    { kind: 'choices', choices: ['bands'] },
    {
      kind: 'list',
      filter,
      within: filter,
      before: filter,
      named: true,
      order: 'oldest',
      keys: ['i'],
      from: 0,
      next: 'n',
    },
    { kind: 'record', key: 'i' },
    { kind: 'interestCounts' },
    { kind: 'form', form: 'register', asked: 'band', given: 'base' },
    { kind: 'ownInterest', cohortId: 'september-2014' },
  ],
  unansweredId: 'q',
  silences: 1,
  answers: [{ activityId: 'a', turnId: 't1', entries: ['length'] }],
  review: {
    did: { verb: 'status', to: 'contacted' },
    ...{ changed: ['i'], spoken: ['i'], questions: ['q'], at: AT },
  },
  personalCards: ['a'],
}

const withdrawal: Whole<Withdrawal> = { entryId: 'length', what: 'withdrawn', at: AT, by, reason: 'It changed' }

const request: Whole<ExportRequest & { format: string }> = {
  ...{ filter, words: 'all', purpose: 'planning', format: 'csv', fileName: 'interest.csv' },
}
const ticket: Whole<Ticket<typeof request>> = {
  ...{ id: 'hash', kind: 'export', actor, request, issuedAt: AT, expiresAt: LATER, spentAt: AT },
}

/** Writes one of everything that the bot can hold, every field filled. */
export async function writeEverything(stores: Stores): Promise<void> {
  await stores.interests.add(interest)
  await stores.drafts.put(draft)
  await stores.audit.append(look)
  await stores.audit.appendExport(exported, [interest.id])
  await stores.audit.append(erasure)
  await stores.audit.append(noted)
  await stores.references.put(conversation)
  const id = await stores.unanswered.count(question)
  const counted = await stores.unanswered.get(id)
  await stores.unanswered.replace({ ...question, id }, counted?.version ?? '')
  await stores.feedback.put(feedback)
  await stores.personNotices.add(notice)
  await stores.cohorts.add(cohort)
  await stores.programme.add('figures', { ...figures })
  await stores.programme.add('snapshot/2014-01-06', { ...snapshot })
  await stores.programme.add('withdrawn-answers', { withdrawals: [withdrawal] })
  await stores.state.write({
    'msteams/conversations/a': { memory, dialogs: { dialogStack: [] } },
    'ticket/hash': { ...ticket },
    'model/tokens/2014-01-08': { spent: 1200 },
  })
}
