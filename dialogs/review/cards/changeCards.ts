import { type CardBlock, replyOf, subtle, type TextRun, userText, words } from '../../cards/cardContent.ts'
import { type CardAction, choiceInput } from '../../cards/elements.ts'
import { markdownText, runText } from '../../cards/escape.ts'
import type { Interest } from '../../interest/interest.ts'
import type { Reply } from '../../reply.ts'
import { type Conflict, keyOf } from '../reviewDeps.ts'
import type { Preview, StatusSet } from '../statusChange.ts'
import type { Undone } from '../undo.ts'
import type { Wording } from '../wording.ts'
import { eventRuns } from './historyWords.ts'

const SHOWN = 30

const count = (number: number, one = 'interest'): string => `${number} ${number === 1 ? one : `${one}s`}`

const named = ({ name, reference }: Interest): TextRun[] => [userText(name), ` (${reference})`]

/** Who, from where, to where; not more lines than can be read. */
const lines = (all: readonly { interest: Interest; runs: TextRun[] }[]): CardBlock[] => [
  ...all.slice(0, SHOWN).map(({ interest, runs }) => words(...named(interest), ...runs)),
  ...(all.length > SHOWN ? [words(`And ${count(all.length - SHOWN)} more.`)] : []),
]

const aside = ({
  unchanged,
  own,
  gone,
  wording,
  to,
}: {
  unchanged: Interest[]
  own: number
  gone: number
  wording: Wording
  to: string
}): CardBlock[] => [
  ...(unchanged.length > 0
    ? [subtle(`${count(unchanged.length)} already at ${wording.status(to).toLowerCase()}.`)]
    : []),
  ...(own > 0 ? [subtle('Your own interest is left out. Another HR officer works it.')] : []),
  ...(gone > 0 ? [subtle(`${count(gone)} not found any more.`)] : []),
]

const reasonPart = (reason: string): CardBlock[] => (reason ? [words('Reason: ', userText(reason))] : [])

/** Exactly what will change, before it does. */
export function previewReply(preview: Preview): Reply {
  const { changes, to, reason, wording } = preview
  const label = wording.status(to)
  if (changes.length === 0)
    return replyOf({
      title: 'Nothing will change',
      blocks: aside({ ...preview, own: preview.own.length }),
      typedAlternatives: ['show the list'],
    })
  return replyOf({
    title: `Set ${count(changes.length)} to ${label.toLowerCase()}?`,
    blocks: [
      words('This is what will change. Nothing is changed yet.'),
      ...lines(
        changes.map(({ interest, from }) => ({ interest, runs: [`: from ${wording.status(from)} to ${label}`] })),
      ),
      ...reasonPart(reason),
      ...aside({ ...preview, own: preview.own.length }),
    ],
    actions: [
      {
        ...{
          title: `Change ${count(changes.length)}`,
          verb: 'review/status-confirm',
          style: 'positive',
          typedAlternative: 'yes',
        },
        data: { seen: changes.map(({ seen }) => seen), to, reason },
      },
      { title: 'Leave them', verb: 'review/leave', typedAlternative: 'no' },
    ],
  })
}

const conflictParts = ({ interest, did }: Conflict, wording: Wording): CardBlock[] => [
  words('Somebody changed ', ...named(interest), ' before you. It is now ', wording.status(interest.status), '.'),
  ...did.slice(-5).map((event) => words(...eventRuns(event, wording))),
]

/** What a colleague did meanwhile. What was typed stays, and can be used all the same. */
export function conflictReply(
  conflicts: readonly Conflict[],
  typedHere: { to: string; reason: string },
  wording: Wording,
  changed = 0,
): Reply {
  const seen = conflicts.map(({ interest }) => ({ key: keyOf(interest), lines: interest.history.length }))
  return replyOf({
    title: 'Somebody was there first',
    blocks: [
      ...conflicts.flatMap((conflict) => conflictParts(conflict, wording)),
      ...(changed > 0 ? [words(`${count(changed)} changed all the same: nobody else had.`)] : []),
      words('You wanted to set it to ', wording.status(typedHere.to), '. Nothing of yours is saved yet.'),
      ...reasonPart(typedHere.reason),
    ],
    actions: [
      {
        ...{
          title: `Set to ${wording.status(typedHere.to)} all the same`,
          verb: 'review/status-confirm',
          typedAlternative: 'yes',
        },
        data: { seen, ...typedHere },
      },
      { title: 'Leave it as it is', verb: 'review/leave', typedAlternative: 'no' },
      ...(conflicts.length === 1 && seen[0]
        ? [{ title: 'Open', verb: 'review/open' as const, data: { key: seen[0].key } }]
        : []),
    ],
  })
}

