import type { Places } from '../../knowledge/content/places.ts'
import type { Interest, InterestFields } from '../interest/interest.ts'
import type { CohortChoice } from '../interest/openCohorts.ts'
import { correcting } from '../reading/corrections.ts'
import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'
import { questionWords } from '../reading/questions.ts'
import { readMessage, wordsFrom } from '../reading/tokens.ts'
import { readReply } from '../reading/yesNo.ts'
import { cohortNamed } from './cohortNamed.ts'
import { shownAgain } from './shownAgain.ts'
import { fieldNamed, saysWrong } from './slots/correction.ts'
import { type Extracted, extractSlots } from './slots/extractSlots.ts'
import type { SlotName, Slots } from './slots/slots.ts'

/** What is known of an interest that is being registered or changed. */
export interface FormState {
  fields: Partial<InterestFields>
  cohortId?: string
  /** The interest that is being changed; none while a new one is registered. */
  interest?: Interest
  /** What was asked for last; `confirm` once everything needed is there. */
  asking: SlotName | 'confirm'
  skipped: string[]
}

export interface FormContext {
  vocabulary: Places
  open: readonly CohortChoice[]
  later: string
  /** The field that the latest message gave: "no, I meant Kirkby" mends that one. */
  latest?: SlotName
}

/** What a message is to the form, with the form as it is then and what the message gives. */
export type Step = { form: FormState; slots: Slots } & (
  | { kind: 'provide' | 'correct' | 'confirm' | 'change-which' | 'cancel' | 'skip' | 'needed' | 'not-understood' }
  | { kind: 'rejected-band'; band: string }
)

/** What a form gives: all of a new interest, and of one that is there what differs from it. */
export const given = ({ fields, interest }: Pick<FormState, 'fields' | 'interest'>): Partial<InterestFields> =>
  interest
    ? Object.fromEntries(
        Object.entries(fields).filter(([field, value]) => interest[field as keyof InterestFields] !== value),
      )
    : fields

/** What must be there, in the order in which it is asked for. */
const NEEDED = ['name', 'band', 'currentRole'] as const

/** What to ask for next; `confirm` when everything needed is there. A yes to the manager alone asks for their name. */
export function nextAsking({ fields, cohortId, skipped }: Omit<FormState, 'asking'>): FormState['asking'] {
  const missing = NEEDED.find((field) => !fields[field] || (field === 'band' && fields.band === '8'))
  if (missing) return missing
  if (!cohortId) return 'cohort'
  return fields.managerKnows === 'yes' && !fields.manager && !skipped.includes('manager') ? 'manager' : 'confirm'
}

const isNothing = ({ slots, rejected, wrong }: Extracted): boolean =>
  Object.keys(slots).length === 0 && rejected === undefined && wrong === undefined

/** Words of a message that may be nothing but a correction: "sorry, Huyton". */
const SHORT = 4

const isListedPlace = (said: string | undefined, { places }: Places): boolean =>
  said !== undefined &&
  places.some(({ name, ways }) => [name, ...ways].some((way) => way.toLowerCase() === said.toLowerCase()))

const PLACES = ['service', 'base']

/** Whether what was read as one field may as well be the field that is mended: a place, or somebody's name. */
const mayBeFor = (focus: SlotName, slot: string, text: string, { fields }: FormState): boolean => {
  if (PLACES.includes(focus) && PLACES.includes(slot)) return true
  if (slot !== 'name' || (focus !== 'manager' && !PLACES.includes(focus))) return false
  const said = wordsFrom(readMessage(text), 0).split(' ')
  const own = fields.name?.toLowerCase().split(/\s+/) ?? []
  return !said.some((word) => own.includes(word) || (focus !== 'manager' && OF_ONESELF.includes(word)))
}
const OF_ONESELF = ['im', 'i', 'am', 'name', 'called', 'me', 'surname']

/** A field whose whole answer is the message as it stands, or a yes or no, is not read out of a correction. */
const asTyped = (field: SlotName | undefined): SlotName | undefined =>
  field && AS_TYPED.includes(field) ? undefined : field
const AS_TYPED = ['why', 'reach', 'managerKnows', 'tellMe']

/** The field that a correction is about: the one that it names, else the one that was given just before. */
const correctedField = (text: string, latest: SlotName | undefined): SlotName | undefined => {
  const message = readMessage(text)
  return correcting(message) === 'no' && !saysWrong(message)
    ? undefined
    : asTyped(fieldNamed(wordsFrom(message, 0)) ?? latest)
}

/** The field that was given just before; where only a place is said, the latest place. */
function latestOf(
  { fields }: FormState,
  { latest, vocabulary }: FormContext,
  { slots }: Extracted,
): SlotName | undefined {
  if (!isListedPlace(slots.service, vocabulary) || (latest && PLACES.includes(latest))) return latest
  return fields.base ? 'base' : latest
}

