import type { Figure } from '../table.ts'
import { additionOf, type Counted, percentOf, sameFigures, sumOf } from './counted.ts'
import { type FiguresMessage, figuresIn, isInTraining, nameOf, without } from './figuresMessage.ts'
import { upperFirst } from './text.ts'
import { sentences } from './wording.ts'

/** Two sides of a comparison: the two that are named, else what was told beside the other. */
const sides = ({
  named,
  told,
  all,
  training,
  pair,
  says: asks,
}: FiguresMessage): [readonly Figure[], readonly Figure[]] | undefined => {
  if (pair && (named.length === 0 || asks('figuresPair'))) return [pair[1], pair[0]]
  const years = named.filter(isInTraining)
  const before = named.filter((one) => !isInTraining(one))
  if (years.length > 0 && before.length > 0) return [before, years]
  if (named.length === 2) return [named.slice(0, 1), named.slice(1)]
  const [a] = named
  if (a && named.length === 1) {
    const other = told.filter((one) => one !== a && isInTraining(one) === isInTraining(a))
    return other.length === 1 ? [other, [a]] : isInTraining(a) ? [without(training, [a]), [a]] : [[a], training]
  }
  return all.length === 2 ? [all.slice(0, 1), all.slice(1)] : undefined
}

/** How many for each: "what's the ratio of trained to trainees". */
export const ratio = (message: FiguresMessage): Counted | undefined => {
  const { all, training, says: asks } = message
  if (!asks('figuresRatio')) return undefined
  const [one, other] =
    message.named.length > 0
      ? (sides(message) ?? [without(all, training), training])
      : [without(all, training), training]
  const [a, b] = [sumOf(one), sumOf(other)]
  if (a === 0 || b === 0) return undefined
  const each = Math.round((10 * a) / b) / 10
  return {
    id: 'ratio',
    first: `${a} to ${b}: about ${each} ${nameOf(one, message)} for each one ${nameOf(other, message)}.`,
    rest: [one, other]
      .filter(({ length }) => length > 1)
      .map((some) => `${additionOf(some)}.`)
      .join(' '),
    told: all.filter((figure) => one.includes(figure) || other.includes(figure)),
    ours: true,
  }
}

/** How far apart two of them are, in percent of the other one: "by what percentage". */
export const percentApart = (message: FiguresMessage): Counted | undefined => {
  if (!message.says('figuresShare') || !message.says('figuresApart')) return undefined
  const [other, one] = sides(message) ?? []
  if (!one || !other || sumOf(other) === 0) return undefined
  const [a, b] = [sumOf(one), sumOf(other)]
  const how = a < b ? 'fewer' : 'more'
  return {
    id: 'percent-apart',
    first: `${upperFirst(percentOf(Math.abs(a - b), b))} ${how} ${nameOf(one, message)}: ${a}, against ${b} ${nameOf(other, message)}.`,
    rest: `${Math.abs(a - b)} ÷ ${b}.`,
    told: message.all.filter((figure) => one.includes(figure) || other.includes(figure)),
    ours: true,
  }
}

/** How far apart two of them are; two years show no trend. */
export const difference = (message: FiguresMessage): Counted | undefined => {
  const { all, training, text, says: asks } = message
  const trend = asks('figuresTrend')
  if (!trend && !asks('figuresDifference')) return undefined
  const found =
    trend && message.named.length < 2 && training.length === 2
      ? ([training.slice(0, 1), training.slice(1)] as const)
      : sides(message)
  if (!found) return undefined
  const [big, small] = sumOf(found[0]) >= sumOf(found[1]) ? found : [found[1], found[0]]
  const [a, b] = [sumOf(big), sumOf(small)]
  const shown = `${a} − ${b} = ${a - b}`
  const told = all.filter((one) => big.includes(one) || small.includes(one))
  const same = `The same: ${a} ${nameOf(big, message)} and ${b} ${nameOf(small, message)}.`
  const [one, word, other] =
    /\b(fewer|less|smaller|lower)\b/.test(text) || trend ? [small, 'fewer', big] : [big, 'more', small]
  const apart = `${a - b} ${word} ${a - b === 1 ? 'was' : 'were'} ${nameOf(one, message)} than ${nameOf(other, message)}: ${shown}.`
  if (!trend) {
    const [first] = message.named
    const order = text.match(/\b(more|bigger|higher|larger|fewer|less|smaller|lower)\b.*\bthan\b/)
    const yes = order && first && a !== b ? polarOf(message, order[1] ?? '', big) : undefined
    return {
      id: 'difference',
      first: `${yes ? `${yes}: ` : ''}${a === b ? same : apart}`,
      rest: sentences(told),
      told,
      ours: true,
    }
  }
  const [first = ''] = text.split(/\b(?:than|on|from|against|versus|vs|compared)\b/)
  const [stage] = [...figuresIn(first, all), ...without(told, message.named)]
  if (stage && message.named.length > 0 && a !== b) {
    const isSo = /\b(down|shr\w+|drop\w*|fall\w*|fell|declin\w*|decreas\w*|smaller|worse|less|fewer|dwindl\w*)\b/.test(
      text,
    )
    return {
      id: 'trend',
      first: `${isSo === small.includes(stage) ? 'Yes' : 'No'}: ${apart}`,
      rest: 'Two years do not make a trend. How many began in each is not published, and no reason is given.',
      told,
      ours: true,
    }
  }
  return {
    id: 'trend',
    first: 'I cannot say: two years do not make a trend.',
    rest: `${a === b ? same : apart} What is published gives no other years, and no reason.`,
    told,
    ours: true,
    held: false,
  }
}

/** Yes or no to "are there more second years than first years". */
const polarOf = ({ text, all }: FiguresMessage, word: string, big: readonly Figure[]): 'Yes' | 'No' | undefined => {
  if (!/^(so |and |are |is |were |there |do |does |thats |that |its |theyre )/.test(text)) return undefined
  const [before = '', after = ''] = text.split(/\bthan\b/)
  const [one, other] = [figuresIn(before, all), figuresIn(after, all)]
  if (one.length === 0 && other.length === 0) return undefined
  const isBig = one.length > 0 ? sameFigures(one, big) : !sameFigures(other, big)
  return isBig === /more|bigger|higher|larger/.test(word) ? 'Yes' : 'No'
}
