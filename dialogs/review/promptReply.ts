import { readReply } from '../reading/reply.ts'
import type { Prompt } from './command.ts'

const YES = /^\W*(yes|yeah|yep|yup|y|ok|okay|sure|confirm|do it|go ahead|please do|that’?s right)\b/i
const NO = /^\W*(no|nope|nah|naw|n|not now|cancel|stop|don[’']?t|never ?mind|leave (it|them)|forget it)\b/i
/** A yes to the form of one's own interest, which is no answer to HR's prompts. */
const TO_REGISTER = /\b(register|sign|put) me\b/i
const COMMAND =
  /^\W*(show|open|list|mark|set|export|find|undo|only|just|which|how many|what|who|unanswered|questions|filter|register of)\b/i

const confirmation = (yes: RegExp, message: string): 'yes' | 'no' | undefined => {
  const reply = readReply(message)
  if (NO.test(message) || reply === 'no' || reply === 'cancel') return 'no'
  if (YES.test(message) || yes.test(message)) return 'yes'
  return reply === 'yes' && !TO_REGISTER.test(message) ? 'yes' : undefined
}

/** What a message is to a prompt: its answer, a no to it, or undefined when it asks for something else. */
export function promptReply({ yes }: Prompt, message: string): 'answer' | 'no' | undefined {
  if (yes) {
    const reply = confirmation(yes, message)
    return reply === 'yes' ? 'answer' : reply
  }
  if (NO.test(message)) return message.trim().split(/\s+/).length < 4 ? 'no' : 'answer'
  return message.trim().endsWith('?') || COMMAND.test(message) ? undefined : 'answer'
}
