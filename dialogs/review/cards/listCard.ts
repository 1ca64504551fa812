import type { IColumn, ITextRun } from '@microsoft/teams.cards'
import { replyOf, subtle, words } from '../../cards/cardContent.ts'
import { type CardAction, type CardElement, executeAction, toggleVisibility } from '../../cards/elements.ts'
import { markdownText, runText } from '../../cards/escape.ts'
import type { Interest } from '../../interest/interest.ts'
import type { Reply } from '../../reply.ts'
import { interestKey } from '../reviewDeps.ts'
import { chipsOf, filterInWords, type Wording } from '../wording.ts'
import { FILTERS, filterForm, type ListShown, SEVERAL, severalForm } from './listForms.ts'
import { counted, inputs, linkButton, present } from './parts.ts'

const run = (text: string, look: Partial<ITextRun> = {}): ITextRun => ({
  type: 'TextRun',
  text: runText(text),
  ...look,
})

/** One line of the list: who, what they are, where they stand and since when. */
const described = ({ band, currentRole, service, base }: Interest): string =>
  [`band ${band}`, currentRole, service, base].filter(Boolean).join(', ')

const standing = (interest: Interest, { status, next, since }: Wording): string => {
  const days = since(interest.statusSince)
  const held = interest.assignee ? `, with ${interest.assignee.name}` : ''
  return `${status(interest.status)}. ${next(interest.status)}, ${days === 'today' ? 'since today' : `for ${days}`}${held}${interest.hold ? ', on hold' : ''}`
}

const row = (interest: Interest, at: number, wording: Wording): CardElement => ({
  type: 'Container',
  separator: true,
  selectAction: executeAction(
    linkButton(`Open ${interest.reference}`, 'review/open', undefined, { key: interestKey(interest) }),
  ),
  items: [
    {
      type: 'RichTextBlock',
      inlines: [
        run(`${at}. ${interest.name}`, { weight: 'Bolder' }),
        { type: 'TextRun', text: ` (${interest.reference})` },
      ],
    },
    { type: 'RichTextBlock', spacing: 'None', inlines: [run(described(interest))] },
    { type: 'RichTextBlock', spacing: 'None', inlines: [run(standing(interest, wording), { isSubtle: true })] },
  ],
})

const rowWords = (interest: Interest, at: number, wording: Wording): string =>
  `${at}. ${markdownText(interest.name)} (${interest.reference}), ${markdownText(described(interest))}. ${markdownText(standing(interest, wording))}.`

const countWords = ({ counts, filter, wording }: ListShown): string => {
  const parts = wording.statuses.flatMap(({ id, label }) => {
    const count = counts.byStatus[id] ?? 0
    return count > 0 ? [`${count} ${label.toLowerCase()}`] : []
  })
  const done = !filter.statuses && wording.statuses.some(({ id, next }) => next === 'nobody' && counts.byStatus[id])
  return `${counted(counts.total)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.${done ? ' Those with nothing left to do are not listed.' : ''}`
}

/** As many characters as chips beside each other may have on a phone. */
const CHIP_ROW = 30

/** The parts of a filter, each with a press that takes it away: as many beside each other as have room. */
const chipElements = ({ filter, order, wording }: ListShown): CardElement[] => {
  const rows: { columns: IColumn[]; length: number }[] = []
  for (const { parts, text } of chipsOf(filter, wording)) {
    const rest = Object.fromEntries(Object.entries(filter).filter(([part]) => !parts.some((one) => one === part)))
    const chip: IColumn = {
      type: 'Column',
      width: 'auto',
      style: 'accent',
      selectAction: executeAction(
        linkButton(`Take this filter off: ${text}`, 'review/list', undefined, { filter: rest, order }),
      ),
      items: [{ type: 'RichTextBlock', inlines: [run(`${text} ✕`)] }],
    }
    const row = rows.at(-1)
    if (row && row.length + text.length + 4 <= CHIP_ROW) {
      row.columns.push(chip)
      row.length += text.length + 4
    } else rows.push({ columns: [chip], length: text.length })
  }
  return rows.map(({ columns }) => ({ type: 'ColumnSet', spacing: 'Small', columns }))
}

/** The work list: who must act next and since when, what it is narrowed to, and how many there are. */
export function listReply(shown: ListShown): Reply {
  const { interests, filter, order, wording, next, from = 0 } = shown
  const any = interests.length > 0
  const rows = inputs(
    interests.map((interest, i) => rowWords(interest, from + i + 1, wording)).join('\n'),
    ...interests.map((interest, i) => row(interest, from + i + 1, wording)),
  )
  return replyOf({
    title: order === 'newest' ? 'Interest, newest first' : 'Interest, longest waiting first',
    blocks: [
      words(countWords(shown)),
      inputs(`Shown: ${markdownText(filterInWords(filter, wording))}.`, ...chipElements(shown)),
      any ? rows : subtle('There is nothing to show here.'),
      inputs(undefined, filterForm(shown), ...present(any && severalForm(shown))),
    ],
    actions: present<CardAction>(
      next && linkButton('Next page', 'review/list', 'next page', { filter, order, next }),
      any && linkButton('Export or write to them', 'review/export', 'export this', { filter }),
    ),
    toggles: present(toggleVisibility('Narrow the list', FILTERS), any && toggleVisibility('Change several', SEVERAL)),
    typedAlternatives: any
      ? present('open number 1', interests.length > 1 && 'set the first two to reviewed')
      : ['show all'],
  })
}
