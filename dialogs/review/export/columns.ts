import type { Interest } from '../../interest/interest.ts'
import type { Wording } from '../wording.ts'

export interface Column {
  title: string
  value: (interest: Interest, wording: Wording) => string
}

const MANAGER_KNOWS = { yes: 'Yes', no: 'No', 'not-said': 'Did not say' }

/** The line manager, only where the person said yes; a manager must not hear of it from us otherwise. */
export const managerOf = ({ managerKnows, manager }: Pick<Interest, 'managerKnows' | 'manager'>): string =>
  managerKnows === 'yes' ? manager || 'Not given' : 'Do not contact the manager'

const enteredWords = ({ entered }: Interest, { day }: Wording): string =>
  entered
    ? `By ${entered.channel === 'email' ? 'e-mail' : 'paper'} on ${day(entered.receivedOn)}, entered by ${entered.by.name}`
    : 'By the person'

/** What a file holds, in plain words. */
export const COLUMNS: readonly Column[] = [
  { title: 'Reference', value: ({ reference }) => reference },
  { title: 'Name', value: ({ name }) => name },
  { title: 'Work e-mail', value: ({ email }) => email },
  { title: 'Band', value: ({ band }) => `Band ${band}` },
  { title: 'Current role', value: ({ currentRole }) => currentRole },
  { title: 'Service or team', value: ({ service }) => service },
  { title: 'Base', value: ({ base }) => base },
  { title: 'Cohort', value: ({ cohortId }, { cohort }) => cohort(cohortId) },
  { title: 'Status', value: (interest, { status }) => status(interest.status) },
  { title: 'At this status since', value: ({ statusSince }, { day }) => day(statusSince) },
  { title: 'Who acts next', value: (interest, { next }) => next(interest.status) },
  { title: 'Registered on', value: ({ createdAt }, { day }) => day(createdAt) },
  { title: 'How it came in', value: enteredWords },
  { title: 'Why interested', value: ({ why }) => why },
  { title: 'How to reach them', value: ({ reach }) => reach },
  { title: 'Manager knows and supports it', value: ({ managerKnows }) => MANAGER_KNOWS[managerKnows] },
  { title: 'Line manager', value: managerOf },
  { title: 'Asked to be told of changes', value: ({ tellMe }) => (tellMe ? 'Yes' : 'No') },
  { title: 'Assigned to', value: ({ assignee }) => assignee?.name ?? 'Nobody' },
]

/** The header and one row for each interest. */
export const tableOf = (interests: readonly Interest[], wording: Wording): string[][] => [
  COLUMNS.map(({ title }) => title),
  ...interests.map((interest) => COLUMNS.map(({ value }) => value(interest, wording))),
]
