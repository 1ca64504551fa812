import type { Actor } from '../access.ts'
import type { UnansweredQuestion } from '../answers/unansweredStore.ts'
import type { EventActor, Interest, InterestDraft } from '../interest/interest.ts'
import { FIELD_NAMES } from '../interest/interestFields.ts'
import { LABELS as FIELD_LABELS } from '../interest/labels.ts'
import type { PersonNotice } from '../notices/personNotices.ts'

/** What the trust's privacy notice says of what is held; content, not code. */
export interface PrivacyTexts {
  version: string
  /** Who can see a field and what it is called, by the field's name; `other` serves those not named. */
  fields: Record<string, { label?: string; seenBy: string }>
  other: { seenBy: string }
}

/** The same, with how a moment is written for a person: day and time. */
export interface HeldTexts extends PrivacyTexts {
  moment: (at: string) => string
}

/** One thing held, as a person reads it. */
export interface HeldItem {
  field: string
  label: string
  value: string
  seenBy: string
}

export interface HeldSection {
  kind: 'interest' | 'draft' | 'question' | 'notice' | 'conversation'
  title: string
  /** Kept until this moment; null while something else ends it. */
  until: string | null
  untilWords: string
  items: HeldItem[]
}

export interface HeldData {
  madeAt: string
  noticeVersion: string
  name: string
  sections: HeldSection[]
}

const LABELS: Record<string, string> = {
  ...FIELD_LABELS,
  reference: 'Reference',
  status: 'Status',
  cohort: 'Cohort',
  noticeVersion: 'Privacy notice you were shown',
  entered: 'How it came in',
  assignee: 'Who in HR has it',
  notes: 'Notes by HR',
  history: 'What happened',
  pending: 'Messages waiting to be sent',
  hold: 'Hold',
  question: 'Your question',
  answer: 'The answer',
  sentAt: 'When you sent it',
  notice: 'What it is',
  dueAt: 'Not sent before',
  conversation: 'Chat',
}

const VALUES: Record<string, string> = {
  true: 'Yes',
  false: 'No',
  yes: 'Yes',
  no: 'No',
  'not-said': 'I’d rather not say',
}

/** Who did it, as the person concerned may read it: no colleague's name. */
export const doer = (actor: Pick<Actor, 'objectId'>, by: EventActor): string => {
  if (by.objectId === actor.objectId) return 'you'
  return by.role === 'bot' ? 'the bot' : 'HR'
}

const itemMaker =
  (privacy: HeldTexts) =>
  (field: string, value: string): HeldItem => ({
    field,
    label: privacy.fields[field]?.label ?? LABELS[field] ?? field,
    value,
    seenBy: (privacy.fields[field] ?? privacy.other).seenBy,
  })

const shown = (value: unknown, field: string): string =>
  ['managerKnows', 'tellMe'].includes(field) ? (VALUES[String(value)] ?? String(value)) : String(value ?? '')

/** Everything in one interest, field by field. */
export const interestSection = (
  actor: Actor,
  interest: Interest,
  cohortName: string,
  statusLabel: string,
  privacy: HeldTexts,
): HeldSection => {
  const item = itemMaker(privacy)
  const { history, notes, pending, hold, entered } = interest
  const lines = history.map(({ at, by, what, changes, reason }) =>
    [
      `${privacy.moment(at)} ${doer(actor, by)}: ${what}`,
      ...changes.map((change) => `${LABELS[change.field] ?? change.field} from “${change.old}” to “${change.new}”`),
      ...(reason ? [`because ${reason}`] : []),
    ].join(', '),
  )
  return {
    kind: 'interest',
    title: `Your interest ${interest.reference} in ${cohortName}`,
    until: hold ? hold.until : interest.expiresAt,
    untilWords: hold ? `A hold stops it being erased: ${hold.why}` : 'A set time after its last change',
    items: [
      item('reference', [interest.reference, ...interest.formerReferences].join(', ')),
      item('cohort', cohortName),
      item('status', statusLabel),
      ...FIELD_NAMES.map((field) => item(field, shown(interest[field], field))),
      item('noticeVersion', interest.noticeVersion),
      item(
        'entered',
        entered ? `HR entered it from ${entered.channel}, received ${entered.receivedOn}` : 'You registered it',
      ),
      item('assignee', interest.assignee ? 'An HR officer' : 'Nobody yet'),
      item('notes', notes.map((note) => `${privacy.moment(note.at)} ${doer(actor, note.by)}: ${note.text}`).join('\n')),
      item('history', lines.join('\n')),
      item('pending', pending.map((notice) => `${notice.kind}, from ${privacy.moment(notice.dueAt)}`).join('\n')),
      item('hold', hold ? `${hold.why} (since ${privacy.moment(hold.at)})` : 'None'),
    ],
  }
}

/** What was typed and not saved. */
export const draftSection = (draft: InterestDraft, privacy: HeldTexts): HeldSection => {
  const item = itemMaker(privacy)
  return {
    kind: 'draft',
    title: 'A form you have not saved',
    until: draft.expiresAt,
    untilWords: 'Twenty-four hours after you last typed in it',
    items: FIELD_NAMES.filter((field) => draft.fields[field] !== undefined).map((field) => ({
      ...item(field, shown(draft.fields[field], field)),
      seenBy: 'Only you',
    })),
  }
}

/** A question that the person sent to HR as theirs. */
export const questionSection = (actor: Actor, question: UnansweredQuestion, privacy: HeldTexts): HeldSection => {
  const item = itemMaker(privacy)
  const sent = question.askedBy.find(({ personId }) => personId === actor.objectId)
  return {
    kind: 'question',
    title: 'A question you sent to HR',
    until: question.expiresAt,
    untilWords: 'Ninety days after it was last asked',
    items: [item('question', question.text), item('sentAt', sent ? privacy.moment(sent.at) : '')],
  }
}

const NOTICES: Record<PersonNotice['kind'], string> = {
  answer: 'An answer to a question that you sent to HR',
  digest: 'Your daily summary of what waits',
}

/** A message to the person that belongs to none of their interests. */
export const noticeSection = (notice: PersonNotice, privacy: HeldTexts): HeldSection => {
  const item = itemMaker(privacy)
  const { kind, state, dueAt, data, expiresAt } = notice
  return {
    kind: 'notice',
    title: state === 'waiting' ? 'A message that waits to be sent to you' : 'A message that was sent to you',
    until: expiresAt,
    untilWords: 'Its words until it is sent, and that it was sent for thirty days after',
    items: [
      item('notice', NOTICES[kind]),
      item('dueAt', privacy.moment(dueAt)),
      ...Object.entries(data).map(([field, value]) => item(field, value)),
    ],
  }
}

/** That the bot can write to the person. */
export const conversationSection = (updatedAt: string, privacy: HeldTexts): HeldSection => ({
  kind: 'conversation',
  title: 'Where the bot can write to you',
  until: null,
  untilWords: 'Until you erase it or remove the bot',
  items: [itemMaker(privacy)('conversation', `Your chat with this bot in Teams, since ${privacy.moment(updatedAt)}`)],
})
