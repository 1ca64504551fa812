import { doubtOfOrder } from './groundingOrder.ts'
import type { Figure, Sentence, Unit } from './groundingSentences.ts'
import {
  HEDGES,
  isContent,
  isFigure,
  isPageTalk,
  isYear,
  MODALS,
  PAST,
  PRESENT,
  QUANTIFIERS,
  type Word,
} from './groundingWords.ts'

/** Words of time and order, which change what the same words say. */
const BINDING = new Set(['before', 'after', 'since', 'until', 'because', 'so', 'then', 'between'])

/** A sentence of an entry with its surroundings there: the evidence for a sentence of an answer. */
interface SourceSentence {
  sentence: Sentence
  /** The sentence before it, for what "it" and "they" stand for. */
  before: Sentence | undefined
  /** All sentences of the entry. */
  entry: readonly Sentence[]
}

/**
 * Why a sentence of an entry does not support a sentence of an answer. Words that the entry's sentence lacks, or has in
 * another combination, are taken for unsupported.
 * @returns undefined when it does support it
 */
export function unsupportedReason(answer: Sentence, source: SourceSentence): string | undefined {
  return (
    doubtOfWords(answer, source) ??
    doubtOfFigures(answer, source.sentence) ??
    doubtOfTime(answer, source.sentence) ??
    doubtOfStrength(answer, source.sentence) ??
    doubtOfOrder(answer, source.sentence)
  )
}

/** Every word is there, and says "not" where the entry says it. */
function doubtOfWords(answer: Sentence, { sentence, before, entry }: SourceSentence): string | undefined {
  const inside = sentence.units.flatMap((unit) => unit.words.map((word) => ({ word, negative: unit.negative })))
  const leads = /^(it|they|this|these|those|that|there)$/.test(sentence.words[0]?.form ?? '')
  const pairs = new Set(
    entry.flatMap(({ units }) =>
      units.flatMap(({ words, negative }) => neighbours(words.filter(isContent)).map((one) => `${negative} ${one}`)),
    ),
  )
  for (const unit of answer.units) {
    const content = unit.words.filter(isContent)
    const talks = ({ negative, words }: Unit): boolean => negative === unit.negative && isPageTalk(words)
    if (isPageTalk(unit.words) && !sentence.units.some(talks)) return 'the page is not said to say so'
    const told = before?.units.filter(({ negative }) => leads && negative === unit.negative) ?? []
    const subject = new Set(told.flatMap(({ words }) => words.filter(isContent).map(({ stem }) => stem)))
    let begun = false
    for (const [i, word] of content.entries()) {
      const there = inside.filter((one) => one.word.stem === word.stem)
      if (there.length > 0) {
        begun = true
        if (!there.some(({ negative }) => negative === unit.negative))
          return `“${word.form}” is told the other way round`
        continue
      }
      if (!begun && subject.has(word.stem)) continue
      const beside = [content[i - 1], content[i + 1]].filter(
        (one) => one && inside.some((o) => o.word.stem === one.stem),
      )
      const strict = QUANTIFIERS.has(word.stem) || MODALS.has(word.stem) || word.capital
      if (!strict && beside.some((one) => one && pairs.has(`${unit.negative} ${pair(one, word)}`))) continue
      return `“${word.form}” is not there`
    }
    if (content.length > 0 && !begun) return 'nothing but what it speaks of is there'
    if (unit.negative && !denies(sentence, content)) return 'it is not said so'
  }
  const phrases = new Set(entry.flatMap(({ words }) => sideBySide(words, DROPPED)))
  const strange = sideBySide(answer.words).find((one) => !phrases.has(one))
  return strange && `“${strange}” is put together otherwise`
}

/** How many words of a phrase may be left out: "the assistant practitioner foundation degree" is the foundation degree. */
const DROPPED = 3

/** Content words with nothing but content between them, in their order: `group activit`, `Sue Watson`. */
const sideBySide = (words: readonly Word[], dropped = 0): string[] =>
  words.flatMap((word, i) => {
    if (!isContent(word)) return []
    const rest = words.slice(i + 1)
    const end = rest.findIndex((next) => !isContent(next) && !(dropped > 0 && next.form === ','))
    const phrase = (end < 0 ? rest : rest.slice(0, end)).filter(isContent)
    return phrase.slice(0, 1 + dropped).map((next) => `${word.stem} ${next.stem}`)
  })

const pair = (a: Word, b: Word): string => [a.stem, b.stem].sort().join(' ')

/** The pairs of words that stand beside each other. */
const neighbours = (words: readonly Word[]): string[] => words.slice(1).map((word, i) => pair(words[i] as Word, word))

