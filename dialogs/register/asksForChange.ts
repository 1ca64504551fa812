import type { Places } from '../../knowledge/content/places.ts'
import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'
import { readMessage } from '../reading/tokens.ts'
import { NEEDED } from './fieldWording.ts'
import { faulted, fieldNamed } from './slots/correction.ts'
import { extractSlots } from './slots/extractSlots.ts'
import { asksSomething } from './typedForm.ts'

/** Whether a message outside the form asks to change what the person registered: theirs alone, never a colleague's. */
export const asksForChange = (text: string): boolean => {
  const said = normalise(text)
  const how = /\b(how|where) (do|can|would|could) i\b|\bcan i\b/.test(said)
  return says(said, 'asksForChange') && !says(said, 'asksToTakeAway') && (how || !asksSomething(text))
}

/** How a message mends the interest that was spoken of: a field is to be left out, or is wrong or something else. */
export const mendsInterest = (text: string, vocabulary: Places): 'removes' | 'corrects' | undefined => {
  const said = normalise(text)
  const removed = says(said, 'removesField') ? fieldNamed(said) : undefined
  if (removed) return NEEDED.includes(removed) ? undefined : 'removes'
  if (says(said, 'somebodyElses') || asksSomething(text)) return undefined
  const { correction, slots } = extractSlots(text, { vocabulary })
  const told = Object.keys(slots).some((slot) => slot !== 'name' && slot !== 'cohort')
  if (told && OWN.test(said)) return 'corrects'
  const corrected = correction && Object.keys(slots).length > 0
  return corrected || faulted(readMessage(text)) !== undefined ? 'corrects' : undefined
}

const OWN = /\b(my|im|i am|ive)\b|^(the )?(base|band|team|role|service|manager|ward) (is|s|should)\b/
