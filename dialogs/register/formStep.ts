import type { Part } from '../../knowledge/answering/decision.ts'
import type { Places } from '../../knowledge/content/places.ts'
import type { InterestFields } from '../interest/interest.ts'
import { normalise } from '../reading/normalise.ts'
import { isOneOf, says } from '../reading/phrases.ts'
import { agrees, opensWith, readReply } from '../reading/yesNo.ts'
import type { Turn } from '../turn.ts'
import { NEEDED } from './fieldWording.ts'
import { type FormQuestion, formQuestionIn } from './formQuestion.ts'
import { readNewReason, readReason, readStatement, wishes } from './reason.ts'
import { fieldNamed } from './slots/correction.ts'
import type { SlotName } from './slots/slots.ts'
import { asksSomething, type FormContext, type FormState, nextAsking, type Step, stepOf } from './typedForm.ts'

/** What a turn in the middle of a form is to it: what its message gives, or what it wants or asks of the form itself. */
export type TurnStep =
  | Step
  | { kind: 'show-again' | 'back' | 'restart'; form: FormState; slots: Record<string, never> }
  | { kind: 'question'; question: FormQuestion; form: FormState; slots: Record<string, never> }

const FORM_ACTIONS = ['register', 'cancel', 'resume', 'withdraw']

/** What a message wants of the form itself, when it wants nothing else. */
const formAction = (parts: readonly Part[], { interest }: FormState): string | undefined => {
  const [first] = parts.map((part) => (part.outcome === 'action' ? part.action : ''))
  if (!first || parts.length !== 1 || !FORM_ACTIONS.includes(first)) return undefined
  // Of an interest that is not there yet, the form is all that can be taken back.
  if (first === 'withdraw') return interest ? undefined : 'cancel'
  return first
}

/** From here on what a curator wrote is surely meant. */
const SURE = 0.9
/** From here on a message is rather what it was matched to than a reason. */
const CLAIMED = 0.6
/** The least confidence of a cancel that is not said outright: it throws away what was typed. */
const SURE_CANCEL = 0.8

/** A message of no more words leans on the form that waits, and names little else. */
const BRIEF = 7
/** A question about the form; who sees what is typed at length only when no entry surely answers it. */
const questionOf = (message: string, parts: readonly Part[]): FormQuestion | undefined => {
  const reply = readReply(message)
  const question = reply === 'yes' || reply === 'no' || reply === 'done' ? undefined : formQuestionIn(message)
  const answered = parts.some(
    ({ outcome, candidates }) => outcome === 'answered' && (candidates[0]?.confidence ?? 0) >= SURE,
  )
  const brief = message.trim().split(/\s+/).length <= BRIEF
  return question?.kind === 'who-sees' && answered && !brief ? undefined : question
}

/** "take my manager's name out": the field is to hold nothing. What is needed is asked for instead. */
function removal(form: FormState, message: string): Step | undefined {
  const said = normalise(message)
  const field = says(said, 'removesField') && !asksToKnow(message) ? fieldNamed(said) : undefined
  if (!field || field === 'name') return undefined
  if (NEEDED.includes(field)) return { kind: 'needed', form: { ...form, asking: field }, slots: {} }
  const next = { ...form, fields: { ...form.fields, [field]: '' }, skipped: [...form.skipped, field] }
  return { kind: 'correct', form: { ...next, asking: nextAsking(next) }, slots: { [field]: '' } }
}

const asksToKnow = (message: string): boolean => asksSomething(message) && !/^\W*can you\b/i.test(message)

/** What a message does to the form by what it gives, takes out or mends. */
export const mendingStep = (form: FormState, message: string, context: FormContext): Step =>
  removal(form, message) ?? stepOf(form, message, context)

/** Why the person is interested, said while the whole form is shown, with what else the message gives. */
function reasoned(form: FormState, message: string, parts: readonly Part[], context: FormContext): Step | undefined {
  const acts = parts.some((part) => part.outcome === 'action' && part.action !== 'register')
  if ((form.asking !== 'confirm' && form.asking !== 'manager') || acts || asksSomething(message) || readReply(message))
    return undefined
  if (says(normalise(message), 'wantsOfBot')) return undefined
  const read = readNewReason(message) ?? spoken(form, message, context) ?? stated(form, message, parts, context)
  if (!read) return undefined
  const before = read.before ? stepOf(form, read.before, context) : undefined
  const kept = before?.kind === 'provide' || before?.kind === 'correct' ? before : undefined
  const whole = kept?.form ?? form
  const skipped = whole.asking === 'manager' ? [...whole.skipped, whole.asking] : whole.skipped
  const given: FormState = { ...whole, skipped, asking: 'confirm' }
  return {
    kind: kept?.kind ?? (form.fields.why ? 'correct' : 'provide'),
    form: { ...given, fields: { ...given.fields, why: read.why } },
    slots: { ...kept?.slots, why: read.why },
  }
}

