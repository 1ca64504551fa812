import { extractSlots } from './slots/extractSlots.ts'
import { asksSomething, type FormContext } from './typedForm.ts'

const MOST_WORDS = 12
const OF_ONESELF = /\b(my name|name|this|it)(?: is|s|'s|’s)\b/gi
const OF_OTHERS = /\b(is|was|are|has|had|gets?|got|they|she|he|her|his|their|who)\b/i

/** Whether somebody just says who they are, as one does to be put down: a name with a band or a role, and no more. */
export const introducesThemselves = (text: string, vocabulary: FormContext['vocabulary']): boolean => {
  const rest = text.replace(OF_ONESELF, ' ')
  if (text.trim().split(/\s+/).length > MOST_WORDS || OF_OTHERS.test(rest) || asksSomething(text)) return false
  const { slots } = extractSlots(text, { vocabulary })
  return slots.name !== undefined && (slots.band !== undefined || slots.currentRole !== undefined)
}

const WANTS =
  /\b(?:i want to|i wanna|id like to|i'd like to|i would like to|let me|please) (?:register|sign up|express (?:my |an )?interest|put (?:my name|myself|me) (?:down|forward|in))\b|\b(?:register|sign) me\b|\bput (?:me|my name) (?:down|forward|in)\b/i

/** Whether somebody asks in so many words to be registered, whatever else they say. */
export const asksToRegister = (text: string): boolean => WANTS.test(text) && !asksSomething(text)

const WHO =
  'mate|friend|colleague|workmate|sister|brother|husband|wife|partner|daughter|son|mum|staff|team|team member|member of staff'
const FOR_OTHERS = new RegExp(
  `\\b(?:for|on behalf of) (?:my|a|another|one of my|our) (?:${WHO})s?\\b|\\b(?:for|on behalf of) (?:someone|somebody)(?: else)?\\b|\\b(?:register|sign up|put down|add) my (?:${WHO})s?\\b`,
  'i',
)

/** Whether somebody wants to register another person, who must do so themselves. */
export const isForSomebodyElse = (text: string): boolean => FOR_OTHERS.test(text)
