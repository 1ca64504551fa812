import { beginsWith } from '../../reading/phrases.ts'
import type { Figure } from '../table.ts'
import { amountIn } from './amounts.ts'
import { additionOf, type Counted, percentOf, sumOf } from './counted.ts'
import { type FiguresMessage, focus, isInTraining, nameOf, without } from './figuresMessage.ts'
import { upperFirst } from './text.ts'

/** What would be if those in training qualified, or some left: "if they all get through", "say a third drop out". */
export const supposition = (message: FiguresMessage): Counted | undefined => {
  const { training, supposed, named, all, text, says: asks } = message
  const before = without(all, training)
  if (before.length === 0 || training.length === 0) return undefined
  const losing = asks('figuresLose')
  const supposes =
    asks('figuresSuppose') ||
    (losing && amountIn(text, sumOf(training)) !== undefined && !beginsWith(text, 'figuresAsksPast'))
  const further = supposed.length > 0 && (asks('figuresToo') || asks('figuresRest') || asks('figuresGoesOn'))
  if ((!supposes && !further) || /\b(if|what happens) .*\b(i|im|ill|my)\b/.test(text)) return undefined
  const amount = amountIn(text, sumOf(training))
  if (losing && supposes && amount?.number !== 0) return loss(message, before)
  const namedYears = named.filter(isInTraining)
  const pointed = asks('figuresRest')
    ? without(training, supposed.length > 0 ? supposed : focus(message))
    : focus(message).filter(isInTraining)
  const chosen = namedYears.length > 0 ? namedYears : pointed.length > 0 ? pointed : training
  if (further && !supposes && namedYears.length === 0 && !asks('figuresRest')) return undefined
  const now = all.filter((one) => chosen.includes(one) || (further && supposed.includes(one)))
  const { number = sumOf(now), between = '' } = losing ? {} : (amountIn(text, sumOf(now)) ?? {})
  if (number > sumOf(now)) return undefined
  const partly = number !== sumOf(now)
  const whole = sumOf(now)
  return {
    id: 'supposed',
    first: partly
      ? `${partlyQualified(message, before, now, number)} and nobody leaves.`
      : `${additionOf([...before, ...now])} ${nameOf(before, message)}, if all ${whole === 1 ? '' : `${whole} `}${nameOf(now, message)} qualify and nobody leaves.`,
    rest: `${between}What is published gives no result or pass rate.`,
    told: [...before, ...now],
    ...(!partly && { supposed: now }),
    ours: true,
  }
}

/** "31 + 6 = 37 qualified, if 6 of the 12 in training qualify". */
const partlyQualified = (
  message: FiguresMessage,
  before: readonly Figure[],
  now: readonly Figure[],
  passing: number,
): string =>
  `${sumOf(before)} + ${passing} = ${sumOf(before) + passing} ${nameOf(before, message)}, if ${passing || 'none'} of the ${sumOf(now)} ${nameOf(now, message)} qualify`

/** What would be left if some left, or failed. */
const loss = (message: FiguresMessage, before: readonly Figure[]): Counted | undefined => {
  const { training, named, text, says: asks } = message
  const aimed = named.length > 0 ? named : focus(message)
  const years = aimed.filter(isInTraining)
  const ofQualified = years.length === 0 && aimed.length > 0 && !asks('figuresStudied')
  const of = ofQualified ? aimed : years.length > 0 ? years : training
  const whole = sumOf(of)
  const all = /\b(all|both|every\w*)\b/.test(text) ? { number: whole, between: '' } : undefined
  const { number, between } = amountIn(text, whole) ?? all ?? {}
  if (number === undefined || number > whole) return undefined
  const left = whole - number
  const qualified = ofQualified ? '' : `${partlyQualified(message, before, of, left)}. `
  return {
    id: 'lost',
    first: `${whole} − ${number} = ${left} left ${nameOf(of, message)}, if ${number || 'none'} of the ${whole} ${asks('figuresStudied') ? 'drop out' : 'leave'}.`,
    rest: `${between}${qualified}What is published does not say how many do.`,
    told: of,
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
