import { type CardBlock, heading, replyOf, subtle, userText, words } from '../cards/cardContent.ts'
import type { CardAction } from '../cards/elements.ts'
import type { Day } from '../clock.ts'
import type { Reply } from '../reply.ts'
import type { ErasureReceipt, HeldInterest } from './erasing.ts'
import type { HeldData, HeldItem, HeldSection } from './held.ts'

/** A message to Teams holds about 28 KB: what is longer is in the download. */
const LONGEST_VALUE = 200
const MOST_SECTIONS = 3

const short = (text: string): string =>
  text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE).toWellFormed()}… (the rest is in the download)`

/** Who sees most of a section: told once, and beside a field where it is somebody else. */
function mostSeenBy(items: readonly HeldItem[]): string {
  const counts = new Map<string, number>()
  for (const { seenBy } of items) counts.set(seenBy, (counts.get(seenBy) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}

function sectionParts({ title, items, until, untilWords }: HeldSection, day: Day): CardBlock[] {
  const said = items.filter(({ value }) => value !== '')
  const most = mostSeenBy(said)
  const all = said.every(({ seenBy }) => seenBy === most)
  return [
    heading(title),
    subtle(until ? `Kept until ${day(until)}. ` : '', userText(untilWords), '.'),
    subtle(all ? 'Who can see this: ' : 'Who can see this, unless a line says otherwise: ', userText(most)),
    {
      kind: 'facts',
      facts: said.map(({ label, value, seenBy }) => ({
        label,
        value: userText(short(value)),
        ...(seenBy !== most && { note: `seen by: ${seenBy}` }),
      })),
    },
  ]
}

const DOWNLOADS: CardAction[] = [
  {
    title: 'Download as a page',
    verb: 'my-data/download',
    data: { format: 'page' },
    typedAlternative: 'download my data',
  },
  { title: 'Download as JSON', verb: 'my-data/download', data: { format: 'json' } },
]

const CORRECT: CardAction = { title: 'Correct', verb: 'interest/change', typedAlternative: 'change my interest' }

/** Everything held about the person: each field, who can see it, until when. */
export function myDataReply({ sections, madeAt, noticeVersion }: HeldData, day: Day): Reply {
  const title = 'What we hold about you'
  if (sections.length === 0) return replyOf({ title, blocks: [words('We hold nothing about you.')] })
  const interest = sections.some(({ kind }) => kind === 'interest')
  const more = sections.length - MOST_SECTIONS
  return replyOf({
    title,
    blocks: [
      words(`As at ${day(madeAt)}. Privacy notice version ${noticeVersion}.`),
      ...sections.slice(0, MOST_SECTIONS).flatMap((section) => sectionParts(section, day)),
      ...(more > 0
        ? [words(`There ${more === 1 ? 'is 1 more part' : `are ${more} more parts`}. The download has them all.`)]
        : []),
    ],
    actions: [
      ...DOWNLOADS,
      ...(interest ? [CORRECT] : []),
      { title: 'Erase', verb: 'my-data/erase', style: 'destructive', typedAlternative: 'erase my data' },
    ],
  })
}

/** Asks before all is erased. */
export const eraseConfirmReply = ({ sections }: HeldData): Reply =>
  replyOf(
    {
      title: 'Erase everything we hold about you?',
      blocks: [
        words('This cannot be undone. We erase:'),
        { kind: 'steps', steps: sections.map(({ title }) => title) },
        words('If you have an interest, HR will no longer see it. You can download your data first.'),
      ],
      actions: [
        { title: 'Erase', verb: 'my-data/erase-confirm', style: 'destructive', typedAlternative: 'yes' },
        { title: 'Download first', verb: 'my-data/download', data: { format: 'page' } },
        { title: 'Keep it', verb: 'my-data/keep', typedAlternative: 'no' },
      ],
    },
    false,
  )

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

function gone({ interests, draft, questions, notices, conversation }: ErasureReceipt): string[] {
  return [
    ...(interests.length > 0 ? [`${plural(interests.length, 'interest', 'interests')}: ${interests.join(', ')}`] : []),
    ...(draft ? ['A form you had not saved'] : []),
    ...(questions > 0 ? [`Your name on ${plural(questions, 'question', 'questions')} you sent to HR`] : []),
    ...(notices > 0 ? [plural(notices, 'message to you', 'messages to you')] : []),
    ...(conversation ? ['Where the bot can write to you'] : []),
  ]
}

/**
 * The receipt of an erasure, and what is left where.
 * @param held what a hold stopped
 */
export function erasedReply(receipt: ErasureReceipt, held: readonly HeldInterest[], day: Day): Reply {
  const steps = gone(receipt)
  const kept = held.map(({ reference, why, until }) =>
    words(
      `${reference} is under a hold, so we could not erase it. The reason given is: `,
      userText(why),
      until
        ? `. The hold ends on ${day(until)}. Ask again then.`
        : '. The hold has no end date yet. You can ask HR about it.',
    ),
  )
  const blocks = [
    words(`Your receipt is ${receipt.reference}, made on ${day(receipt.at)}.`),
    ...(steps.length > 0
      ? [words('We erased:'), { kind: 'steps' as const, steps }]
      : [words('There was nothing to erase.')]),
    ...kept,
    words('We keep a note that an erasure took place, and when. It does not say who you are or what you told us.'),
    words('Teams keeps its own copy of this chat. That copy follows the trust’s retention rules.'),
    subtle('If you write to me again, I keep where I can answer you.'),
  ]
  return replyOf({ title: held.length > 0 ? 'We erased what we could' : 'Your data is erased', blocks }, false)
}

/** Takes the place of an earlier card whose contents were erased. */
export const blankedReply = (at: string, day: Day): Reply =>
  replyOf(
    { title: 'Erased', blocks: [words(`What stood here was erased on ${day(at)}, because you asked us to.`)] },
    false,
  )
