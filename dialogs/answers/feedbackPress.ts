import * as z from 'zod'

/** A thumb as Teams sends it: the reason is JSON inside a string. */
const press = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({ reaction: z.enum(['like', 'dislike']), feedback: z.string().default('{}') }),
})

export interface FeedbackPress {
  reaction: 'like' | 'dislike'
  reason: string
}

/** Reads the value of a `message/submitAction`. Undefined when it is none. */
export function feedbackPress(value: unknown): FeedbackPress | undefined {
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
