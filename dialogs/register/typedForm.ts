import type { Places } from '../../knowledge/content/places.ts'
import type { FieldName, InterestFields } from '../interest/interest.ts'
import type { CohortChoice } from '../interest/openCohorts.ts'
import { questionWords } from '../reading/questions.ts'
import { readMessage } from '../reading/tokens.ts'
import { type Reply, readReply } from '../reading/yesNo.ts'
import { type Extracted, extractSlots } from './slots/extractSlots.ts'
import { fieldsFromSlots, type SlotName, type Slots } from './slots/slots.ts'

/** What is known of an interest that is being typed. */
export interface Typed {
  fields: Partial<InterestFields>
  cohortId?: string
  /** What was asked for last; `confirm` once everything needed is there. */
  asking: SlotName | 'confirm'
  skipped: string[]
}

/** What a message is to the form. */
export type Step =
  | { kind: 'provide' | 'correct'; typed: Typed; slots: Partial<Slots> }
  | { kind: 'rejected-band'; typed: Typed; band: string; slots: Partial<Slots> }
  | { kind: 'confirm' | 'change-which' | 'cancel'; typed: Typed; slots: Partial<Slots> }
  | { kind: 'skip'; typed: Typed; needed: boolean; slots: Partial<Slots> }
  | { kind: 'not-understood'; typed: Typed; slots: Partial<Slots> }

/** What must be there, in the order in which it is asked for. */
const NEEDED: readonly (readonly [SlotName, FieldName])[] = [
  ['name', 'name'],
  ['band', 'band'],
  ['role', 'currentRole'],
]

/** What to ask for next; `confirm` when everything needed is there. A yes to the manager alone asks for their name. */
export function nextAsking({ fields, cohortId, skipped }: Omit<Typed, 'asking'>): Typed['asking'] {
  const missing = NEEDED.find(([, field]) => !fields[field] || (field === 'band' && fields.band === '8'))
  if (missing) return missing[0]
  if (!cohortId) return 'cohort'
  return fields.managerKnows === 'yes' && !fields.manager && !skipped.includes('manager') ? 'manager' : 'confirm'
}

const YEAR = /^20\d\d$/

/** The one cohort whose name a text bears: its year may be left out, its month shortened. */
export function cohortIn(text: string, cohorts: readonly CohortChoice[]): string | undefined {
  const said = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const years = said.filter((word) => YEAR.test(word))
  const named = cohorts.filter(({ name }) => {
    const parts = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const words = parts.filter((part) => !YEAR.test(part) && !/^(the|cohort|intake|of)$/.test(part))
    const year = parts.find((part) => YEAR.test(part))
    if (year && years.length > 0 ? !years.includes(year) : words.includes('may')) return false
    return words.every((part) => said.some((word) => word === part || (word.length > 2 && part.startsWith(word))))
  })
  return named.length === 1 ? named[0]?.id : undefined
}

/** The open cohort that somebody names in answer to which one. */
export const cohortNamed = (
  text: string | undefined,
  open: readonly CohortChoice[],
  later: string,
): string | undefined => {
  if (text === later || /\b(later|any|next|another|whichever)\b/i.test(text ?? '')) return later
  return cohortIn(
    text ?? '',
    open.filter(({ id }) => id !== later),
  )
}

const isNothing = ({ slots, rejected, wrong }: Extracted): boolean =>
  Object.keys(slots).length === 0 && rejected === undefined && wrong === undefined

/** A name that stands alone is taken whatever was asked for: a display name may be mended at any time. */
const bareNameOr = (nothing: Extracted, asName: Extracted): Extracted =>
  Object.keys(asName.slots).join() === 'name' ? asName : nothing

export interface FormContext {
  vocabulary: Places
  open: readonly CohortChoice[]
  later: string
}

/** Takes from a message what it gives, and leaves what is known of the rest. */
export function withSlots(typed: Typed, text: string, { vocabulary, open, later }: FormContext) {
  const asking = typed.asking === 'confirm' ? undefined : typed.asking
  const read = (asked: SlotName | undefined) => extractSlots(text, { asking: asked, vocabulary, known: typed.fields })
  const asked = read(asking)
  const extracted = isNothing(asked) && asking !== 'name' ? bareNameOr(asked, read('name')) : asked
  const cohortId =
    cohortNamed(extracted.slots.cohort ?? (asking === 'cohort' ? text : undefined), open, later) ?? typed.cohortId
  const fields = { ...typed.fields, ...fieldsFromSlots(extracted.slots) }
  const next: Typed = { ...typed, fields, cohortId, asking: nextAsking({ ...typed, fields, cohortId }) }
  return { extracted, next, gave: Object.keys(extracted.slots).length > 0 || cohortId !== typed.cohortId }
}

/** "Change my band to 11": what would be a band if there were one. */
const BAND_TO = /\bto (?:a |band )*(\d{1,3}[a-z]?)\b/i

const isOptional = ({ asking }: Typed): boolean => asking === 'manager'

const asksForOptional = (typed: Typed, reply: Reply | undefined): boolean => isOptional(typed) && reply === 'no'

/** What was asked for is left out, where it may be. */
function skipped(typed: Typed): { typed: Typed; needed: boolean } {
  if (!isOptional(typed)) return { typed, needed: typed.asking !== 'confirm' }
  const next = { ...typed, skipped: [...typed.skipped, typed.asking] }
  return { typed: { ...next, asking: nextAsking(next) }, needed: false }
}

/** What a message does to the form. Pure: the same message at the same place is the same step. */
export function stepOf(typed: Typed, text: string, context: FormContext): Step {
  const reply = readReply(text)
  const slots = {}
  const chosen = typed.asking === 'cohort' && cohortNamed(text, context.open, context.later) !== undefined
  if (reply === 'cancel') return { kind: 'cancel', typed, slots }
  if (
    (reply === 'skip' && !chosen) ||
    (typed.asking !== 'confirm' && (reply === 'done' || asksForOptional(typed, reply)))
  )
    return { kind: 'skip', ...skipped(typed), slots }
  if ((reply === 'yes' || reply === 'done') && typed.asking === 'confirm') return { kind: 'confirm', typed, slots }
  if (reply === 'no' && typed.asking === 'confirm') return { kind: 'change-which', typed, slots }
  const { extracted, next, gave } = withSlots(typed, text, context)
  const rejected = extracted.rejected?.[0]?.band ?? (extracted.wrong === 'band' ? BAND_TO.exec(text)?.[1] : undefined)
  if (rejected)
    return { kind: 'rejected-band', typed: { ...next, asking: 'band' }, band: rejected, slots: extracted.slots }
  if (extracted.wrong) return { kind: 'provide', typed: { ...next, asking: extracted.wrong }, slots: extracted.slots }
  if (gave) return { kind: extracted.correction ? 'correct' : 'provide', typed: next, slots: extracted.slots }
  return { kind: 'not-understood', typed, slots: extracted.slots }
}

/** Whether a message in the middle of the form is for the form, rather than a question of its own. */
export function isForForm(typed: Typed, text: string, context: FormContext): boolean {
  if (readReply(text)) return true
  const { extracted, gave } = withSlots(typed, text, context)
  return gave || extracted.rejected !== undefined || extracted.wrong !== undefined
}

/** Whether something is asked in a message, beside what it gives. */
export const asksSomething = (text: string): boolean => questionWords(readMessage(text)).some(Boolean)