/** Whether a sentence says of all these words that it is not so: "gives no start day, no closing date". */
const denies = ({ units }: Sentence, content: readonly Word[]): boolean => {
  const denied = units.filter(({ negative }) => negative).flatMap(({ words }) => words.map(({ stem }) => stem))
  return content.every(({ stem }) => denied.includes(stem))
}

/** Every figure is there, and counts the same. */
function doubtOfFigures(answer: Sentence, { figures, words }: Sentence): string | undefined {
  for (const figure of answer.figures) {
    const same = figures.filter(({ stem, band }) => stem === figure.stem && band === figure.band)
    const year = /^(?:19|20)\d\d$/.test(figure.stem)
    const fits = same.some((one) => (year ? one.link === figure.link : figure.band || countsSame(figure, one)))
    if (!fits) return `“${figure.stem}” is not said of that`
  }
  const joined = figurePairs(words)
  return figurePairs(answer.words).find((one) => !joined.includes(one)) && 'figures are joined otherwise'
}

const countsSame = (figure: Figure, one: Figure): boolean => {
  const [counted] = figure.after
  if (counted !== undefined) return one.after.includes(counted)
  const [before] = figure.before
  return before !== undefined && (one.before[0] === before || one.after.includes(before))
}

/** `3 and 4`, `0 to 16`: two figures with what joins them. */
const figurePairs = (words: readonly Word[]): string[] =>
  words.flatMap((word, i) => {
    const [joint, next] = [words[i + 1], words[i + 2]]
    const joins = joint && ['and', 'or', 'to', '–', '—'].includes(joint.form)
    return isFigure(word) && joins && next && isFigure(next) ? [`${word.stem} ${joint.form} ${next.stem}`] : []
  })

/** What is past stays past, what has a date keeps it, and what is said per week stays per week. */
function doubtOfTime(answer: Sentence, sentence: Sentence): string | undefined {
  if (sentence.past && answer.words.some(({ form }) => PRESENT.has(form))) return 'what is past is told as present'
  const isPastOnly = sentence.past && !answer.words.some(({ form }) => PAST.has(form) || /ed$/.test(form))
  if (isPastOnly) return 'what is past is not told as past'
  const dates = sentence.words.filter(isYear)
  const counts = answer.figures.some(({ stem, band }) => !band && !/^(?:19|20)\d\d$/.test(stem))
  if (sentence.past && counts && dates.length > 0 && !answer.words.some(isYear)) return 'a figure has lost its date'
  const rates = [...answer.rates].some((rate) => !sentence.rates.has(rate))
  return rates ? 'it is not said per that time' : undefined
}

/** "All", "only", "must" and "may" are the entry's own, and neither a plan nor a condition is told as a fact. */
function doubtOfStrength(answer: Sentence, sentence: Sentence): string | undefined {
  const stems = new Set(sentence.words.map(({ stem }) => stem))
  const bound = bindings(sentence.words)
  const added = answer.words.find(
    ({ stem, form }, i) =>
      (BINDING.has(form) && !stems.has(stem)) ||
      (isStrong(stem) &&
        !bound.some((one) => one.stem === stem && one.next.includes(nextSaid(answer.words, i)[0] ?? ''))),
  )
  if (added) return `“${added.form}” is added`
  const hedged = (words: readonly Word[]): boolean => words.some(({ form }) => HEDGES.has(form))
  if (hedged(sentence.words) && !hedged(answer.words)) return 'a plan or a condition is told as a fact'
  const whole = answer.words.some(({ stem }) => stem === 'all' || stem === 'only')
  const said = new Set(answer.words.map(({ stem }) => stem))
  const scope = sentence.units.flatMap(({ words }) => {
    const at = words.findIndex(({ stem }) => stem === 'all' || stem === 'only')
    return at < 0 ? [] : words.slice(at)
  })
  const missing = scope.some((word) => (isContent(word) || isFigure(word)) && !said.has(word.stem))
  return whole && missing ? 'what is said of all of some is said of all' : undefined
}

const isStrong = (stem: string): boolean => QUANTIFIERS.has(stem) || MODALS.has(stem)

/** The words that say something, right after one. */
const nextSaid = (words: readonly Word[], at: number): string[] =>
  words
    .slice(at + 1)
    .filter((word) => (isContent(word) && !isStrong(word.stem)) || isFigure(word))
    .map(({ stem }) => stem)

/** Each "all", "must" and the like with the few words that it may be about. */
const bindings = (words: readonly Word[]): { stem: string; next: string[] }[] =>
  words.flatMap(({ stem }, i) => (isStrong(stem) ? [{ stem, next: [...nextSaid(words, i).slice(0, REACH), ''] }] : []))

const REACH = 3
