import { readReply } from '../reading/reply.ts'
import { leftReply } from './cards/plain.ts'
import { addNote, setStatus } from './doing.ts'
import type { Asking, Hand, Said } from './hand.ts'
import { said } from './hand.ts'
import { makeExport, previewMessage, sendMessage, settled } from './sending.ts'

const YES =
  /^\W*(yes|yeah|yep|yup|y|ok|okay|sure|confirm|do it|go ahead|please do|all the same|send(?= it|\W*$)|change them|that’?s right)\b/i
const NO = /^\W*(no|nope|nah|naw|n|not now|cancel|stop|don[’']?t|never ?mind|leave (it|them)|forget it)\b/i
const COMMAND =
  /^\W*(show|open|list|mark|set|export|find|undo|only|just|which|how many|what|who|unanswered|questions|filter|register of)\b/i
/** A yes to a form of one's own, which is no answer here. */
const TO_REGISTER = /\b(register|sign|put) me\b/i

/** What a message says to "Change 3?"; neither when it asks for something else. */
const confirmation = (message: string): 'yes' | 'no' | undefined => {
  const reply = readReply(message)
  if (NO.test(message) || reply === 'no' || reply === 'cancel') return 'no'
  return YES.test(message) || (reply === 'yes' && !TO_REGISTER.test(message)) ? 'yes' : undefined
}

const isConfirmation = ({ kind }: Asking): boolean => kind === 'confirm-status' || kind === 'confirm-write'

/** Whether a message answers what was asked, rather than asks for something else. */
export function answers(asking: Asking, message: string): boolean {
  if (isConfirmation(asking)) return confirmation(message) !== undefined
  return NO.test(message) || (!message.trim().endsWith('?') && !COMMAND.test(message))
}

/** What is done with the answer. */
export async function heard(hand: Hand, asking: Asking, message: string): Promise<Said> {
  const { service, turn } = hand
  const short = message.trim().split(/\s+/).length < 4
  if (isConfirmation(asking) ? confirmation(message) === 'no' : short && NO.test(message)) return said(leftReply())
  switch (asking.kind) {
    case 'confirm-status':
      return setStatus(hand, asking.seen, asking.to, asking.reason)
    case 'confirm-write':
      return sendMessage(hand, asking.filter, asking.text, asking.stamp)
    case 'purpose':
      return makeExport(hand, {
        filter: asking.filter,
        purpose: message,
        format: /\bcsv\b/i.test(message) ? 'csv' : asking.format,
      })
    case 'note':
      return addNote(hand, asking.key, message)
    case 'write':
      return previewMessage(hand, asking.filter, message)
    case 'answer':
      return settled(hand, asking.id, await service.answer(turn.actor, asking, message), message)
  }
}
