import { phrase } from '../reading/phrases.ts'

const LONGEST = 500
const OPENS = new RegExp(phrase('opensReason').source, 'i')

/**
 * Why somebody is interested, in their words, where a sentence or the words after a comma or an "and" begin as a reason
 * does, and what stands before it.
 */
export function readReason(text: string): { why: string; before: string } | undefined {
  for (const { index, 0: gap } of text.matchAll(
    /^|[.,;!\n]\s*(?:and |but )?|\s(?:and |but )(?=cos|coz|because|bc|cause)/gi,
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
