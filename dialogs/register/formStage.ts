import type { Part } from '../../knowledge/answering/decision.ts'
import { normalise } from '../reading/normalise.ts'
import { isOneOf, says } from '../reading/phrases.ts'
import { readReply } from '../reading/yesNo.ts'
import type { Turn } from '../turn.ts'

/** Where the conversation about a form stands; none of it is anybody's words. */
export interface FormStage {
  /** Whether something else was answered since the last question. */
  interrupted?: boolean
  /** Whether that was not followed by the form's question: then only a plain yes saves. */
  quiet?: boolean
  /** Whether what was typed has not been answered yet: a question that came with it goes first. */
  unanswered?: boolean
}

/** What a message that gives something asks beside it, as far as there is an answer. */
export const answersIn = ({ decision }: Turn): readonly Part[] =>
  (decision?.parts ?? []).filter(({ outcome }) => outcome === 'answered' || outcome === 'not-stated')

/** Whether a yes after something else was answered may only mean that answer: "fair enough", or anything but a plain yes. */
export function mayMeanTheAnswer({ interrupted, quiet }: FormStage, message: string): boolean {
  const said = normalise(message)
  return (
    interrupted === true &&
    (isOneOf(said, 'acknowledges') || !readReply(message) || (quiet === true && !says(said, 'surelyYes')))
  )
}