const toldWords = (changed: readonly Interest[]): CardBlock[] => {
  const waiting = changed.filter(({ pending }) => pending.some(({ kind }) => kind === 'status')).length
  return waiting > 0
    ? [
        subtle(
          `${count(waiting, 'person').replace('persons', 'people')} will be told in ten minutes or later, in working hours. Undo stops it.`,
        ),
      ]
    : []
}

/** What was changed, and what was not. */
export function statusSetReply(set: StatusSet): Reply {
  const { changed, to, reason, wording } = set
  const keys = changed.map(keyOf)
  const actions: CardAction[] =
    keys.length > 0 ? [{ title: 'Undo', verb: 'review/undo', data: { keys }, typedAlternative: 'undo' }] : []
  return replyOf({
    title:
      changed.length > 0
        ? `${count(changed.length)} set to ${wording.status(to).toLowerCase()}`
        : 'Nothing was changed',
    blocks: [
      ...lines(changed.map((interest) => ({ interest, runs: [] }))),
      ...reasonPart(changed.length > 0 ? reason : ''),
      ...toldWords(changed),
      ...aside(set),
    ],
    actions: [
      ...actions,
      { title: 'Back to the list', verb: 'review/list', data: { filter: {} }, typedAlternative: 'show the list' },
    ],
  })
}

/** What was taken back. */
export function undoneReply({ undone, recalled, conflicts, nothing, wording }: Undone): Reply {
  const title = undone.length > 0 ? `Undone: ${count(undone.length)}` : 'There is nothing of yours to undo'
  return replyOf({
    title,
    blocks: [
      ...lines(undone.map((interest) => ({ interest, runs: [` is ${wording.status(interest.status)} again`] }))),
      ...(recalled > 0
        ? [subtle(`${count(recalled, 'message')} stopped before ${recalled === 1 ? 'it was' : 'they were'} sent.`)]
        : []),
      ...conflicts.flatMap((conflict) => conflictParts(conflict, wording)),
      ...(conflicts.length > 0 ? [words('It stays as your colleague left it.')] : []),
      ...(nothing > 0 && undone.length > 0 ? [subtle(`${count(nothing)} had no change of yours to undo.`)] : []),
    ],
    typedAlternatives: ['show the list'],
  })
}

export type Then =
  | { verb: 'open' }
  | { verb: 'status'; to: string; reason: string }
  | { verb: 'note'; note: string }
  | { verb: 'undo' }

/** Several bear the name: which one. */
export function ambiguousReply(candidates: readonly Interest[], more: boolean, after: Then, wording: Wording): Reply {
  const line = ({ name, reference, band, service, cohortId, status }: Interest): string =>
    `${name} (${reference}), band ${band}, ${[service, wording.cohort(cohortId), wording.status(status)].filter(Boolean).join(', ')}`
  return replyOf({
    title: 'Which one do you mean?',
    blocks: [
      words(
        `There ${candidates.length === 1 ? 'is 1' : `are ${more ? 'more than ' : ''}${candidates.length}`} by that name.`,
      ),
      {
        kind: 'element',
        elements: [
          choiceInput(
            'key',
            'Which one',
            candidates.map((interest) => ({ title: runText(line(interest)), value: keyOf(interest) })),
            { style: 'expanded', wrap: true, isRequired: true, errorMessage: 'Choose which one.' },
          ),
        ],
        text: candidates.map((interest, i) => `${i + 1}. ${markdownText(line(interest))}`).join('\n'),
      },
    ],
    actions: [{ title: 'This one', verb: 'review/choose', data: { after } }],
    typedAlternatives: ['open number 1', 'mark number 1 as contacted'],
  })
}