/** Takes from a message what it gives, and leaves what is known of the rest. A change stays in its cohort. */
export function withSlots(form: FormState, text: string, context: FormContext) {
  const { vocabulary } = context
  const asking = form.asking === 'confirm' ? undefined : form.asking
  const read = (asked: SlotName | undefined) => extractSlots(text, { asking: asked, vocabulary, known: form.fields })
  let extracted = read(asking)
  // A name that stands alone is taken whatever was asked for: a display name may be mended at any time.
  if (isNothing(extracted) && asking !== 'name') {
    const asName = read('name')
    if (Object.keys(asName.slots).join() === 'name') extracted = asName
  }
  const short = text.trim().split(/\s+/).length <= SHORT && isListedPlace(extracted.slots.service, vocabulary)
  const mends = extracted.correction || short || isNothing(extracted)
  const focus = mends ? correctedField(text, latestOf(form, context, extracted)) : undefined
  if (focus && Object.keys(extracted.slots).every((slot) => mayBeFor(focus, slot, text, form))) {
    const mended = read(focus)
    const { name } = extracted.slots
    if (mended.slots[focus] !== undefined) extracted = { ...mended, correction: true }
    else if (name) extracted = { slots: { [focus]: name }, correction: true }
  }
  if (isNothing(extracted) && form.asking === 'confirm') extracted = shownAgain(form, text, context) ?? extracted
  const { cohort, ...given } = extracted.slots
  const named = cohortNamed(cohort ?? (asking === 'cohort' ? text : undefined), context) ?? form.cohortId
  const next = { ...form, fields: { ...form.fields, ...given }, cohortId: form.interest ? form.cohortId : named }
  return {
    extracted,
    next: { ...next, asking: nextAsking(next) } satisfies FormState as FormState,
    gave: Object.keys(extracted.slots).length > 0 || named !== form.cohortId,
  }
}

/** "Change my band to 11": what would be a band if there were one. */
const BAND_TO = /\bto (?:a |band )*(\d{1,3}[a-z]?)\b/i

/** What was asked for is left out, where it may be. */
function skip(form: FormState): Step {
  if (form.asking !== 'manager') return { kind: form.asking === 'confirm' ? 'skip' : 'needed', form, slots: {} }
  const next = { ...form, skipped: [...form.skipped, form.asking] }
  return { kind: 'skip', form: { ...next, asking: nextAsking(next) }, slots: {} }
}

/** What a message does to the form. Pure: the same message at the same place is the same step. */
export function stepOf(form: FormState, text: string, context: FormContext): Step {
  const reply = readReply(text)
  const confirming = form.asking === 'confirm'
  const ofManager = confirming && !form.fields.managerKnows && says(normalise(text), 'managerNotSaid')
  if (reply === 'cancel') return { kind: 'cancel', form, slots: {} }
  if (reply === 'skip' && !ofManager && !(form.asking === 'cohort' && cohortNamed(text, context))) return skip(form)
  if (!confirming && (reply === 'done' || (reply && form.asking === 'manager'))) return skip(form)
  if (confirming && (reply === 'yes' || reply === 'done')) return { kind: 'confirm', form, slots: {} }
  if (confirming && reply === 'no' && !ofManager) return { kind: 'change-which', form, slots: {} }
  const { extracted, next, gave } = withSlots(form, text, context)
  const { slots, wrong, correction } = extracted
  const band = extracted.rejected?.[0]?.band ?? (wrong === 'band' ? BAND_TO.exec(text)?.[1] : undefined)
  if (band) return { kind: 'rejected-band', form: { ...next, asking: 'band' }, band, slots }
  if (wrong) return { kind: 'provide', form: { ...next, asking: wrong }, slots }
  if (gave && form.asking === 'manager' && next.asking === 'manager')
    Object.assign(next, { asking: 'confirm', skipped: [...form.skipped, 'manager'] } satisfies Partial<FormState>)
  if (gave) return { kind: correction ? 'correct' : 'provide', form: next, slots }
  if (confirming && isRightAtLast(text)) return { kind: 'confirm', form, slots: {} }
  return { kind: 'not-understood', form, slots }
}

/** "no, the email is right. yes": a yes in a sentence of its own after one that finds nothing wrong. */
const isRightAtLast = (text: string): boolean => {
  const sentences = text.split(/[.!,;\n]+/).filter((sentence) => sentence.trim() !== '')
  const last = readReply(sentences.at(-1) ?? '')
  return last === 'yes' && sentences.length > 1 && !asksSomething(text) && !saysWrong(readMessage(text))
}

/** Whether something is asked in a message, beside what it gives. */
export const asksSomething = (text: string): boolean => questionWords(readMessage(text)).some(Boolean)
