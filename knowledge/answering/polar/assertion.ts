import { tokens } from '../../matching/text.ts'
import { anyOf } from '../../reading/phrases.ts'

/** What a message asserts, or asks to be told the truth of. */
export interface Assertion {
  /** A question with why, when or the like takes what it asserts for granted. */
  premise: boolean
  /** It asserts that something is not so. */
  negative: boolean
  /** It offers one thing or another. */
  alternatives: boolean
  /** Whether it speaks of the person who asks. */
  personal: boolean
  words: readonly string[]
}

const LEAD = new RegExp(`^${anyOf('polarLeads')}( |$)`)
const FILLER = new RegExp(`^${anyOf('polarFillers')} `)
const TAG = new RegExp(` ${anyOf('polarTags')}$`)
const WH = new RegExp(`^${anyOf('polarPremises')}\\b`)
const AUXILIARY = new RegExp(`^(?:${anyOf('polarAuxiliaries')}|${anyOf('polarNegatives')})\\b`)
const STATES = new RegExp(`^${anyOf('polarStatements')}\\b`)
const NEGATIVE = new RegExp(`\\b${anyOf('polarNegatives')}\\b`, 'g')
const CLOSES = new RegExp(`\\b${anyOf('polarCloses')}\\b`)
const FRONTED = new RegExp(`^${anyOf('polarNegatives')}\\b`)
const INVERTED = new RegExp(`^(${anyOf('polarAuxiliaries')} \\w+) not\\b`)
const INNER_TAG = new RegExp(`(?<=\\w) ${anyOf('polarInnerTags')}(?= )`, 'g')
/** What is asked about the person who asks: never told yes or no. */
const VERDICT = new RegExp(`\\b${anyOf('polarVerdicts')}\\b`)
const PERSON = /\b(i|im|ive|id|ill|me|my|mine|myself)\b/

/** A message as words with `and` for what a comma joins, `or` for a slash. */
const flat = (text: string): string =>
  tokens(
    text
      .replace(/(\d)\.5\b/g, '$1 and a half')
      .replace(/\s*[,;&+]\s*|\s+[-–—]+\s+|\.\s+/g, ' and ')
      .replace(/\//g, ' or '),
  )
    .join(' ')
    .replace(/\b(\d+)(?!st\b|nd\b|rd\b|th\b)([a-z]{2,})\b/g, '$1 $2')
    .replace(/^and | and$/g, '')

/**
 * Reads a message that expects a yes or a no, offers a choice, or takes something for granted.
 * @param rewrite replaces the variants of the trust's terms
 * @returns undefined when it does none of these, or asks for a verdict on the person who asks
 */
export function assertionIn(message: string, rewrite: (text: string) => string): Assertion | undefined {
  let text = flat(message.toLowerCase().replace(/['’‘`´]/g, ''))
  if (CLOSES.test(text)) return undefined
  let marked = /\?\s*$/.test(message)
  for (let before = ''; before !== text; ) {
    before = text
    if (LEAD.test(text)) marked = true
    text = text.replace(LEAD, '').replace(FILLER, '').replace(/^and /, '').trim()
  }
  for (let before = ''; before !== text; ) {
    before = text
    if (TAG.test(text)) marked = true
    text = text.replace(TAG, '').replace(/ and$/, '').trim()
  }
  const whole = WH.test(text) ? text : text.replace(INNER_TAG, '')
  if (whole !== text) marked = true
  text = whole
  if (/ or /.test(text)) marked = true
  if (VERDICT.test(text)) return undefined
  const premise = WH.test(text)
  if (!marked && !premise && !AUXILIARY.test(text) && !STATES.test(text)) return undefined
  const positive = text.replace(FRONTED, '').replace(INVERTED, '$1').trim()
  const negatives = positive.match(NEGATIVE)?.length ?? 0
  if (negatives > (premise ? 0 : 1)) return undefined
  const words = tokens(rewrite(positive.replace(NEGATIVE, ' ').replace(WH, ' ')))
  return {
    premise,
    negative: negatives === 1,
    alternatives: words.includes('or'),
    personal: PERSON.test(positive),
    words,
  }
}
