import { tokens } from '../matching/text.ts'
import { looksLikeQuestion, segments } from './segments.ts'

/** What a question wants to hear, where that is not simply what is published. */
export type Shape = 'yes-no' | 'either-or' | 'premise' | 'two-parts'

const AUXILIARY =
  /^(?:(?:so|and|but|or|ok|right|then|well)\s+)*(?:is|are|was|were|do|does|did|has|have|can|could|will|would|must|isn'?t|aren'?t|doesn'?t|don'?t)\b/i
const TAG =
  /\b(?:isn'?t it|is it not|innit|doesn'?t it|don'?t they|aren'?t they|right|yeah|correct|is that right)\s*\??\s*$/i
const PREMISE =
  /\b(?:i|we|they|someone|somebody|my \w+) (?:heard|was told|were told|been told|thought|told me|said|reckons?)\b|\bis it true\b/i
const EITHER = /\b\w+ or \w+/i
/** A yes or a no about the person who asks would be a verdict. */
const ABOUT_ME = /\b(?:i|i'm|im|me|my|we|our|us|id|i'd|ive|i've)\b/i

/**
 * The shape of a question that a curated wording may not answer in so many words; nothing when it does, or when the
 * question is about the person who asks.
 */
export function shapeOf(question: string): Shape | undefined {
  const text = question.trim()
  if (PREMISE.test(text) || TAG.test(text)) return ABOUT_ME.test(text.replace(PREMISE, '')) ? undefined : 'premise'
  if (ABOUT_ME.test(text)) return undefined
  const asked = segments(text).slice(1).filter(looksLikeQuestion)
  if (asked.length > 1) return 'two-parts'
  if (EITHER.test(text) && looksLikeQuestion(text)) return 'either-or'
  return AUXILIARY.test(text) && tokens(text).length > 2 ? 'yes-no' : undefined
}
