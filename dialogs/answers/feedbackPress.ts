import * as z from 'zod'
import type { Feedback } from './feedbackStore.ts'

/** A thumb as Teams sends it: the reason is JSON inside a string. */
const press = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.string().default('{}') }),
})

/** Reads the value of a `message/submitAction`. Undefined when it is none. */
export function feedbackPress(value: unknown): Pick<Feedback, 'reaction' | 'reason'> | undefined {
  const parsed = press.safeParse(value)
  if (!parsed.success) return undefined
  const { reaction, feedback } = parsed.data.actionValue
  return { reaction, reason: reasonIn(feedback) }
}

function reasonIn(feedback: string): string {
  try {
    const parsed: unknown = JSON.parse(feedback)
    const text =
      typeof parsed === 'object' && parsed !== null ? (parsed as { feedbackText?: unknown }).feedbackText : undefined
    return typeof text === 'string' ? text : ''
  } catch {
    return feedback
  }
}
