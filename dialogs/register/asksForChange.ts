import { asksSomething } from './typedForm.ts'

const FIELD =
  'band|grade|banding|job role|role|job title|job|post|team|service|ward|unit|base|line manager|manager|boss|e ?mail(?: address)?|name|surname|reason|contact details'
const FORM = 'interest|expression of interest|expression|eoi|form|registration|details|answers|submission'
const VERB = 'change|update|correct|amend|edit|fix|alter|switch|swap'
const WRONG = 'wrong|changed|out of date|misspelt|spelt|spelled|incorrect|not right|should be|should say|has been'
const ASKED = new RegExp(
  [
    `\\b(?:${VERB})(?: \\w+){0,2}? my(?: own| work| current)? (?:${FIELD}|${FORM})\\b`,
    `\\bmy(?: own| work| current)? (?:${FIELD}|${FORM}) (?:\\w+ )?(?:${WRONG})\\b`,
    `\\bmy(?: own| work| current)? (?:${FIELD}) is now\\b`,
    `\\bmy new(?: work)? (?:${FIELD}) is\\b`,
    `\\bi(?: have|ve)? (?:changed|moved|switched) (?:teams?|wards?|jobs?|roles?|bases?|services?|bands?)\\b`,
    `\\b(?:wrong|mistake|error|typo) (?:\\w+ )?(?:on|in|with) my (?:${FORM})\\b`,
  ].join('|'),
)
const ELSE = /\b(withdraw|withdrawn|cancel|remove|delete|erase|wipe)\b/
const HOW = /\b(how|where) (do|can|would|could) i\b|\bcan i\b/

const keyed = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’‘`]/g, '')
    .replace(/[^\p{L}\p{N}@.]+/gu, ' ')
    .trim()

/** Whether a message outside the form asks to change what the person registered: theirs alone, never a colleague's. */
export const asksForChange = (text: string): boolean => {
  const words = keyed(text)
  return ASKED.test(words) && !ELSE.test(words) && (HOW.test(words) || !asksSomething(text))
}
