import type { Part } from '../../knowledge/answering/decision.ts'
import type { Turn } from '../turn.ts'
import { asksAboutPrivacy } from './privacyQuestion.ts'
import { type FormContext, type FormState, type Step, stepOf } from './typedForm.ts'

/** What a turn in the middle of a form is to it: what its message gives, or what it wants of the form itself. */
export type TurnStep = Step | { kind: 'show-again' | 'privacy'; form: FormState; slots: Record<string, never> }

const FORM_ACTIONS = ['register', 'cancel', 'resume']

/** What a message wants of the form itself, when it wants nothing else. */
const formAction = (parts: readonly Part[]): string | undefined => {
  const [first] = parts.map((part) => (part.outcome === 'action' ? part.action : ''))
  return first && parts.length === 1 && FORM_ACTIONS.includes(first) ? first : undefined
}

/** What this turn's message is to the form, by its words and by what it was taken for. */
export function turnStepOf(form: FormState, { message, decision }: Turn, context: FormContext): TurnStep {
  const parts = decision?.parts ?? []
  if (asksAboutPrivacy(message, parts)) return { kind: 'privacy', form, slots: {} }
  const step = stepOf(form, message, context)
  const action = step.kind === 'not-understood' && formAction(parts)
  return action ? { kind: action === 'cancel' ? 'cancel' : 'show-again', form, slots: {} } : step
}

const TRACE_STEPS: Partial<Record<TurnStep['kind'], string>> = {
  'rejected-band': 'provide',
  'not-understood': 'provide',
  'change-which': 'correct',
  needed: 'skip',
  'show-again': 'resume',
}

/** What the trace calls a step. */
export const traceStep = ({ kind }: TurnStep): string => TRACE_STEPS[kind] ?? kind
