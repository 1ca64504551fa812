import { onDate } from '../../content/dateInWords.ts'
import type { Counted } from './counted.ts'
import type { FiguresMessage } from './figuresMessage.ts'
import { lowerFirst, upperFirst } from './text.ts'
import { sentences } from './wording.ts'

/** What may be asked about the figures and is not held, by the list of how people ask for it. */
const TOPICS: readonly [list: string, id: string, unsaid: string][] = [
  ['figuresLeavers', 'leavers', 'how many have left or dropped out'],
  ['figuresElsewhere', 'elsewhere', 'how these numbers compare with anywhere else'],
  ['figuresPosts', 'posts', 'whether these numbers count people or whole-time posts'],
  ['figuresPeople', 'people', 'anything about the people in these numbers, such as age, sex or job'],
  ['figuresAverages', 'average', 'how many there were in each year, so there is no average to give'],
  ['figuresYears', 'other-years', 'how many there were in any other year'],
  [
    'figuresTargets',
    'target',
    'how many are needed, so I cannot say whether there are enough or how many short we are',
  ],
  ['figuresBands', 'bands', 'how these numbers split by band'],
  ['figuresPlaces', 'places', 'how these numbers split by team, service or place'],
  ['figuresNames', 'names', 'who the people in these numbers are'],
  ['figuresWhy', 'reason', 'why these numbers are as they are'],
]

/** That nobody holds what is asked about the figures, and what is held; or as at when they are. */
export const notCounted = (message: FiguresMessage): Counted | undefined => {
  const { all, says, text } = message
  if (says('figuresWhen')) return countedWhen(message)
  const topic = TOPICS.find(([list]) => says(list))
  if (!topic || (topic[1] === 'other-years' && /\b(first|second|1st|2nd) (year|yr)/.test(text))) return undefined
  const [, id, unsaid] = topic
  if (id === 'other-years' && says('figuresWhy')) return undefined
  if (id === 'reason' && says('figuresBesides') && message.named.length === 0) return undefined
  return {
    id,
    first: `What is published does not say ${unsaid}.`,
    rest: `It gives these: ${lowerFirst(sentences(all))}`,
    held: false,
    ...(!says('figuresTold') && !says('figuresCompares') && text.split(' ').length > 3 && { lean: 0.9 }),
  }
}

const countedWhen = ({ all, told, text, says }: FiguresMessage): Counted => {
  const dates = [...new Set(told.map(({ asOf }) => asOf))]
  const isPast = dates.every((asOf) => asOf.length < 10)
  const polar = isPast && /^(so |and |but |ok )*(is|are|was|were)\b/.test(text)
  const old = /\b(out of date|old)\b/.test(text)
  const first = `${polar ? (old ? 'Yes. ' : 'No. ') : ''}These figures are as they stood ${dates.map(onDate).join(' and ')}.`
  const rest = [
    ...(says('figuresCounted') ? ['No day is given, and no one is named who counted them.'] : []),
    'I hold nothing newer.',
    sentences(all),
  ].join(' ')
  return { id: 'as-of', first: upperFirst(first), rest, told }
}
