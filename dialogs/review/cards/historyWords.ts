import type { TextRun } from '../../cards/cardContent.ts'
import type { EventKind, FieldName, InterestEvent } from '../../interest/interest.ts'
import { fieldValue, LABELS } from '../../interest/labels.ts'
import type { Wording } from '../wording.ts'

const WHAT: Record<EventKind, string> = {
  registered: 'registered',
  'registered-anew': 'registered again',
  entered: 'entered it for them',
  joined: 'signed in, and it became theirs',
  changed: 'changed',
  withdrawn: 'withdrew',
  status: 'changed the status',
  undone: 'took back a change',
  assigned: 'assigned it',
  noted: 'added a note',
  held: 'put a hold on it',
  released: 'ended the hold',
  'notice-sent': 'told the person',
  'notice-failed': 'could not tell the person',
}

const isField = (field: string): field is FieldName => Object.hasOwn(LABELS, field)

const changeWords = ({ changes }: InterestEvent, wording: Wording): string[] =>
  changes.flatMap(({ field, old, new: now }) => {
    if (field === 'assigneeId') return []
    if (field === 'status') return [`from ${wording.status(old)} to ${wording.status(now)}`]
    if (field === 'assignee') return [now ? `to ${now}` : 'to nobody']
    const shown = (value: string) => (isField(field) ? fieldValue({ [field]: value }, field) : value) || 'nothing'
    return [`${isField(field) ? LABELS[field].toLowerCase() : field}: ${shown(old)} to ${shown(now)}`]
  })

/** One line of the history: when, who, what, and why. What people typed in it is shown as it is. */
export const eventRuns = (event: InterestEvent, wording: Wording): TextRun[] => {
  const changes = changeWords(event, wording)
  return [
    `${wording.day(event.at)}: `,
    event.by.role === 'bot' ? 'the bot' : { userText: event.by.name || 'somebody' },
    ` ${WHAT[event.what]}`,
    ...(changes.length > 0 ? [' ', { userText: changes.join('; ') }] : []),
    ...(event.reason ? ['. Reason: ', { userText: event.reason }] : []),
    '.',
  ]
}

/** The same as plain text, to be escaped. */
export const eventWords = (event: InterestEvent, wording: Wording): string =>
  eventRuns(event, wording)
    .map((run) => (typeof run === 'string' ? run : run.userText))
    .join('')
