import { replyOf, words } from '../../cards/cardContent.ts'
import type { Reply } from '../../reply.ts'

export const ownReply = (): Reply => ({
  text: 'That is your own interest. Another HR officer works it. You can see it by saying “what is the status of my interest”.',
})

export const goneReply = (): Reply => ({
  text: 'I could not find that one. It may have been erased, or the reference or name may be different. You can say “show the list”.',
})

export const leftReply = (): Reply =>
  replyOf({ title: 'Left as it was', blocks: [words('Nothing was changed.')], typedAlternatives: ['show the list'] })

/** A sentence, with what the officer may say next. */
export const sayMoreReply = (text: string, ...ways: string[]): Reply => ({
  text: `${text} You can say ${ways.map((way) => `“${way}”`).join(' or ')}.`,
})
