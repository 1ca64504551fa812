import * as z from 'zod'
import { id } from './id.ts'

/** Whether no brace is left in a sentence when its places are filled. */
const isFilled = (text: string): boolean =>
  !/[{}]/.test(text.replaceAll('{it}', '').replace(/\{[^{}|]*\|[^{}|]*\}/g, ''))

const words = z.array(z.coerce.string().min(1)).min(1)

/** What is spoken of, and what of it: the two axes of what people ask. */
export const subjects = z.strictObject({
  subjects: z
    .array(
      z.strictObject({
        id,
        /** As a sentence names it: "the working group". */
        name: z.string().min(1),
        plural: z.boolean().default(false),
        /** How people name it; of a name of several words each may be missing its article. */
        names: words,
        /** Words that name it only where it lies on the table: "the group". */
        partly: z.array(z.coerce.string().min(1)).default([]),
        /** What it is a part of: asked of the part, what is told of the whole may do. */
        partOf: id.optional(),
      }),
    )
    .default([]),
  /** Subjects in the order in which they come, such as the steps of the way in. */
  orders: z.array(z.array(id).min(2)).default([]),
  aspects: z
    .array(
      z.strictObject({
        id,
        /** What is asked, after "What is published does not say": `how long {it} {takes|take}`. */
        unsaid: z.string().refine(isFilled, 'between braces write {it}, or {singular|plural}'),
        /** The ways of asking for it, without the subject. */
        asks: words,
      }),
    )
    .default([]),
})
export type Subjects = z.infer<typeof subjects>