const OF_WORK = ['service', 'base', 'currentRole'] as const
const OWN_WORK = /\b(im|i am|my|its|work|working|based?|team|role)\b/

/** Whether a text only speaks of work that the form has already: "school nursing is busy" moves nobody there. */
function inPassing(form: FormState, text: string, context: FormContext): boolean {
  const { kind, slots } = stepOf(form, text, context)
  const held = (slot: string) => OF_WORK.some((one) => one === slot && form.fields[one])
  return kind === 'provide' && Object.keys(slots).every(held) && !OWN_WORK.test(normalise(text))
}

/** A reason by how it begins; with the whole message where what stands before it is a part of it. */
function spoken(form: FormState, message: string, context: FormContext) {
  const read = readReason(message)
  return read?.before && inPassing(form, read.before, context) ? { why: message.trim(), before: '' } : read
}

/** A statement that nothing else claims, while the form has no reason; a wish is claimed by what is surely meant alone. */
function stated(form: FormState, message: string, parts: readonly Part[], context: FormContext) {
  const claimed = parts.some(
    ({ outcome, candidates: [first] }) =>
      outcome === 'signpost' ||
      (outcome !== 'unknown' &&
        first?.id !== 'register' &&
        (first?.confidence ?? 0) >= (wishes(message) ? SURE : CLAIMED)),
  )
  const read = claimed || form.fields.why ? undefined : readStatement(message)
  if (!read) return undefined
  const free = stepOf(form, read.why, context).kind === 'not-understood'
  return free || (wishes(read.why) && inPassing(form, read.why, context)) ? read : undefined
}

/** What this turn's message is to the form, by its words and by what it was taken for. */
export function turnStepOf(form: FormState, { message, decision }: Turn, context: FormContext): TurnStep {
  const parts = decision?.parts ?? []
  const question = questionOf(message, parts)
  if (question?.kind === 'back' || question?.kind === 'restart') return { kind: question.kind, form, slots: {} }
  if (question?.kind === 'asked') return { kind: 'show-again', form, slots: {} }
  if (question) return { kind: 'question', question, form, slots: {} }
  const step = reasoned(form, message, parts, context) ?? mendingStep(form, message, context)
  const action = formAction(parts, form)
  const sure = (parts[0]?.candidates[0]?.confidence ?? 0) >= SURE_CANCEL
  const said = normalise(message)
  if (step.kind === 'confirm' && action === 'resume' && opensWith(said) !== 'yes' && !says(said, 'goesAhead'))
    return { kind: 'show-again', form, slots: {} }
  if (step.kind === 'not-understood' && !action && form.asking === 'confirm' && agrees(message))
    return { kind: 'confirm', form, slots: {} }
  if (
    step.kind !== 'not-understood' ||
    !action ||
    (isCancel(parts) && !sure) ||
    (action !== 'resume' && asksSomething(message))
  )
    return step
  return { kind: action === 'cancel' ? 'cancel' : 'show-again', form, slots: {} }
}

const isCancel = ([first]: readonly Part[]): boolean => first?.outcome === 'action' && first.action === 'cancel'

/** The form with the field before the one that is asked for asked again. */
export function backIn(form: FormState): FormState {
  const order: (SlotName | 'confirm')[] = [...NEEDED, 'confirm']
  const asked = form.asking === 'manager' ? 'confirm' : form.asking
  return { ...form, asking: order[Math.max(0, order.indexOf(asked) - 1)] ?? 'name' }
}

/** The last of the fields that a step gave, by name; a correction without one is to that. */
export const latestGiven = ({
  slots,
}: {
  slots: Partial<InterestFields> & { cohort?: string }
}): SlotName | undefined => Object.keys(slots).at(-1) as SlotName | undefined

/** Whether a message that looks like a danger is plainly the form's: a question about it, or a listed place and no more. */
export function isSurelyForForm(step: TurnStep, message: string, { places, services }: Places): boolean {
  if (step.kind === 'question') return step.question.kind !== 'who-sees'
  if (step.kind !== 'provide' && step.kind !== 'correct') return false
  const ways = [...places, ...services].flatMap(({ name, ways }) => [name, ...ways]).map(normalise)
  const rest = ways
    .sort((a, b) => b.length - a.length)
    .reduce((left, way) => left.replaceAll(` ${way} `, '  '), ` ${normalise(message)} `)
  return rest.split(' ').every((word) => word === '' || isOneOf(word, 'besidePlace'))
}

const TRACE_STEPS: Partial<Record<TurnStep['kind'], string>> = {
  'rejected-band': 'provide',
  'not-understood': 'provide',
  'change-which': 'correct',
  needed: 'skip',
  'show-again': 'resume',
  back: 'resume',
  restart: 'start',
  question: 'resume',
}

/** What the trace calls a step. */
export const traceStep = ({ kind }: TurnStep): string => TRACE_STEPS[kind] ?? kind
