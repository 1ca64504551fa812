import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'
import { asksSomething } from './typedForm.ts'

/** Whether a message outside the form asks to change what the person registered: theirs alone, never a colleague's. */
export const asksForChange = (text: string): boolean => {
  const said = normalise(text)
  const how = /\b(how|where) (do|can|would|could) i\b|\bcan i\b/.test(said)
  return says(said, 'asksForChange') && !says(said, 'asksToTakeAway') && (how || !asksSomething(text))
}
