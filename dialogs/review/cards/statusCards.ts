import { type CardBlock, replyOf, subtle, type TextRun, userText, words } from '../../cards/cardContent.ts'
import type { Interest } from '../../interest/interest.ts'
import type { Reply } from '../../reply.ts'
import { type Conflict, interestKey, seenOf } from '../reviewDeps.ts'
import type { Preview, StatusSet } from '../statusChange.ts'
import type { Undone } from '../undo.ts'
import type { Wording } from '../wording.ts'
import { eventRuns } from './historyWords.ts'
import { counted, present } from './parts.ts'

const SHOWN = 30
const FEW = 3

const named = ({ name, reference }: Interest): TextRun[] => [userText(name), ` (${reference})`]

/** Each interest on a line, with what is said of it; not more lines than can be read. */
const lines = (interests: readonly Interest[], said: (interest: Interest) => string = () => ''): CardBlock[] =>
  present(
    ...interests.slice(0, SHOWN).map((interest) => words(...named(interest), ...present(said(interest)))),
    interests.length > SHOWN && words(`And ${counted(interests.length - SHOWN)} more.`),
  )

type LeftOut = Pick<StatusSet, 'unchanged' | 'own' | 'gone' | 'to'>

const leftOut = ({ unchanged, own, gone, to }: LeftOut, wording: Wording): CardBlock[] =>
  present(
    ...unchanged
      .slice(0, FEW)
      .map((interest) => subtle(...named(interest), ` is already at ${wording.status(to).toLowerCase()}.`)),
    unchanged.length > FEW &&
      subtle(`${counted(unchanged.length - FEW)} more already at ${wording.status(to).toLowerCase()}.`),
    own > 0 && subtle('Your own interest is left out. Another HR officer works it.'),
    gone > 0 && subtle(`${counted(gone)} not found any more.`),
  )

const reasonBlock = (reason: string): CardBlock[] => present(reason && words('Reason: ', userText(reason)))

/** Exactly what will change, before it does. */
export function previewReply(preview: Preview, wording: Wording): Reply {
  const { changes, to, reason } = preview
  const others = leftOut({ ...preview, own: preview.own.length }, wording)
  const label = wording.status(to)
  if (changes.length === 0)
    return replyOf({ title: 'Nothing will change', blocks: others, typedAlternatives: ['show the list'] })
  return replyOf({
    title: `Set ${counted(changes.length)} to ${label.toLowerCase()}?`,
    blocks: [
      words('This is what will change. Nothing is changed yet.'),
      ...lines(changes, ({ status }) => `: from ${wording.status(status)} to ${label}`),
      ...reasonBlock(reason),
      ...others,
    ],
    actions: [
      {
        title: `Change ${counted(changes.length)}`,
        verb: 'review/status-confirm',
        data: { seen: changes.map(seenOf), to, reason },
        style: 'positive',
        typedAlternative: 'yes',
      },
      { title: 'Leave them', verb: 'review/leave', typedAlternative: 'no' },
    ],
  })
}

const conflictBlocks = ({ interest, did }: Conflict, wording: Wording): CardBlock[] => [
  words('Somebody changed ', ...named(interest), ' before you. It is now ', wording.status(interest.status), '.'),
  ...did.slice(-5).map((event) => words(...eventRuns(event, wording))),
]

/** What a colleague did meanwhile. What was typed stays, and can be used all the same. */
export function conflictReply({ conflicts, to, reason, changed }: StatusSet, wording: Wording): Reply {
  const seen = conflicts.map(({ interest }) => seenOf(interest))
  const label = wording.status(to)
  return replyOf({
    title: 'Somebody was there first',
    blocks: [
      ...conflicts.flatMap((conflict) => conflictBlocks(conflict, wording)),
      ...present(changed.length > 0 && words(`${counted(changed.length)} changed all the same: nobody else had.`)),
      words('You wanted to set it to ', label, '. Nothing of yours is saved yet.'),
      ...reasonBlock(reason),
    ],
    actions: present(
      {
        title: `Set to ${label} all the same`,
        verb: 'review/status-confirm',
        data: { seen, to, reason },
        typedAlternative: 'yes',
      },
      { title: 'Leave it as it is', verb: 'review/leave', typedAlternative: 'no' },
      seen.length === 1 && { title: 'Open', verb: 'review/open', data: { key: seen[0]?.key } },
    ),
  })
}

/** What was changed, and what was not. */
export function statusSetReply(set: StatusSet, wording: Wording): Reply {
  const { changed, to, reason } = set
  const told = changed.filter(({ pending }) => pending.some(({ kind }) => kind === 'status')).length
  const any = changed.length > 0
  return replyOf({
    title: any ? `${counted(changed.length)} set to ${wording.status(to).toLowerCase()}` : 'Nothing was changed',
    blocks: [
      ...lines(changed),
      ...reasonBlock(any ? reason : ''),
      ...present(
        told > 0 &&
          subtle(
            `${counted(told, 'person', 'people')} will be told in ten minutes or later, in working hours. Undo stops it.`,
          ),
      ),
      ...leftOut(set, wording),
    ],
    actions: present(
      any && { title: 'Undo', verb: 'review/undo', data: { keys: changed.map(interestKey) }, typedAlternative: 'undo' },
      { title: 'Back to the list', verb: 'review/list', data: { filter: {} }, typedAlternative: 'show the list' },
    ),
  })
}

/** What was taken back of one, as the end of its sentence. */
const undoneWords = ({ history, status }: Interest, wording: Wording): string => {
  switch (history.at(-1)?.changes[0]?.field) {
    case 'note':
      return ': the note is taken off'
    case 'hold':
      return ' is not on hold any more'
    default:
      return ` is ${wording.status(status)} again`
  }
}

/** What was taken back. */
export function undoneReply({ undone, recalled, conflicts, nothing }: Undone, wording: Wording): Reply {
  return replyOf({
    title: undone.length > 0 ? `Undone: ${counted(undone.length)}` : 'There is nothing of yours to undo',
    blocks: [
      ...lines(undone, (interest) => undoneWords(interest, wording)),
      ...present(
        recalled > 0 &&
          subtle(`${counted(recalled, 'message')} stopped before ${recalled === 1 ? 'it was' : 'they were'} sent.`),
      ),
      ...conflicts.flatMap((conflict) => conflictBlocks(conflict, wording)),
      ...present(
        conflicts.length > 0 && words('It stays as your colleague left it.'),
        nothing > 0 && undone.length > 0 && subtle(`${counted(nothing)} had no change of yours to undo.`),
      ),
    ],
    typedAlternatives: ['show the list'],
  })
}
