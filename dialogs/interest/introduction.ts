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
  return slots.name !== undefined && (slots.band !== undefined || slots.role !== undefined)
}
