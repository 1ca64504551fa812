import { ANY_LATER_COHORT, type Interest, type InterestFields } from '../../../../dialogs/interest/interest.ts'
import type { HeldData } from '../../../../dialogs/myData/held.ts'
import * as myData from '../../../../dialogs/myData/myDataReplies.ts'
import * as cohortClosed from '../../../../dialogs/register/cards/cohortClosed.ts'
import * as form from '../../../../dialogs/register/cards/interestForm.ts'
import * as own from '../../../../dialogs/register/cards/ownInterest.ts'
import * as summary from '../../../../dialogs/register/cards/summary.ts'
import * as withdrawal from '../../../../dialogs/register/cards/withdrawal.ts'
import type { AdaptiveCard, Reply } from '../../../../dialogs/reply.ts'
import { loadKnowledge } from '../../../../knowledge/content/load.ts'
import type { PrivacyNotice } from '../../../../knowledge/content/schema.ts'

export const day = (moment: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' }).format(new Date(moment))

export const notice = loadKnowledge('knowledge').programme.privacyNotice as PrivacyNotice

export const cohorts = [
  { id: 'september-2014', name: 'September 2014' },
  { id: ANY_LATER_COHORT, name: 'Any later cohort' },
]

export const fields = (text = 'Ewa Kowalczyk'): InterestFields => ({
  name: text,
  email: 'ewa.kowalczyk@example.nhs.uk',
  band: '3',
  currentRole: text,
  service: text,
  base: text,
  why: text,
  reach: text,
  managerKnows: 'yes',
  manager: text,
  tellMe: true,
})

export const interest = (text?: string): Interest => ({
  ...fields(text),
  id: 'one',
  tenantId: 'tenant',
  personId: 'person',
  cohortId: 'september-2014',
  reference: 'AP-7K3F-92',
  formerReferences: [],
  noticeVersion: notice.version,
  status: 'registered',
  statusSince: '2014-01-08T12:00:00.000Z',
  assignee: null,
  notes: [],
  history: [],
  pending: [],
  hold: null,
  createdAt: '2014-01-08T12:00:00.000Z',
  updatedAt: '2014-01-08T12:00:00.000Z',
  expiresAt: '2015-01-08T12:00:00.000Z',
})

export const view = (text?: string): own.InterestView => ({
  interest: interest(text),
  cohortName: text ?? 'September 2014',
  statusLabel: 'Registered',
  active: true,
})

export const held = (text = 'Kirkby', sections = 2): HeldData => ({
  madeAt: '2014-01-08T12:00:00.000Z',
  noticeVersion: notice.version,
  name: text,
  sections: Array.from({ length: sections }, (_, i) => ({
    kind: 'interest' as const,
    title: `Your interest ${i + 1}`,
    until: '2015-01-08T12:00:00.000Z',
    untilWords: 'A set time after its last change',
    items: Array.from({ length: 20 }, (_, n) => ({
      field: `f${n}`,
      label: `Field ${n}`,
      value: text,
      seenBy: 'You and HR',
    })),
  })),
})

export const receipt = {
  reference: 'AP-4CDF-77',
  at: '2014-01-08T12:00:00.000Z',
  interests: ['AP-7K3F-92'],
  draft: true,
  questions: 2,
  notices: 1,
  conversation: true,
}

/** Every card with the words that go with it, all holding the same text of a person's. */
export function everyCard(text?: string): { name: string; card: AdaptiveCard; words: string }[] {
  const draft = { purpose: 'register' as const, fields: fields(text), cohortId: 'september-2014' }
  const filled = { draft, cohorts, notice }
  const closed = { id: 'x', name: text ?? 'March 2014' }
  const two = [view(text), { ...view(text), interest: { ...interest(text), cohortId: 'other' } }]
  const kept = [{ reference: 'AP-2CDF-34', why: text ?? 'A dispute', until: null }]
  const of = (name: string, { card, text: words }: Reply) => ({ name, card: card as AdaptiveCard, words })
  return [
    of('form', form.interestFormReply(filled)),
    of('summary', summary.summaryReply(draft, text ?? 'September 2014', notice)),
    of('receipt', own.receiptReply(view(text), ['HR reads it.', 'HR writes to you.'])),
    of('status', own.statusReply(two, day)),
    of('status of none', own.statusReply([], day)),
    of('already registered', own.alreadyRegisteredReply(view(text), day)),
    of('cohort closed', cohortClosed.cohortClosedReply(closed, cohorts)),
    of('withdraw', withdrawal.withdrawConfirmReply(view(text))),
    of('withdrawn', withdrawal.withdrawnReply(view(text))),
    of('my data', myData.myDataReply(held(text), day)),
    of('erase', myData.eraseConfirmReply(held(text))),
    of('erased', myData.erasedReply(receipt, kept, day)),
    of('blanked', myData.blankedReply(receipt.at, day)),
  ]
}

/** Everything of one type inside a card, wherever it stands. */
export function elements(card: unknown, type: RegExp): Record<string, unknown>[] {
  if (Array.isArray(card)) return card.flatMap((item) => elements(item, type))
  if (typeof card !== 'object' || card === null) return []
  const found = card as Record<string, unknown>
  const here = typeof found.type === 'string' && type.test(found.type) ? [found] : []
  return [
    ...here,
    ...Object.entries(found).flatMap(([key, value]) => (key === 'fallback' ? [] : elements(value, type))),
  ]
}
