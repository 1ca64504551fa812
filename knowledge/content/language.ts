import * as z from 'zod'

const phrases = z.array(z.string().min(1)).default([])

/**
 * Phrases of follow-ups: whole messages, in which `*` stands for up to five words; how a correction or a return to an earlier
 * topic begins; and words such as "thing".
 */
const followUpPhrases = z.strictObject({
  /** What may stand before and after each of them, beside the fillers. */
  opening: phrases,
  closing: phrases,
  /** Where is that from, and is it so? */
  source: phrases,
  reason: phrases,
  plainer: phrases,
  example: phrases,
  /** What somebody makes of a reply: a yes or a no. */
  verdict: phrases,
  /** What comes after or before what was told, first or last in its order. */
  next: phrases,
  previous: phrases,
  start: phrases,
  end: phrases,
  more: phrases,
  again: phrases,
  /** What was said first, or before the last reply. */
  first: phrases,
  before: phrases,
  /** For each position in a list, the phrases that pick it; the last of it, all of it, and the one that was not told. */
  nth: z.array(z.array(z.string().min(1))).default([]),
  last: phrases,
  all: phrases,
  other: phrases,
  /** That was not it. */
  notThat: phrases,
  instead: phrases,
  back: phrases,
  about: phrases,
  thing: phrases,
})
export type FollowUpPhrases = z.infer<typeof followUpPhrases>

/** The local language: the trust's terms with the ways in which people write them, and the phrases of conversation. */
export const language = z.strictObject({
  terms: z.array(z.strictObject({ term: z.string().min(1), variants: z.array(z.coerce.string()).min(1) })).default([]),
  /** Greetings, apologies and thanks around what a message asks. */
  fillers: z.array(z.string().min(1)).default([]),
  /** Emoji and other signs, each with the words that it stands for. */
  signs: z.record(z.string(), z.string().min(1)).default({}),
  moves: followUpPhrases.prefault({}),
  /** By pronoun, what it mostly refers to; used when a message is not understood as it stands. */
  standsFor: z.record(z.string(), z.string().min(1)).default({}),
  /** Words that say nothing by themselves: articles, auxiliaries, pronouns, connectives. */
  functionWords: z.array(z.coerce.string()).default([]),
  /** Those of them that point to something said: it, that, they. */
  pointers: z.array(z.string().min(1)).default([]),
})
export type Language = z.infer<typeof language>
