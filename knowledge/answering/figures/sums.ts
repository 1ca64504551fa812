import { NUMBER, numberOf } from '../../reading/numbers.ts'
import { beginsWith } from '../../reading/phrases.ts'
import type { Figure } from '../table.ts'
import { additionOf, type Counted, sumOf } from './counted.ts'
import { countsIn, type FiguresMessage, focus, nameOf, partsOf, without } from './figuresMessage.ts'
import { sentences } from './wording.ts'

/** What is added up: those named, a single one together with those told; else all. */
const summands = (message: FiguresMessage): readonly Figure[] => {
  const { all, named, pair, text } = message
  if (named.length === 1) return focus(message).length > 0 ? [...focus(message), ...named] : named
  if (named.length > 0) return named
  const pointed = pair && all.some(({ earlier }) => earlier) && /\b(them|those|these)\b/.test(text)
  return pointed ? pair.flat() : all
}

/** All of them, or those named, added up. */
export const total = (message: FiguresMessage): Counted | undefined => {
  const { all, named, text, says: asks } = message
  const adds =
    asks('figuresTotal') || (asks('figuresAll') && text.split(' ').length > 2 && /how many|so|make/.test(text))
  const counted = countsIn(text, all)
  const isPair = asks('figuresPair') && text.split(' ').length < 7
  const isMinus = asks('figuresWithout') && named.length > 0
  if (!adds && !isPair && !isMinus && counted.length < 2) return undefined
  const base = isMinus ? without(all, named) : counted.length > 1 ? counted : summands(message)
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

const BY = new RegExp(`\\b(minus|take away|knock off|less|plus|add|another|extra)(?: an?)?(?: extra)? (${NUMBER})\\b`)

/** What was told, and a number more or fewer: "minus 3", "and another ten". */
export const offset = (message: FiguresMessage): Counted | undefined => {
  const { text, told, all } = message
  const [, word = '', digits = ''] = BY.exec(text) ?? []
  const number = numberOf(digits)
  if (number === undefined || all.some(({ count }) => count === number)) return undefined
  const isLess = /minus|away|off|less/.test(word)
  const sum = sumOf(told)
  if (isLess && number > sum) return undefined
  return {
    id: 'offset',
    first: `${sum} ${isLess ? `− ${number} = ${sum - number}` : `+ ${number} = ${sum + number}`}, from ${sum} ${nameOf(told, message)}.`,
    rest: told.length > 1 ? `${additionOf(told)}.` : '',
    told,
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
  const { named, text } = message
  const begins = beginsWith(text, 'figuresGoesOn')
  const goesOn = begins || text.split(' ').length <= 3
  if (named.length === 0 || !goesOn || /\b(when|how long|who|why|where|what do|can|should)\b/.test(text))
    return undefined
  const ours = named.length > 1
  return {
    id: 'stages',
    first: sentences(named),
    ...(ours && { rest: `${additionOf(named)} ${nameOf(named, message)}.` }),
    told: named,
    ours,
    ...(!begins && { lean: 0.9 }),
  }
}
