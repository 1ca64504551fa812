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
import { type CardAction, choiceInput, textInput, toggleVisibility } from '../../cards/elements.ts'
import type { Interest } from '../../interest/interest.ts'
import type { Reply } from '../../reply.ts'
import type { Opened } from '../oneInterest.ts'
import { interestKey, seenOf } from '../reviewDeps.ts'
import { isUntold, pendingStatus } from '../statusNotice.ts'
import { MANAGER_KNOWS, managerOf, type Wording } from '../wording.ts'
import { eventRuns } from './historyWords.ts'
import { formButtons, hiddenForm, inputs, linkButton, newStatusInput, present, reasonInput } from './parts.ts'

const HISTORY = 8
const NOTES = 5
/** Stands for no officer in the choice of one. */
export const NOBODY = 'nobody'
const MORE = 'moreForm'

interface InterestShown extends Omit<Opened, 'kind'> {
  wording: Wording
  /** What was just done. */
  done?: string
  /** A note that was typed and not taken, kept in its field. */
  note?: string
}

const facts = (interest: Interest, { cohort, status, next, day, since, received }: Wording): CardBlock => {
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
    ['Manager knows and supports it', MANAGER_KNOWS[interest.managerKnows]],
    ['Line manager', userText(managerOf(interest))],
    ['Asked to be told of changes', interest.tellMe ? 'Yes' : 'No'],
    ['Assigned to', userText(interest.assignee?.name ?? 'Nobody')],
    ['Registered on', day(interest.createdAt)],
    ['Kept until', hold ? `On hold${hold.until ? ` until ${day(hold.until)}` : ''}` : day(interest.expiresAt)],
  ]
  if (hold) all.push(['Why it is held', userText(hold.why)])
  if (entered) all.push(['Received', `by ${received(entered)}`])
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
  const earlier = interest.history.length - HISTORY
  return present(
    notes.length > 0 && heading('Notes'),
    ...notes.map(({ at, by, text }) => words(`${wording.day(at)}, `, userText(by.name), ': ', userText(text))),
    heading('History'),
    ...history.map((event) => subtle(...eventRuns(event, wording))),
    earlier > 0 && subtle(`${earlier} earlier lines are not shown.`),
  )
}

/** Noting and assigning, hidden until it is asked for. */
const moreForm = ({ interest, officers, note = '' }: InterestShown) => {
  const data = seenOf(interest)
  const choices = officers.map(({ objectId, name }) => ({ title: name, value: objectId }))
  const assigned = { value: interest.assignee?.objectId ?? NOBODY }
  return hiddenForm(
    MORE,
    textInput('note', 'Note', { isMultiline: true, maxLength: 2000, value: note }),
    choiceInput('assignTo', 'Assign to', [{ title: 'Nobody', value: NOBODY }, ...choices], assigned),
    formButtons({ title: 'Add note', verb: 'review/note', data }, { title: 'Assign', verb: 'review/assign', data }),
  )
}

const noticeBlocks = (interest: Interest, untold: boolean): CardBlock[] =>
  present(
    pendingStatus(interest) && subtle('A message about the new status waits to be sent. Undo stops it.'),
    untold && words('The person asked to be told, and has not been told this. They are told only when you press Send.'),
  )

/** One interest, whole, with what can be done with it. */
export function interestReply(shown: InterestShown): Reply {
  const { interest, wording, done } = shown
  const key = interestKey(interest)
  const untold = isUntold(interest, wording.statuses)
  const undoable = interest.history.some(({ what }) => what === 'status' || what === 'assigned')
  return replyOf({
    title: `Interest ${interest.reference}`,
    blocks: [
      ...present(done && strong(done), strong(userText(interest.name))),
      facts(interest, wording),
      ...noticeBlocks(interest, untold),
      ...linesOf(interest, wording),
      inputs(
        undefined,
        newStatusInput(wording, { value: interest.status }),
        reasonInput({ value: '' }),
        moreForm(shown),
      ),
    ],
    actions: present<CardAction>(
      {
        title: 'Set status',
        verb: 'review/status',
        data: seenOf(interest),
        typedAlternative: 'mark this one as contacted',
      },
      untold && linkButton('Send the news', 'review/send-notice', 'send the notice', { key }),
      undoable && linkButton('Undo my last change', 'review/undo', 'undo', { keys: [key] }),
    ),
    toggles: [toggleVisibility('Note or assign', MORE)],
    typedAlternatives: ['add a note to this one', 'assign this to me'],
  })
}
