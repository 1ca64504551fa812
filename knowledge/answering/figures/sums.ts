import { NUMBER, numberOf } from '../../content/numbers.ts'
import { phrase, says } from '../../content/phrases.ts'
import type { Figure } from '../table.ts'
import { additionOf, type Counted, percentOf, sameFigures, sumOf } from './counted.ts'
import { type FiguresMessage, figuresIn, isInTraining, nameOf, partsOf } from './figuresMessage.ts'
import { listed, upperFirst } from './text.ts'
import { countOf, sentences } from './wording.ts'

const without = (all: readonly Figure[], some: readonly Figure[]): Figure[] =>
  all.filter(({ id }) => !some.some((one) => one.id === id))

/** What was told, unless that is all. */
const focus = ({ told, all }: FiguresMessage): readonly Figure[] => (told.length < all.length ? told : [])

const SOME = new RegExp(
  `\\b(${NUMBER}) (?:of (?:them|the|those)|more|drop|fail|leave|quit|dont|pass|get|make|finish|qualify)\\b`,
)

/** What would be if those in training qualified: "if they all get through". */
export const supposition = (message: FiguresMessage): Counted | undefined => {
  const { training, supposed, named, all, text, says: asks } = message
  const before = without(all, training)
  if (before.length === 0 || training.length === 0) return undefined
  const further = supposed.length > 0 && (asks('figuresToo') || asks('figuresRest') || asks('figuresGoesOn'))
  if ((!asks('figuresSuppose') && !further) || /\b(i|im|ill|my|me|what happens)\b/.test(text)) return undefined
  const namedYears = named.filter(isInTraining)
  const pointed = asks('figuresRest')
    ? without(training, supposed.length > 0 ? supposed : focus(message))
    : focus(message).filter(isInTraining)
  const chosen = namedYears.length > 0 ? namedYears : pointed.length > 0 ? pointed : training
  if (further && !asks('figuresSuppose') && namedYears.length === 0 && !asks('figuresRest')) return undefined
  const now = all.filter((one) => chosen.includes(one) || (further && supposed.includes(one)))
  const [, some] = SOME.exec(text) ?? []
  const losing = asks('figuresLose')
  const half = /\bhalf\b/.test(text)
  const whole = sumOf(now)
  const number = half
    ? Math.floor(whole / 2)
    : (numberOf(some ?? '') ?? (/\bnone|nobody|no one\b/.test(text) ? 0 : whole))
  if (number > whole) return undefined
  const passing = losing ? whole - number : number
  const old = sumOf(before)
  const label = nameOf(before, message)
  const partly = passing !== whole
  const shown = partly ? `${old} + ${passing} = ${old + passing}` : `${additionOf([...before, ...now])}`
  const who = partly
    ? `${passing} of the ${whole} ${nameOf(now, message)} qualify`
    : `all ${whole === 1 ? '' : `${whole} `}${nameOf(now, message)} qualify`
  return {
    id: 'supposed',
    first: `${shown} ${label}, if ${who} and nobody leaves.`,
    rest: `${half && whole % 2 === 1 ? `Half of ${whole} is between ${number} and ${number + 1}. ` : ''}What is published gives no result or pass rate.`,
    told: [...before, ...now],
    ...(!partly && { supposed: now }),
    ours: true,
  }
}

/** How much that would be more: "what's that up by". */
export const growth = (message: FiguresMessage): Counted | undefined => {
  const { supposed, all, training, says: asks } = message
  const before = without(all, training)
  const old = sumOf(before)
  if (
    supposed.length === 0 ||
    old === 0 ||
    !(asks('figuresShare') || asks('figuresDifference') || asks('figuresGrowth'))
  )
    return undefined
  const more = sumOf(supposed)
  return {
    id: 'growth',
    first: `${upperFirst(percentOf(more, old))} more: ${more} on top of ${old} makes ${old + more}.`,
    rest: `${more} ÷ ${old} is ${percentOf(more, old)}, if they all qualify and nobody leaves.`,
    told: [...before, ...supposed],
    supposed,
    ours: true,
  }
}

const OF = phrase('figuresOf')

/** A share in percent: "as a share of everyone", "what percent are first years". */
export const share = (message: FiguresMessage): Counted | undefined => {
  const { text, all, named, says: asks } = message
  if (!asks('figuresShare')) return undefined
  const [, head = text, tail = ''] = new RegExp(`^(.*?)\\b(?:${OF.source})\\b(.*)$`).exec(text) ?? []
  const inTail = figuresIn(tail, all)
  const whole = inTail.length > 1 ? inTail : all
  const inHead = figuresIn(head, all)
  const asked =
    inHead.length > 0
      ? inHead
      : inTail.length === 1
        ? inTail
        : sameFigures(named, whole) || named.length === 0
          ? focus(message)
          : named
  const parts = asked.filter((one) => whole.includes(one))
  const total = sumOf(whole)
  if (total === 0 || whole.length < 2) return undefined
  if (parts.length === 0 || parts.length === whole.length) {
    const shares = whole.map((one) => `${countOf(one)} (${percentOf(one.count, total)})`)
    return {
      id: 'share',
      first: `Of ${total}: ${listed(shares)}.`,
      rest: `${additionOf(whole)}.`,
      told: whole,
      ours: true,
    }
  }
  const part = sumOf(parts)
  return {
    id: 'share',
    first: `${upperFirst(percentOf(part, total))}: ${part} of ${total} ${whole.length === all.length ? 'were' : `${nameOf(whole, message)} were`} ${nameOf(parts, message)}.`,
    rest: `${part} ÷ ${total}, where ${additionOf(whole)}.`,
    told: parts,
    ours: true,
  }
}

