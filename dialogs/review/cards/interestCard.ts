import { type CardElement, heading, type Part, type Run, subtle, typed, words } from '../../cards/cardContent.ts'
import type { Interest } from '../../interest/interest.ts'
import type { Reply } from '../../reply.ts'
import { managerOf } from '../export/columns.ts'
import type { Opened } from '../oneInterest.ts'
import { keyOf } from '../reviewDeps.ts'
import { isUntold, pendingStatus } from '../statusNotice.ts'
import type { Wording } from '../wording.ts'
import { eventRuns } from './historyWords.ts'
import { choices, input, type ReviewAct, replyOf, reviewAction, toggle } from './reviewSaid.ts'

const HISTORY = 8
const NOTES = 5
/** Stands for no officer in the choice of one. */
export const NOBODY = 'nobody'
const KNOWS = { yes: 'Yes', no: 'No', 'not-said': 'Did not say' }

export interface InterestShown extends Omit<Opened, 'kind'> {
  /** What was just done. */
  done?: Run[]
  /** What was typed and not taken, kept in its field. */
  typed?: { status?: string; reason?: string; note?: string }
}

const facts = (interest: Interest, { cohort, status, next, day, since }: Wording): Part => {
  const { entered, hold } = interest
  const all: [string, Run, string?][] = [
    ['Reference', interest.reference],
    ['Status', status(interest.status), `since ${day(interest.statusSince)}, ${since(interest.statusSince)}`],
    ['Who acts next', next(interest.status)],
    ['Cohort', typed(cohort(interest.cohortId))],
    ['Band', interest.band],
    ['Current role', typed(interest.currentRole)],
    ['Service or team', typed(interest.service)],
    ['Base', typed(interest.base)],
    ['Work e-mail', typed(interest.email)],
    ['How to reach them', typed(interest.reach)],
    ['Why interested', typed(interest.why)],
    ['Manager knows and supports it', KNOWS[interest.managerKnows]],
    ['Line manager', typed(managerOf(interest))],
    ['Asked to be told of changes', interest.tellMe ? 'Yes' : 'No'],
    ['Assigned to', typed(interest.assignee?.name ?? 'Nobody')],
    ['Registered on', day(interest.createdAt)],
    ['Kept until', hold ? `On hold${hold.until ? ` until ${day(hold.until)}` : ''}` : day(interest.expiresAt)],
  ]
  if (hold) all.push(['Why it is held', typed(hold.why)])
  if (entered)
    all.push(['Received', `by ${entered.channel === 'email' ? 'e-mail' : 'paper'} on ${day(entered.receivedOn)}`])
  return {
    kind: 'facts',
    facts: all
      .filter(([, value]) => (typeof value === 'string' ? value : value.typed).trim() !== '')
      .map(([label, value, note]) => ({ label, value, ...(note ? { note } : {}) })),
  }
}

const linesOf = (interest: Interest, wording: Wording): Part[] => {
  const notes = interest.notes.slice(-NOTES).reverse()
  const history = interest.history.slice(-HISTORY).reverse()
  return [
    ...(notes.length > 0 ? [heading('Notes')] : []),
    ...notes.map(({ at, by, text }) => words(`${wording.day(at)}, `, typed(by.name), ': ', typed(text))),
    heading('History'),
    ...history.map((event) => subtle(...eventRuns(event, wording))),
    ...(interest.history.length > HISTORY
      ? [subtle(`${interest.history.length - HISTORY} earlier lines are not shown.`)]
      : []),
  ]
}

const form = (id: string, items: CardElement[], ...acts: ReviewAct[]): CardElement => ({
  type: 'Container',
  id,
  isVisible: false,
  items: [...items, { type: 'ActionSet', actions: acts.map(reviewAction) }],
})

const forms = ({ interest, officers, wording, typed: kept }: InterestShown): CardElement[] => {
  const data = { key: keyOf(interest), lines: interest.history.length }
  return [
    choices(
      'to',
      'New status',
      wording.statuses.map(({ id, label }) => ({ title: label, value: id })),
      {
        value: kept?.status ?? interest.status,
      },
    ),
    input('reason', 'Reason (optional)', { maxLength: 500, value: kept?.reason ?? '' }),
    form(
      'moreForm',
      [
        input('note', 'Note', { isMultiline: true, maxLength: 2000, value: kept?.note ?? '' }),
        choices(
          'assignTo',
          'Assign to',
          [
            { title: 'Nobody', value: NOBODY },
            ...officers.map(({ objectId, name }) => ({ title: name, value: objectId })),
          ],
          { value: interest.assignee?.objectId ?? NOBODY },
        ),
      ],
      { title: 'Add note', verb: 'review/note', data },
      { title: 'Assign', verb: 'review/assign', data },
    ),
  ]
}

const noticeWords = (interest: Interest, wording: Wording): Part[] => {
  const waiting = pendingStatus(interest)
  if (waiting) return [subtle('A message about the new status waits to be sent. Undo stops it.')]
  if (isUntold(interest, wording.statuses))
    return [words('The person asked to be told, and has not been told this. They are told only when you press Send.')]
  return []
}

/** One interest, whole, with what can be done with it. */
export function interestReply(shown: InterestShown): Reply {
  const { interest, wording, done } = shown
  const key = keyOf(interest)
  const data = { key, lines: interest.history.length }
  const acts: ReviewAct[] = [{ title: 'Set status', verb: 'review/status', data, say: 'mark this one as contacted' }]
  if (isUntold(interest, wording.statuses))
    acts.push({ title: 'Send the news', verb: 'review/send-notice', data: { key }, bare: true, say: 'send the notice' })
  if (interest.history.some(({ what }) => what === 'status' || what === 'assigned'))
    acts.push({ title: 'Undo my last change', verb: 'review/undo', data: { keys: [key] }, bare: true, say: 'undo' })
  return replyOf({
    title: `Interest ${interest.reference}`,
    parts: [
      ...(done ? [{ kind: 'words' as const, runs: done, strong: true }] : []),
      { kind: 'words', runs: [typed(interest.name)], strong: true },
      facts(interest, wording),
      ...noticeWords(interest, wording),
      ...linesOf(interest, wording),
      { kind: 'element', elements: forms(shown) },
    ],
    acts,
    toggles: [toggle('Note or assign', 'moreForm')],
    ways: ['add a note to this one', 'assign this to me'],
  })
}
