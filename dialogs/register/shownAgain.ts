import type { InterestFields } from '../interest/interest.ts'
import type { CohortChoice } from '../interest/openCohorts.ts'
import { respelt } from '../reading/names.ts'
import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'
import { questionWords } from '../reading/questions.ts'
import { readMessage } from '../reading/tokens.ts'
import { cohortIn } from './cohortNamed.ts'
import { fieldNamed } from './slots/correction.ts'
import type { Extracted } from './slots/extractSlots.ts'

const BRIEF = 6
/** A message that speaks of spelling may have this many words. */
const LONGEST = 12

/** What a brief message mends in the form that is shown by a word of it alone: an open cohort, or another spelling. */
export function shownAgain(
  { fields, cohortId }: { fields: Partial<InterestFields>; cohortId?: string },
  text: string,
  { open, later }: { open: readonly CohortChoice[]; later: string },
): Extracted | undefined {
  const message = readMessage(text)
  const said = normalise(text)
  const brief = message.tokens.length <= BRIEF
  if ((!brief && !says(said, 'spells')) || message.tokens.length > LONGEST || questionWords(message).some(Boolean))
    return undefined
  const id = cohortIn(
    text,
    open.filter((one) => one.id !== later),
  )
  const cohort = brief && open.find((one) => one.id === id)?.name
  if (cohort) return { slots: { cohort }, correction: id !== cohortId }
  const { name = '', manager = '', service = '', base = '', currentRole = '', email = '' } = fields
  const mended = respelt(
    message,
    fieldNamed(said) === 'email' ? { email } : { name, manager, service, base, currentRole },
  )
  return mended && { slots: { [mended.key]: mended.text }, correction: true }
}
