import { isOneOf } from '../../reading/phrases.ts'
import { joined, keyAt, type Message } from '../../reading/tokens.ts'
import type { SlotName, Slots } from './slots.ts'

const FIELDS: [RegExp, SlotName][] = [
  [/\b(e ?mail|email address|mail)\b/, 'email'],
  [/\b(line manager|manager|boss)( ?s)?( name)?\b/, 'manager'],
  [/\b(band|grade|banding)\b/, 'band'],
  [/\b(role|job|job title|post)\b/, 'currentRole'],
  [/\bbase\b/, 'base'],
  [/\b(team|service|ward|unit)\b/, 'service'],
  [/\b(cohort|intake)\b/, 'cohort'],
  [/\b(reason|why)\b/, 'why'],
  [/\b(name|surname|spelling)\b/, 'name'],
]
const FAULT =
  /\b(wrong|not right|isnt right|incorrect|mistake|change|edit|amend|correct my|fix|update|typo|misspelt|spelt|thats not my|isnt my)\b/

/** Whether a message says that something is wrong. */
export const saysWrong = (message: Message): boolean =>
  FAULT.test(joined(message, { from: 0, to: message.tokens.length }))

/** The slot that a message says is wrong, when it gives no value for it: "thats the wrong band", "change my team". */
export function faulted(message: Message): SlotName | undefined {
  const text = joined(message, { from: 0, to: message.tokens.length })
  return saysWrong(message) ? fieldNamed(text) : undefined
}

/** The field that a normalised text names: "my team", "the base". */
export const fieldNamed = (text: string): SlotName | undefined => FIELDS.find(([words]) => words.test(text))?.[1]

const TEXTS = ['manager', 'service', 'base', 'currentRole', 'name'] as const

/** The slot whose known value a message denies: "its Jan Roberts not Irene Shaw". */
export function deniedSlot(message: Message, known: Slots | undefined): (typeof TEXTS)[number] | undefined {
  const at = message.tokens.findIndex(
    (token, i) => isOneOf(token.key, 'denies') || (token.key === 'of' && keyAt(message, i - 1) === 'instead'),
  )
  const said = message.tokens[at + 1]?.text.toLowerCase()
  if (at < 0 || said === undefined) return undefined
  return TEXTS.find((slot) => known?.[slot]?.toLowerCase().split(/\s+/).includes(said))
}
