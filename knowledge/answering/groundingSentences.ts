import { isContent, isFigure, isYear, PAST, PRESENT, RATES, type Word, wordsIn } from './groundingWords.ts'

/** The words of one statement, affirmed or denied. */
export interface Unit {
  negative: boolean
  words: readonly Word[]
}

/** A figure with what it counts: the words after it and before it, as far as the next figure. */
export interface Figure {
  stem: string
  before: readonly string[]
  after: readonly string[]
  /** The band of a pay scale, which counts nothing. */
  band: boolean
  /** The word right before it. */
  link: string
}

/** A sentence taken to pieces, so that two can be held against each other. */
export interface Sentence {
  text: string
  words: readonly Word[]
  units: readonly Unit[]
  figures: readonly Figure[]
  /** Whether all that it tells is past. */
  past: boolean
  /** The units of time that something is said per. */
  rates: ReadonlySet<string>
}

/** Markdown → its sentences. A `[n]` after the full stop belongs to the sentence before it. */
export const sentencesIn = (text: string): string[] =>
  text
    .replace(/\*\*|__/g, '')
    .replace(/([.!?])\s*((?:\[\d+\]\s*)+)/g, ' $2$1 ')
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))

export function sentenceOf(text: string): Sentence {
  const words = wordsIn(text)
  return {
    text,
    words,
    units: unitsOf(words),
    figures: words.flatMap((word, i) => (isFigure(word) ? [figureAt(words, i)] : [])),
    past: isPast(words),
    rates: new Set(words.flatMap((word, i) => (RATES.has(word.stem) && isPer(words[i - 1]) ? [word.stem] : []))),
  }
}

const isPer = (word: Word | undefined): boolean => word !== undefined && ['a', 'an', 'per', 'each'].includes(word.stem)
const JOINTS = new Set(['and', 'but', 'so', 'because', 'which', 'who', 'while', 'it', 'they', 'there', 'that'])
const STRONG = new Set([';', ':', '–', '—'])

/** Cuts where a new statement begins; an enumeration, and what "or" adds to it, stays whole. */
function unitsOf(words: readonly Word[]): Unit[] {
  const units: Word[][] = [[]]
  words.forEach((word, i) => {
    const next = words[i + 1]
    const comma = word.form === ',' && next && (JOINTS.has(next.form) || next.kind === 'negation')
    const turn = word.form === 'but' || (word.form === 'and' && isNewStatement(words, i))
    if (STRONG.has(word.form) || comma || turn) units.push([])
    if (word.kind !== 'stop') units.at(-1)?.push(word)
  })
  return units
    .filter((unit) => unit.length > 0)
    .map((unit) => ({ words: unit, negative: unit.some(({ kind }) => kind === 'negation') }))
}

const isNewStatement = (words: readonly Word[], at: number): boolean =>
  ['it', 'they', 'there', 'does', 'do', 'did', 'is', 'are', 'was', 'were', 'has', 'had', 'that'].includes(
    words[at + 1]?.form ?? '',
  )

function figureAt(words: readonly Word[], at: number): Figure {
  const after: string[] = []
  for (const word of words.slice(at + 1)) {
    if (isFigure(word) || word.kind === 'stop') break
    if (isContent(word) || isRate(word)) after.push(word.stem)
  }
  const joined = ['and', 'or', 'to', '–', '—'].includes(words[at - 1]?.form ?? '')
  const pair = joined && isFigure(words[at - 2] ?? NOTHING) ? figureAt(words, at - 2) : undefined
  const before: string[] = [...(pair?.before ?? [])]
  for (const word of words.slice(0, at).reverse()) {
    if (isFigure(word)) break
    if (isContent(word)) before.push(word.stem)
  }
  const link = words.slice(0, at).findLast(({ form, kind }) => kind !== 'stop' && form !== 'the')
  return { stem: words[at]?.stem ?? '', before, after, band: isBand(words, at), link: link?.stem ?? '' }
}

const NOTHING: Word = { form: '', stem: '', kind: 'stop', capital: false }

const isRate = ({ stem }: Word): boolean => RATES.has(stem)

const isBand = (words: readonly Word[], at: number): boolean => {
  const [before, further] = [words[at - 1], words[at - 2]]
  if (before?.stem === 'band') return true
  const joined = before && ['and', 'or', 'to', ',', '–'].includes(before.form)
  return Boolean(joined && further && isFigure(further) && isBand(words, at - 2))
}

function isPast(words: readonly Word[]): boolean {
  if (words.some(({ form }) => PRESENT.has(form))) return false
  return words.some(({ form, kind }, i) => {
    if (PAST.has(form)) return true
    const [before, next] = [words[i - 1], words[i + 1]]
    return (
      kind === 'content' && /ed$/.test(form) && before?.kind === 'content' && next?.form !== 'by' && !isYear(before)
    )
  })
}
