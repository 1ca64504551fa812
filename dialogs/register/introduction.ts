import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'
import { extractSlots } from './slots/extractSlots.ts'
import { asksSomething, type FormContext } from './typedForm.ts'

const MOST_WORDS = 12

/** Whether somebody just says who they are, as one does to be put down: a name with a band or a role, and little more unless an address too. */
export const introducesThemselves = (text: string, vocabulary: FormContext['vocabulary']): boolean => {
  const others = normalise(text).replace(/\b(my name|name|this|it)( is| ?s)\b/g, ' ')
  if (says(others, 'ofOthers') || asksSomething(text)) return false
  const { slots } = extractSlots(text, { vocabulary })
  const long = text.trim().split(/\s+/).length > MOST_WORDS
  return (
    (!long || slots.email !== undefined) &&
    slots.name !== undefined &&
    (slots.band !== undefined || slots.currentRole !== undefined)
  )
}

/** Whether somebody asks in so many words to be registered, whatever else they say. */
export const asksToRegister = (text: string): boolean => says(normalise(text), 'asksToRegister') && !asksSomething(text)

/** Whether somebody asks if they may, with or without who they are, and does not ask to be put down. */
export const asksWhether = (text: string): boolean => {
  const said = normalise(text)
  return says(said, 'asksWhether') && !says(said, 'speaksOfRegistering')
}

/** Whether somebody wants to register another person, who must do so themselves. */
export const isForSomebodyElse = (text: string): boolean => says(normalise(text), 'forSomebodyElse')
