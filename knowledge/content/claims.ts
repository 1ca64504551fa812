import * as z from 'zod'
import { id } from './id.ts'

/** Ways of writing one thing, with bars between them: `health visiting|health visitors`. */
const ways = z.string().min(1)
const value = z.union([z.number(), ways])

/**
 * A typed fact of an entry, against which a question that expects a yes or a no is held. A question is held against it only
 * when every word of the question is the claim's or says nothing by itself, so that what the source leaves open stays open.
 */
export const claim = z.strictObject({
  /** The fact that it is: every entry that names this fact in `facts` makes the claim too. */
  about: id,
  /** A number, a date (2014, 2014-09, 2014-autumn, 2014-early), a name, or whether what `named` says is so; of several, a list. */
  is: z.union([z.boolean(), value, z.array(value).min(1)]),
  /** What a number counts: year, day, trust, band. */
  unit: ways.optional(),
  /** Of a number, the time in which it comes again: week. */
  per: z.string().min(1).optional(),
  /** Whether two numbers are the ends of a range. */
  range: z.boolean().default(false),
  /** Names that somebody may take it for, and that it is not. */
  others: z.array(ways).default([]),
  /** Whether the source names examples, or no more than it happens to: of others it says nothing. */
  open: z.boolean().default(false),
  /** Whether it is about people who may come in: it is never held against a message about the person who asks. */
  entry: z.boolean().default(false),
  /** Where it is true of all, and no further: the names of that, then of what is wider. */
  within: z.array(ways).optional(),
  wider: z.array(ways).default([]),
  /** Phrases of which the question must hold one, by its words in any order; without any, the answer found is context enough. */
  named: z.array(z.string().min(1)).default([]),
  /** Other words that may stand around it and change nothing. */
  words: z
    .string()
    .default('')
    .transform((text) => text.split(/\s+/).filter(Boolean)),
  /** The fact as a clause, where the bold sentence of its entry does not say it: "it is two years". */
  say: z.string().min(1).optional(),
})
export type Claim = z.infer<typeof claim>
