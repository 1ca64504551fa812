import { dateInWords } from '../../content/dateInWords.ts'
import { NUMBER, numberOf } from '../../reading/numbers.ts'
import { beginsWith, endsWith } from '../../reading/phrases.ts'
import { additionOf, type Counted, sameFigures, sumOf } from './counted.ts'
import { countsIn, type FiguresMessage, nameOf, partsOf } from './figuresMessage.ts'
import { sentences } from './wording.ts'

const NOT_COUNTS = `(?<!(?:yr|year|band|b|in|the|this|that|those|these|other|last|next|each|any|every) ?)\\b(${NUMBER})\\b(?! ?(?:st|nd|rd|years?|yrs?|days?|or|in (?:${NUMBER})|percent|more|fewer|less)\\b)`
const CLAIMED = new RegExp(`${NOT_COUNTS}(?!.*${NOT_COUNTS})`)

/** A yes or a no to a number, or to what a number takes in: "so 12 then", "is that more than 40", "thats both years?". */
export const polarAnswer = (message: FiguresMessage): Counted | undefined => {
  const { text, says, named, told } = message
  const number = numberOf(CLAIMED.exec(text)?.[1] ?? '')
  if (isIncluding(message)) return includesAnswer(message, named, told)
  if (
    number !== undefined &&
    countsIn(text, message.all).length < 2 &&
    (beginsWith(text, 'figuresPolar') ||
      endsWith(text, 'figuresTag') ||
      says('figuresMaybe') ||
      text.split(' ').length < 4)
  )
    return numberAnswer(message, number)
  if (beginsWith(text, 'figuresPolar') && says('figuresIncludes')) return includesAnswer(message, named, told)
  return undefined
}

const isIncluding = ({ text, says }: FiguresMessage): boolean =>
  beginsWith(text, 'figuresPolar') && says('figuresInclude')

const numberAnswer = (message: FiguresMessage, number: number): Counted => {
  const { named, told, says, all, training, text } = message
  const qualified = all.filter((one) => !training.includes(one))
  const isOpen = says('figuresMaybe') && !says('figuresMore') && !says('figuresLess')
  const unnamed = isOpen && told.length === all.length && qualified.length > 0 ? qualified : told
  const figures = named.length > 0 ? named : unnamed
  const sum = sumOf(figures)
  const is = `${sum} ${nameOf(figures, message)}`
  const ours = figures.length > 1
  const common = {
    id: 'claim',
    told: figures,
    ours,
    rest: ours
      ? `${sentences(figures)} ${additionOf(figures)}.`
      : `That is as at ${dateInWords(figures[0]?.asOf ?? '')}; I hold nothing newer.`,
  }
  if (isOpen) {
    if (number === sum && !/\b(could|might|may|must|should|will|would) be\b|\bby now\b/.test(text))
      return { ...common, first: `It was ${is} then.` }
    const grown = sameFigures(figures, qualified) && training.length > 0
    const would = grown ? ` If everyone in training qualified and nobody left, it would be ${additionOf(all)}.` : ''
    return {
      ...common,
      ours: grown || ours,
      first: `I cannot say what it is now: the last figure that I hold is ${is}.`,
      rest: `${common.rest}${would}`,
      held: false,
    }
  }
  const [more, less] = [says('figuresMore'), says('figuresLess')]
  if (more || less) {
    const isSo = more ? sum > number || (/at least/.test(text) && sum === number) : sum < number
    const how = sum === number ? 'exactly' : sum > number ? 'more than' : 'fewer than'
    return {
      ...common,
      first: `${isSo ? 'Yes' : 'No'}: there were ${is}, ${how} ${number}.`.replace(
        /exactly \d+/,
        'no more and no fewer',
      ),
    }
  }
  if (number === sum) return { ...common, first: `Yes: ${is}.` }
  const one = all.find(({ count }) => count === number)
  const whole = sumOf(all)
  if (named.length === 0 && one)
    return {
      ...common,
      told: [one],
      ours: false,
      first: `Yes: ${number} ${nameOf([one], message)}.`,
      rest: sentences(all),
    }
  if (named.length === 0 && number === whole)
    return { ...common, told: all, ours: true, first: `Yes, added up: ${additionOf(all)}.`, rest: sentences(all) }
  if (named.length === 0 && number === sumOf(training))
    return {
      ...common,
      told: training,
      ours: true,
      first: `Yes, in training: ${additionOf(training)}.`,
      rest: sentences(all),
    }
  return { ...common, first: `No, not ${number}: there were ${is}.` }
}

const includesAnswer = (
  message: FiguresMessage,
  named: FiguresMessage['named'],
  told: FiguresMessage['told'],
): Counted | undefined => {
  const { all, training, text } = message
  const asked =
    named.length > 0 ? named : /\bboth\b/.test(text) ? training : /\b(all|everyone|everybody)\b/.test(text) ? all : []
  if (asked.length === 0) return undefined
  const only = /\b(just|only)\b/.test(text)
  const within = asked.every(({ id }) => told.some((one) => one.id === id))
  const rest = additionOf(told) === String(sumOf(told)) ? '' : `${additionOf(told)}.`
  if (only && sameFigures(asked, told))
    return { id: 'includes', first: `Yes: ${partsOf(told)}, and nobody else.`, told }
  if (only) return { id: 'includes', first: `No: that is ${partsOf(told)}.`, rest, told, ours: told.length > 1 }
  if (within) return { id: 'includes', first: `Yes: ${partsOf(asked)}.`, rest, told, ours: rest !== '' }
  const more = all.filter((one) => asked.includes(one) && !told.includes(one))
  return {
    id: 'includes',
    first: `No: that is ${partsOf(told)}.`,
    rest: `There are ${partsOf(more)} beside.${more.length + told.length > 1 ? ` With them it is ${additionOf([...told, ...more])}.` : ''}`,
    told: [...told, ...more],
    ours: true,
  }
}
