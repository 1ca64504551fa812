import { tokens } from '../matching/text.ts'
import { looksLikeQuestion, segments } from './segments.ts'

/** The form of answer that a question expects, where that is more than the published text. */
type Shape = 'yes-no' | 'either-or' | 'premise' | 'two-parts'

const AUXILIARY =
  /^(?:(?:so|and|but|or|ok|right|then|well)\s+)*(?:is|are|was|were|do|does|did|has|have|can|could|will|would|must|isn'?t|aren'?t|doesn'?t|don'?t)\b/i
const TAG =
  /\b(?:isn'?t it|is it not|innit|doesn'?t it|don'?t they|aren'?t they|right|yeah|correct|is that right)\s*\??\s*$/i
const PREMISE =
  /\b(?:i|we|they|someone|somebody|my \w+) (?:heard|was told|were told|been told|thought|told me|said|reckons?)\b|\bis it true\b/i
const EITHER = /\b\w+ or \w+/i
/** A first person: a yes or no about whoever asks would be a verdict. */
const FIRST_PERSON = /\b(?:i|i'm|im|me|my|we|our|us|id|i'd|ive|i've)\b/i

/**
 * The shape of a question that a curated text may not answer directly; nothing for any other, or for one about the person
 * who asks.
 */
export function shapeOf(question: string): Shape | undefined {
  const text = question.trim()
  if (PREMISE.test(text) || TAG.test(text)) return FIRST_PERSON.test(text.replace(PREMISE, '')) ? undefined : 'premise'
  if (FIRST_PERSON.test(text)) return undefined
  const asked = segments(text).slice(1).filter(looksLikeQuestion)
  if (asked.length > 1) return 'two-parts'
  if (EITHER.test(text) && looksLikeQuestion(text)) return 'either-or'
  return AUXILIARY.test(text) && tokens(text).length > 2 ? 'yes-no' : undefined
}
