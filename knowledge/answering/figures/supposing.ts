import { NUMBER, numberOf } from '../../reading/numbers.ts'
import { additionOf, type Counted, percentOf, sumOf } from './counted.ts'
import { type FiguresMessage, focus, isInTraining, nameOf, without } from './figuresMessage.ts'
import { upperFirst } from './text.ts'

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
    ? `${passing || 'none'} of the ${whole} ${nameOf(now, message)} qualify`
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
