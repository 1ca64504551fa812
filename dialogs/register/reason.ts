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
  if (said.split(' ').length < FEWEST_WORDS || !says(said, 'ofOneself') || says(said, 'noReason')) return undefined
  return { why: why.slice(0, LONGEST), before: before.trim() }
}
