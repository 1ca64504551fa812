import { normalise } from '../reading/normalise.ts'
import { phrase, says } from '../reading/phrases.ts'

const LONGEST = 500
const OPENS = new RegExp(phrase('opensReason').source, 'i')

/**
 * Why somebody is interested, in their words, where a sentence or the words after a comma or an "and" begin as a reason
 * does, and what stands before it.
 */
export function readReason(text: string): { why: string; before: string } | undefined {
  for (const { index, 0: gap } of text.matchAll(
    /^|[.,;!\n]\s*(?:and |but |n )?|\s(?:and |but )(?=cos|coz|because|bc|cause|i |want|wanna)/gi,
  )) {
    const from = index + gap.length
    if (OPENS.exec(text.slice(from).replace(/[’‘']/g, ''))?.index !== 0) continue
    const said = text
      .slice(from)
      .trim()
      .replace(/[.!]+$/, '')
    if (said.split(/\s+/).length < 3) continue
    const why = said.replace(/^(cos|coz|cuz|because|bc|cause)\s+/i, '').slice(0, LONGEST)
    return { why, before: text.slice(0, index).trim() }
  }
  return undefined
}

const REWORDED =
  /\b(?:change|make|put|set|edit|amend|reword|swap|update|say)\b.{0,20}?\b(?:reason|why)\b.{0,12}?\b(?:to|as|say|saying|read|with|is|be)\b[\s:-]*(.{3,500})/i
const QUOTED = /["“‘]([^"“”‘’]{3,500})["”’]/

/** What the reason is to be instead: "change my reason to …", or the words in quotation marks. */
export function readNewReason(text: string): { why: string; before: string } | undefined {
  const said = REWORDED.exec(text)?.[1]
  const why =
    said && (QUOTED.exec(said)?.[1] ?? said).trim().replace(/[\s.!,]*\b(first|please|pls|instead|then|ta)?[.!]*$/i, '')
  return why ? { why, before: '' } : undefined
}

/** Whether a text tells what somebody wishes for, and nothing to the bot or of the manager. */
export const wishes = (text: string): boolean => says(normalise(text), 'wishes') && !says(normalise(text), 'noReason')

const FEWEST_WORDS = 4

/**
 * The last sentence of a text, where it is about the person or what they want, and what stands before it: with a whole
 * form shown that has no reason yet, it is one.
 */
export function readStatement(text: string): { why: string; before: string } | undefined {
  const before = /^[\s\S]*\S[.!;\n]+\s+(?=\S)/.exec(text)?.[0] ?? ''
  const why = text
    .slice(before.length)
    .trim()
    .replace(/[.!]+$/, '')
  const said = normalise(why)
  if (
    said.split(' ').length < FEWEST_WORDS ||
    !(says(said, 'ofOneself') || says(said, 'wishes')) ||
    says(said, 'noReason')
  )
    return undefined
  return { why: why.slice(0, LONGEST), before: before.trim() }
}
