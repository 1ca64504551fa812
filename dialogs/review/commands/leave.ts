import { leftReply } from '../cards/plain.ts'
import { type ReviewCommand, respond } from '../command.ts'

/** Leaves everything as it is: what the buttons Cancel and Leave do. */
export const leave: ReviewCommand = {
  name: 'leave',
  buttons: { 'review/leave': async () => respond(leftReply()) },
}
