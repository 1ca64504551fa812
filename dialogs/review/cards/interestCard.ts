import {
  type CardBlock,
  heading,
  replyOf,
  strong,
  subtle,
  type TextRun,
  userText,
  words,
} from '../../cards/cardContent.ts'
import {
  type CardAction,
  type CardElement,
  choiceInput,
  executeAction,
  textInput,
  toggleVisibility,
} from '../../cards/elements.ts'
import type { Interest } from '../../interest/interest.ts'
import type { Reply } from '../../reply.ts'
import { managerOf } from '../export/columns.ts'
import type { Opened } from '../oneInterest.ts'
import { keyOf } from '../reviewDeps.ts'
import { isUntold, pendingStatus } from '../statusNotice.ts'
import type { Wording } from '../wording.ts'
import { eventRuns } from './historyWords.ts'

const HISTORY = 8
const NOTES = 5
/** Stands for no officer in the choice of one. */
export const NOBODY = 'nobody'
const KNOWS = { yes: 'Yes', no: 'No', 'not-said': 'Did not say' }

export interface InterestShown extends Omit<Opened, 'kind'> {
  /** What was just done. */
  done?: TextRun[]
  /** What was typed and not taken, kept in its field. */
  typed?: { status?: string; reason?: string; note?: string }
}

const facts = (interest: Interest, { cohort, status, next, day, since }: Wording): CardBlock => {
  const { entered, hold } = interest
  const all: [string, TextRun, string?][] = [
    ['Reference', interest.reference],
    ['Status', status(interest.status), `since ${day(interest.statusSince)}, ${since(interest.statusSince)}`],
    ['Who acts next', next(interest.status)],
    ['Cohort', userText(cohort(interest.cohortId))],
    ['Band', interest.band],
    ['Current role', userText(interest.currentRole)],
    ['Service or team', userText(interest.service)],
    ['Base', userText(interest.base)],
    ['Work e-mail', userText(interest.email)],
    ['How to reach them', userText(interest.reach)],
    ['Why interested', userText(interest.why)],
    ['Manager knows and supports it', KNOWS[interest.managerKnows]],
    ['Line manager', userText(managerOf(interest))],
    ['Asked to be told of changes', interest.tellMe ? 'Yes' : 'No'],
    ['Assigned to', userText(interest.assignee?.name ?? 'Nobody')],
    ['Registered on', day(interest.createdAt)],
    ['Kept until', hold ? `On hold${hold.until ? ` until ${day(hold.until)}` : ''}` : day(interest.expiresAt)],
  ]
  if (hold) all.push(['Why it is held', userText(hold.why)])
  if (entered)
    all.push(['Received', `by ${entered.channel === 'email' ? 'e-mail' : 'paper'} on ${day(entered.receivedOn)}`])
  return {
    kind: 'facts',
    facts: all
      .filter(([, value]) => (typeof value === 'string' ? value : value.userText).trim() !== '')
      .map(([label, value, note]) => ({ label, value, ...(note ? { note } : {}) })),
  }
}

const linesOf = (interest: Interest, wording: Wording): CardBlock[] => {
  const notes = interest.notes.slice(-NOTES).reverse()
  const history = interest.history.slice(-HISTORY).reverse()
  return [
    ...(notes.length > 0 ? [heading('Notes')] : []),
    ...notes.map(({ at, by, text }) => words(`${wording.day(at)}, `, userText(by.name), ': ', userText(text))),
    heading('History'),
    ...history.map((event) => subtle(...eventRuns(event, wording))),
    ...(interest.history.length > HISTORY
      ? [subtle(`${interest.history.length - HISTORY} earlier lines are not shown.`)]
      : []),
  ]
}

const form = (id: string, items: CardElement[], ...actions: CardAction[]): CardElement => ({
  type: 'Container',
  id,
  isVisible: false,
  items: [...items, { type: 'ActionSet', actions: actions.map(executeAction) }],
})

const forms = ({ interest, officers, wording, typed: kept }: InterestShown): CardElement[] => {
  const data = { key: keyOf(interest), lines: interest.history.length }
  return [
    choiceInput(
      'to',
      'New status',
      wording.statuses.map(({ id, label }) => ({ title: label, value: id })),
      {
        value: kept?.status ?? interest.status,
      },
    ),
    textInput('reason', 'Reason (optional)', { maxLength: 500, value: kept?.reason ?? '' }),
    form(
      'moreForm',
      [
        textInput('note', 'Note', { isMultiline: true, maxLength: 2000, value: kept?.note ?? '' }),
        choiceInput(
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

const noticeWords = (interest: Interest, wording: Wording): CardBlock[] => {
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
  const actions: CardAction[] = [
    { title: 'Set status', verb: 'review/status', data, typedAlternative: 'mark this one as contacted' },
  ]
  if (isUntold(interest, wording.statuses))
    actions.push({
      title: 'Send the news',
      verb: 'review/send-notice',
      data: { key },
      submitsInputs: false,
      typedAlternative: 'send the notice',
    })
  if (interest.history.some(({ what }) => what === 'status' || what === 'assigned'))
    actions.push({
      title: 'Undo my last change',
      verb: 'review/undo',
      data: { keys: [key] },
      submitsInputs: false,
      typedAlternative: 'undo',
    })
  return replyOf({
    title: `Interest ${interest.reference}`,
    blocks: [
      ...(done ? [strong(...done)] : []),
      strong(userText(interest.name)),
      facts(interest, wording),
      ...noticeWords(interest, wording),
      ...linesOf(interest, wording),
      { kind: 'element', elements: forms(shown) },
    ],
    actions,
    toggles: [toggleVisibility('Note or assign', 'moreForm')],
    typedAlternatives: ['add a note to this one', 'assign this to me'],
  })
}