const FRACTIONS: readonly [RegExp, number, string][] = [
  [/\bhalf\b/, 1 / 2, 'half'],
  [/\bthird\b/, 1 / 3, 'a third'],
  [/\bquarter\b/, 1 / 4, 'a quarter'],
  [/\b(most|majority)\b/, 1 / 2, 'half'],
]

/** Whether that is half of them, a third, most. */
export const fraction = (message: FiguresMessage): Counted | undefined => {
  const { text, all, named, says: asks } = message
  const found = FRACTIONS.find(([pattern]) => pattern.test(text))
  const isYear = found?.[2] === 'a third' && says(text, 'thirdYear')
  if (!found || isYear || !(asks('figuresFractionOf') || named.length > 0 || text.split(' ').length < 5))
    return undefined
  const parts = named.length > 0 && named.length < all.length ? named : focus(message)
  const [part, total] = [sumOf(parts), sumOf(all)]
  if (parts.length === 0 || total === 0) return share({ ...message, says: () => true })
  const most = /\b(most|majority)\b/.test(text)
  const [, size, name] = found
  const ratio = part / total
  const isSo = most ? ratio > size : Math.abs(ratio - size) < 0.03
  const answer = isSo ? (ratio === size || most ? 'Yes' : 'Nearly') : 'No'
  const how = most || isSo ? '' : ` ${ratio > size ? 'more' : 'less'} than ${name}:`
  return {
    id: 'fraction',
    first: `${answer}${how ? `,${how}` : ':'} ${part} of ${total}, ${percentOf(part, total)}, were ${nameOf(parts, message)}.`,
    rest: `${additionOf(all)}.`,
    told: parts,
    ours: true,
  }
}

/** Two sides of a comparison: the two that are named, else what was told beside the other. */
const sides = ({ named, told, all, training }: FiguresMessage): [readonly Figure[], readonly Figure[]] | undefined => {
  const years = named.filter(isInTraining)
  const before = named.filter((one) => !isInTraining(one))
  if (years.length > 0 && before.length > 0) return [before, years]
  if (named.length === 2) return [named.slice(0, 1), named.slice(1)]
  const [a] = named
  if (a && named.length === 1) {
    const other = told.filter((one) => one !== a && isInTraining(one) === isInTraining(a))
    return other.length === 1 ? [other, [a]] : isInTraining(a) ? [without(training, [a]), [a]] : [[a], training]
  }
  if (training.length === 2) return [training.slice(0, 1), training.slice(1)]
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
  if (!/^(so |and |are |is |were |there |do |does )/.test(text)) return undefined
  const [before = '', after = ''] = text.split(/\bthan\b/)
  const [one, other] = [figuresIn(before, all), figuresIn(after, all)]
  if (one.length === 0 && other.length === 0) return undefined
  const isBig = one.length > 0 ? sameFigures(one, big) : !sameFigures(other, big)
  return isBig === /more|bigger|higher|larger/.test(word) ? 'Yes' : 'No'
}

/** All of them, or those named, added up. */
export const total = (message: FiguresMessage): Counted | undefined => {
  const { all, named, text, says: asks } = message
  const adds =
    asks('figuresTotal') || (asks('figuresAll') && text.split(' ').length > 2 && /how many|so|make/.test(text))
  if (!adds) return undefined
  const base =
    named.length === 0
      ? all
      : named.length === 1 && focus(message).length > 0
        ? [...new Set([...focus(message), ...named])]
        : named
  const figures = all.filter((one) => base.includes(one))
  if (figures.length < 2) return undefined
  return {
    id: 'total',
    first: `${additionOf(figures)} ${nameOf(figures, message)}.`,
    rest: sentences(figures),
    told: figures,
    ours: true,
  }
}

/** Those that were not told: "and the rest?". */
export const rest = (message: FiguresMessage): Counted | undefined => {
  if (!message.says('figuresRest') || message.named.length > 0) return undefined
  const left = without(message.all, focus(message))
  if (focus(message).length === 0 || left.length === 0) return undefined
  const ours = left.length > 1
  return {
    id: 'rest',
    first: `The rest were ${partsOf(left)}.`,
    ...(ours && { rest: `${additionOf(left)} ${nameOf(left, message)}.` }),
    told: left,
    ours,
  }
}

/** Some of them by name: "and the second years", "just the trainees". */
export const stagesAlone = (message: FiguresMessage): Counted | undefined => {
  const { named, says: asks, text } = message
  const goesOn = asks('figuresGoesOn') || text.split(' ').length <= 3
  if (named.length === 0 || !goesOn || /\b(when|how long|who|why|where|what do|can|should)\b/.test(text))
    return undefined
  const ours = named.length > 1
  return {
    id: 'stages',
    first: sentences(named),
    ...(ours && { rest: `${additionOf(named)} ${nameOf(named, message)}.` }),
    told: named,
    ours,
    lean: 0.9,
  }
}
