import { type CardBlock, heading, replyOf, subtle, userText, words } from '../../cards/cardContent.ts'
import type { CardAction } from '../../cards/elements.ts'
import type { Day } from '../../clock.ts'
import type { Reply } from '../../reply.ts'
import type { HeldData, HeldItem, HeldSection } from '../held.ts'

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
