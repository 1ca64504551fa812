import type { Part } from '../../knowledge/answering/decision.ts'
import type { Turn } from '../turn.ts'
import type { Step } from './typedForm.ts'

const FORM_ACTIONS = ['register', 'cancel', 'resume']

/** What a message wants of the form itself, when it wants nothing else. */
export const formAction = (parts: readonly Part[]): string | undefined => {
  const [first] = parts.map((part) => (part.outcome === 'action' ? part.action : ''))
  return first && parts.length === 1 && FORM_ACTIONS.includes(first) ? first : undefined
}

/** What a message that gives something asks beside it, as far as there is an answer. */
export const answersIn = ({ decision }: Turn): readonly Part[] =>
  (decision?.parts ?? []).filter(({ outcome }) => outcome === 'answered' || outcome === 'not-stated')

/** What the trace calls a step. */
export const traceStep = ({ kind }: Step): string => {
  switch (kind) {
    case 'rejected-band':
    case 'not-understood':
      return 'provide'
    case 'change-which':
      return 'correct'
    default:
      return kind
  }
}
