import type { Part } from '../../knowledge/answering/decision.ts'
import { readReply } from '../reading/yesNo.ts'
import { type FormQuestion, type FormQuestionKind, formQuestionIn } from './formQuestion.ts'
import { asksSomething } from './typedForm.ts'

/** What comes before a yes that says why: "yes, I got another job". */
const YES_BECAUSE = /^\s*(?:yes|yep|yeah|yea|aye|yup)\b[\s,.:;–-]*(?:because |cos |as )?(.+)$/i

const WITHDRAW = /^\W*(?:please |pls |i (?:want|need|would like|wish) to |id like to )?withdraw\b/i

/** Whether a message begins by asking to withdraw. */
export const asksToWithdraw = (message: string): boolean => WITHDRAW.test(message) && !asksSomething(message)

/** Whether somebody only thanks. */
export const isThanks = (part: Part): boolean => part.outcome === 'smalltalk' && part.entry.id === 'thanks'

/** Whether a message is a yes to a withdrawal with its reason. */
export const saysWhy = (message: string): boolean => YES_BECAUSE.test(message)

/** What is asked of the withdrawal, or of the interest, before it is withdrawn. */
export const aside = (message: string): FormQuestion | undefined => {
  const question = formQuestionIn(message)
  if (question?.kind === 'next') return { kind: 'withdrawing' }
  return question && STANDING.includes(question.kind) ? question : undefined
}

const STANDING: readonly FormQuestionKind[] = ['withdrawing', 'who-sees', 'application', 'heard', 'saved']

const LONGEST_REASON = 200

/** The reason that came with a press, if it is one. */
export const reasonOf = (reason: unknown): string | undefined =>
  typeof reason === 'string' && reason.trim() ? reason.trim().slice(0, LONGEST_REASON) : undefined

/** The reason that came with a typed yes. */
export const because = (message: string): string | undefined =>
  readReply(message) ? undefined : reasonOf(YES_BECAUSE.exec(message)?.[1])
