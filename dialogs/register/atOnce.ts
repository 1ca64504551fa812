import { readReason } from './reason.ts'
import type { withSlots } from './typedForm.ts'

/** A first message that gives several things gives its reason too, and leaves out a manager that it does not name. */
export function atOnce(message: string, read: ReturnType<typeof withSlots>): ReturnType<typeof withSlots> {
  const { extracted, next } = read
  const several = Object.keys(extracted.slots).length > 1
  const reason = several ? readReason(message) : undefined
  const why = reason?.before ? { why: reason.why } : {}
  const skips = several && next.asking === 'manager'
  return {
    ...read,
    extracted: { ...extracted, slots: { ...why, ...extracted.slots } },
    next: {
      ...next,
      fields: { ...why, ...next.fields },
      ...(skips && { asking: 'confirm' as const, skipped: [...next.skipped, 'manager'] }),
    },
  }
}
