import type { PrivacyNotice } from '../../knowledge/content/schema.ts'
import type { Actor } from '../access.ts'
import type { UnansweredQuestion } from '../answers/unansweredStore.ts'
import type { EventActor, Interest, InterestDraft, InterestEvent } from '../interest/interest.ts'
import { FIELD_NAMES } from '../interest/interestFields.ts'
import { LABELS as FIELD_LABELS, fieldValue } from '../interest/labels.ts'
import type { PersonNotice } from '../notices/personNotices.ts'

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

/** Who did it, as the person concerned may read it: no colleague's name. */
export const doer = (actor: Pick<Actor, 'objectId'>, by: EventActor): string => {
  if (by.objectId === actor.objectId) return 'you'
  return by.role === 'bot' ? 'the bot' : 'HR'
}

const NOTICES: Record<PersonNotice['kind'], string> = {
  answer: 'An answer to a question that you sent to HR',
  digest: 'Your daily summary of what waits',
}

/**
 * Makes the sections of what is held about a person.
 * @param privacy says who can see a field and, where it has a name of its own, what it is called
 * @param moment how a moment is written for a person: day and time
 */
export const sectionMaker = (
  actor: Actor,
  privacy: Pick<PrivacyNotice, 'fields' | 'other'>,
  moment: (at: string) => string,
) => {
  const item = (field: string, value: string): HeldItem => ({
    field,
    label: privacy.fields[field]?.label ?? LABELS[field] ?? field,
    value,
    seenBy: (privacy.fields[field] ?? privacy.other).seenBy,
  })

  const happened = ({ at, by, what, changes, reason }: InterestEvent): string =>
    [
      `${moment(at)} ${doer(actor, by)}: ${what}`,
      ...changes.map((change) => `${LABELS[change.field] ?? change.field} from “${change.old}” to “${change.new}”`),
      ...(reason ? [`because ${reason}`] : []),
    ].join(', ')

  return {
    /** Everything in one interest, field by field. */
    interest(interest: Interest, cohortName: string, statusLabel: string): HeldSection {
      const { reference, formerReferences, assignee, history, notes, pending, hold, entered } = interest
      const cameIn = entered
        ? `HR entered it from ${entered.channel}, received ${entered.receivedOn}`
        : 'You registered it'
      return {
        kind: 'interest',
        title: `Your interest ${reference} in ${cohortName}`,
        until: hold ? hold.until : interest.expiresAt,
        untilWords: hold ? `A hold stops it being erased: ${hold.why}` : 'A set time after its last change',
        items: [
          item('reference', [reference, ...formerReferences].join(', ')),
          item('cohort', cohortName),
          item('status', statusLabel),
          ...FIELD_NAMES.map((field) => item(field, fieldValue(interest, field))),
          item('noticeVersion', interest.noticeVersion),
          item('entered', cameIn),
          item('assignee', assignee ? 'An HR officer' : 'Nobody yet'),
          item('notes', notes.map(({ at, by, text }) => `${moment(at)} ${doer(actor, by)}: ${text}`).join('\n')),
          item('history', history.map(happened).join('\n')),
          item('pending', pending.map(({ kind, dueAt }) => `${kind}, from ${moment(dueAt)}`).join('\n')),
          item('hold', hold ? `${hold.why} (since ${moment(hold.at)})` : 'None'),
        ],
      }
    },

    /** What was typed and not saved. */
    draft: ({ fields, expiresAt }: InterestDraft): HeldSection => ({
      kind: 'draft',
      title: 'A form you have not saved',
      until: expiresAt,
      untilWords: 'Twenty-four hours after you last typed in it',
      items: FIELD_NAMES.filter((field) => fields[field] !== undefined).map((field) => ({
        ...item(field, fieldValue(fields, field)),
        seenBy: 'Only you',
      })),
    }),

    /** A question that the person sent to HR as theirs. */
    question({ text, askedBy, expiresAt }: UnansweredQuestion): HeldSection {
      const sent = askedBy.find(({ personId }) => personId === actor.objectId)
      return {
        kind: 'question',
        title: 'A question you sent to HR',
        until: expiresAt,
        untilWords: 'Ninety days after it was last asked',
        items: [item('question', text), item('sentAt', sent ? moment(sent.at) : '')],
      }
    },

    /** A message to the person that belongs to none of their interests. */
    notice: ({ kind, state, dueAt, data, expiresAt }: PersonNotice): HeldSection => ({
      kind: 'notice',
      title: state === 'waiting' ? 'A message that waits to be sent to you' : 'A message that was sent to you',
      until: expiresAt,
      untilWords: 'Its words until it is sent, and that it was sent for thirty days after',
      items: [
        item('notice', NOTICES[kind]),
        item('dueAt', moment(dueAt)),
        ...Object.entries(data).map(([field, value]) => item(field, value)),
      ],
    }),

    /** That the bot can write to the person. */
    conversation: (updatedAt: string): HeldSection => ({
      kind: 'conversation',
      title: 'Where the bot can write to you',
      until: null,
      untilWords: 'Until you erase it or remove the bot',
      items: [item('conversation', `Your chat with this bot in Teams, since ${moment(updatedAt)}`)],
    }),
  }
}
