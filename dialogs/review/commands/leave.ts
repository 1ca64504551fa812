import { normalise } from '../../reading/normalise.ts'
import { says } from '../../reading/phrases.ts'
import { leftReply } from '../cards/plain.ts'
import { type ReviewCommand, respond } from '../command.ts'

/** Leaves everything as it is: what the buttons Cancel and Leave do, and an order taken back in the same breath. */
export const leave: ReviewCommand = {
  name: 'leave',
  recognise: ({ text }) => (says(normalise(text), 'takenBack') ? {} : undefined),
  run: async () => respond(leftReply()),
  buttons: { 'review/leave': async () => respond(leftReply()) },
}
