import { normalise } from '../../reading/normalise.ts'
import { says } from '../../reading/phrases.ts'

/** What HR asks of one interest; each has its ways of asking in knowledge/english.yaml. The first that is said is meant. */
const ASKED_AS = {
  mayContact: 'asksMayContact',
  managerKnows: 'asksManagerKnows',
  manager: 'asksManager',
  notes: 'asksNotes',
  status: 'asksStatus',
  told: 'asksTold',
  cohort: 'asksCohort',
  shift: 'asksShift',
  band: 'asksBand',
  role: 'asksRole',
  contact: 'asksContact',
  why: 'asksWhy',
  hold: 'asksHold',
  kept: 'asksKept',
  history: 'asksHistory',
  registered: 'asksRegistered',
  assignee: 'asksAssignee',
  place: 'asksPlace',
  reference: 'asksTheirReference',
  name: 'asksName',
  all: 'asksAll',
} as const

export type RecordField = keyof typeof ASKED_AS
export const RECORD_FIELDS = Object.keys(ASKED_AS) as RecordField[]

/** The field of a record that a message asks for; nothing when it asks for none, or tells or orders something. */
export const fieldAsked = (message: string): RecordField | undefined => {
  const text = normalise(message)
  const field = RECORD_FIELDS.find((one) => says(text, ASKED_AS[one]))
  const asks = says(text, 'questions') || message.trim().endsWith('?') || text.split(' ').length <= SHORT
  return asks ? field : undefined
}

/** An ellipsis has as many words at the most: "and which ward". */
const SHORT = 4
