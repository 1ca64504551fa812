import { leftReply } from '../cards/plain.ts'
import type { ReviewCommand } from '../command.ts'
import { respond } from '../reviewResponse.ts'

/** Leaves everything as it is: what the buttons Cancel and Leave do. */
export const leave: ReviewCommand = {
  name: 'leave',
  buttons: { 'review/leave': async () => respond(leftReply()) },
}
