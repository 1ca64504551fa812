import { leftReply } from './cards/plain.ts'
import { addNote, setStatus } from './doing.ts'
import type { Asking, Hand, Said } from './hand.ts'
import { said } from './hand.ts'
import { makeExport, previewMessage, sendMessage, settled } from './sending.ts'

const YES =
  /^\W*(yes|yeah|yep|yup|y|ok|okay|sure|confirm|do it|go ahead|please do|all the same|send|send it|change them|that’?s right)\b/i
const NO = /^\W*(no|nope|n|cancel|stop|don’?t|never ?mind|leave (it|them)|forget it)\b/i
const COMMAND =
  /^\W*(show|open|list|mark|set|export|find|undo|only|just|which|how many|what|who|unanswered|questions|filter|register of)\b/i

/** Whether a message answers what was asked, rather than asks for something else. */
export function answers({ kind }: Asking, message: string): boolean {
  if (NO.test(message)) return true
  if (kind === 'confirm-status' || kind === 'confirm-write') return YES.test(message)
  return !message.trim().endsWith('?') && !COMMAND.test(message)
}

/** What is done with the answer. */
export async function heard(hand: Hand, asking: Asking, message: string): Promise<Said> {
  const { service, turn } = hand
  const short = message.trim().split(/\s+/).length < 4
  if (NO.test(message) && (asking.kind.startsWith('confirm') || short)) return said(leftReply())
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
