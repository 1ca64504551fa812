import * as z from 'zod'
import { id } from './id.ts'

/**
 * A typed fact of an entry, against which a question that expects a yes or a no is held: what it is about (an id of
 * `subjects.yaml`'s claims), and what it is.
 */
export const claim = z.strictObject({
  about: id,
  /** The value: a number, a date, a name, yes or no; of several, a list. */
  is: z.union([z.number(), z.boolean(), z.string().min(1), z.array(z.union([z.number(), z.string().min(1)])).min(1)]),
  /** What a number counts: year, day, trust... */
  unit: id.optional(),
  /** Whether it is true of all, and within what. */
  all: z.boolean().optional(),
  within: z.string().min(1).optional(),
})
export type Claim = z.infer<typeof claim>
