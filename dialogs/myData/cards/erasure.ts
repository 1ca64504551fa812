import { cardOf, type Part, type Said, subtle, textOf, typed, words } from '../../cards/cardContent.ts'
import type { Day } from '../../clock.ts'
import type { HeldData } from '../held.ts'
import type { ErasureReceipt, HeldInterest } from '../myDataService.ts'

const confirm = ({ sections }: Pick<HeldData, 'sections'>): Said => ({
  title: 'Erase everything we hold about you?',
  parts: [
    words('This cannot be undone. We erase:'),
    { kind: 'steps', steps: sections.map(({ title }) => title) },
    words('If you have an interest, HR will no longer see it. You can download your data first.'),
  ],
  acts: [
    { title: 'Erase', verb: 'my-data/erase-confirm', style: 'destructive', say: 'yes' },
    { title: 'Download first', verb: 'my-data/download', data: { format: 'page' } },
    { title: 'Keep it', verb: 'my-data/keep', say: 'no' },
  ],
})

/** Asks before all is erased. */
export const eraseConfirmCard = (data: Pick<HeldData, 'sections'>) => cardOf(confirm(data))
export const eraseConfirmText = (data: Pick<HeldData, 'sections'>) => textOf(confirm(data))

export interface ErasedView {
  receipt: ErasureReceipt
  /** What a hold stopped. */
  held?: readonly HeldInterest[]
  day: Day
}

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

function erased({ receipt, held = [], day }: ErasedView): Said {
  const steps = gone(receipt)
  const kept: Part[] = held.map(({ reference, why, until }) =>
    words(
      `${reference} is under a hold, so we could not erase it. The reason given is: `,
      typed(why),
      until
        ? `. The hold ends on ${day(until)}. Ask again then.`
        : '. The hold has no end date yet. You can ask HR about it.',
    ),
  )
  return {
    title: held.length > 0 ? 'We erased what we could' : 'Your data is erased',
    parts: [
      words(`Your receipt is ${receipt.reference}, made on ${day(receipt.at)}.`),
      ...(steps.length > 0
        ? [words('We erased:'), { kind: 'steps' as const, steps }]
        : [words('There was nothing to erase.')]),
      ...kept,
      words('We keep a note that an erasure took place, and when. It does not say who you are or what you told us.'),
      words('Teams keeps its own copy of this chat. That copy follows the trust’s retention rules.'),
      subtle('If you write to me again, I keep where I can answer you.'),
    ],
    acts: [],
  }
}

/** The receipt of an erasure, and what is left where. */
export const erasedCard = (view: ErasedView) => cardOf(erased(view))
export const erasedText = (view: ErasedView) => textOf(erased(view))

const blanked = (at: string, day: Day): Said => ({
  title: 'Erased',
  parts: [words(`What stood here was erased on ${day(at)}, because you asked us to.`)],
  acts: [],
})

/** Takes the place of an earlier card whose contents were erased. */
export const blankedCard = (at: string, day: Day) => cardOf(blanked(at, day))
export const blankedText = (at: string, day: Day) => textOf(blanked(at, day))
