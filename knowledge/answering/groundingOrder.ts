import type { Sentence, Unit } from './groundingSentences.ts'
import { isContent, type Word } from './groundingWords.ts'

/** Who does what: words of two statements are not mixed, save through the "it" that joins them. */
export function doubtOfOrder(answer: Sentence, { units, words }: Sentence): string | undefined {
  const home = (stem: string): number[] =>
    units.flatMap((unit, i) => (unit.words.some((word) => word.stem === stem) ? [i] : []))
  for (const unit of answer.units) {
    const content = unit.words.filter((word) => isContent(word) && home(word.stem).length > 0)
    for (const [i, word] of content.entries()) {
      const left = content[i - 1]
      if (!left) continue
      const [from, to] = [home(left.stem), home(word.stem)]
      if (from.some((one) => to.includes(one))) continue
      if (unit.negative && [...from, ...to].every((one) => units[one]?.negative)) continue
      const verb = [left, word].find(({ stem }) => isBeforePronoun(words, stem))
      const agent = between(unit.words, left, word).some(({ form }) => form === 'by')
      const passive = between(unit.words, left, word).some(({ form }) =>
        ['is', 'are', 'was', 'were', 'been'].includes(form),
      )
      const object = (verb === left && !agent) || (verb === word && passive)
      if (!object && !(to[0] !== undefined && opensWithPronoun(units[to[0]])))
        return `“${left.form} … ${word.form}” is put together otherwise`
    }
  }
  return undefined
}

const PRONOUN = /^(it|them|they|this|that|these|those)$/

const isBeforePronoun = (words: readonly Word[], stem: string): boolean =>
  words.some((word, i) => word.stem === stem && PRONOUN.test(words[i + 1]?.form ?? ''))

const opensWithPronoun = (unit: Unit | undefined): boolean =>
  unit?.words.slice(0, 2).some(({ form }) => PRONOUN.test(form) || form === 'which') ?? false

const between = (words: readonly Word[], from: Word, to: Word): readonly Word[] =>
  words.slice(words.indexOf(from) + 1, words.indexOf(to))
