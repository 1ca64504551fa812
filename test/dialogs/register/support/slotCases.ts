import { assert } from 'chai'
import { extractSlots } from '../../../../dialogs/register/slots/extractSlots.ts'
import type { SlotName, Slots } from '../../../../dialogs/register/slots/slots.ts'
import { loadPlaces } from '../../../../knowledge/content/places.ts'

/** The vocabulary that the project ships. */
export const vocabulary = loadPlaces('knowledge')

/** What is said, what is heard, and what stood before. */
export type SlotCase = [
  message: string,
  slots: Slots,
  more?: { asking?: SlotName; known?: Slots; correction?: boolean; wrong?: SlotName; rejected?: string },
]

export function assertSlots(cases: readonly SlotCase[]): void {
  for (const [message, slots, more = {}] of cases) {
    const { asking, known, correction = false, wrong, rejected } = more
    const heard = extractSlots(message, { vocabulary, ...(asking && { asking }), ...(known && { known }) })
    assert.deepEqual(
      { ...heard },
      { slots, correction, ...(wrong && { wrong }), ...(rejected && { rejected: [{ band: rejected }] }) },
      `${asking ?? 'nothing'} was asked, “${message}” was said`,
    )
  }
}
