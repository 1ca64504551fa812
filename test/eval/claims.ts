import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import type { Asking } from './asking.ts'

const claim = z.strictObject({
  text: z.string(),
  /** None: nothing published tells, or it is a verdict on the person who asks. */
  truth: z.enum(['yes', 'no', 'not-quite', 'either-or', 'none']),
  /** Of a choice, a pattern of what the first sentence says. */
  begins: z.string().optional(),
  /** Written by somebody who saw neither the content nor the code. */
  blind: z.boolean().default(false),
  why: z.string().optional(),
})
type Claim = z.infer<typeof claim>

type Said = 'yes' | 'no' | 'not-quite' | 'unsaid' | undefined
/** How a reply stands to the claim: a wrong yes or no is far worse than none. */
type Score = 'right' | 'none' | 'wrong'

const BEGINS: readonly [said: Said, words: RegExp][] = [
  ['yes', /^(yes|that is right)\b/i],
  ['no', /^(no|neither|that is not right)\b(?! (formal|list|date))/i],
  ['not-quite', /^not quite\b/i],
  ['unsaid', /^what (is|we have) published does not\b/i],
]

const saidBy = (reply: string): Said => BEGINS.find(([, words]) => words.test(reply.replaceAll('*', '')))?.[0]

function scoreOf({ truth, begins }: Claim, reply: string): Score {
  const said = saidBy(reply)
  const first = reply.replaceAll('*', '').split(/\.\s/)[0] ?? ''
  const isRight = begins !== undefined && new RegExp(begins, 'i').test(first)
  if (truth === 'none') return said === undefined || said === 'unsaid' ? 'right' : 'wrong'
  if (truth === 'either-or') return isRight ? 'right' : said === 'yes' || said === 'no' ? 'wrong' : 'none'
  if (said === truth || (truth === 'not-quite' && said === 'no')) return 'right'
  if (said === undefined || said === 'unsaid') return 'none'
  return truth === 'no' && said === 'not-quite' ? 'right' : 'wrong'
}

/** The claims of the file beside this one. @throws ZodError naming what a line lacks */
export const readClaims = (file = path.join(import.meta.dirname, 'claims.jsonl')): Claim[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => claim.parse(JSON.parse(line)))

/**
 * Asks each claim in a chat of its own and counts the straight answers, those to claims written blind apart.
 * @returns how many were right, none and wrong, and each that was not right with how the reply began
 */
export async function askClaims(asking: Asking, claims: readonly Claim[]) {
  const scores = { own: { right: 0, none: 0, wrong: 0 }, blind: { right: 0, none: 0, wrong: 0 } }
  const missed: { claim: Claim; score: Score; reply: string; entry: string }[] = []
  for (const [number, one] of claims.entries()) {
    const { said: reply, decision } = await asking.chat('staff', { letter: 'a', number }).say(one.text)
    const score = scoreOf(one, reply)
    scores[one.blind ? 'blind' : 'own'][score]++
    if (score !== 'right')
      missed.push({ claim: one, score, reply: reply.slice(0, 120), entry: decision.entries?.[0]?.id ?? '' })
  }
  return { scores, missed }
}
