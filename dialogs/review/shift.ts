import type { Interest } from '../interest/interest.ts'
import type { Shift } from '../interest/interestFilter.ts'
import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'

/** When somebody works, as they wrote it in how to reach them and why; nothing where they did not say, or said both. */
export const shiftOf = ({ reach, why }: Pick<Interest, 'reach' | 'why'>): Shift | undefined => {
  const text = normalise(`${reach}. ${why}`)
  const [nights, days] = [says(text, 'worksNights'), says(text, 'worksDays')]
  if (nights === days) return undefined
  return nights ? 'nights' : 'days'
}
