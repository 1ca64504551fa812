import { phrase, says } from '../../reading/phrases.ts'
import { additionOf, type Counted, percentOf, sumOf } from './counted.ts'
import { type FiguresMessage, figuresIn, focus, nameOf } from './figuresMessage.ts'
import { listed, upperFirst } from './text.ts'
import { countOf } from './wording.ts'

const OF = phrase('figuresOf')

/** A share in percent: "as a share of everyone", "what percent are first years". */
export const share = (message: FiguresMessage): Counted | undefined => {
  const { text, all, says: asks } = message
  if (!asks('figuresShare')) return undefined
  const [, before = text, after = ''] = new RegExp(`^(.*?)\\b(?:${OF.source})\\b(.*)$`).exec(text) ?? []
  const [tail = '', predicate = ''] = after.split(/\b(?:are|is|were|have|has)\b/)
  const inTail = figuresIn(tail, all)
  const whole = inTail.length > 1 ? inTail : all
  const ofPart = [before, predicate, inTail.length === 1 ? tail : ''].map((words) => figuresIn(words, all))
  const named = ofPart.find(({ length }) => length > 0 && length < whole.length)
  const asked = named ?? focus(message)
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
  if (
    !found ||
    isYear ||
    asks('figuresLose') ||
    !(asks('figuresFractionOf') || named.length > 0 || text.split(' ').length < 5)
  )
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
