import { replyOf, userText, words } from '../../cards/cardContent.ts'
import type { Reply } from '../../reply.ts'
import type { Wording } from '../wording.ts'

export const ownReply = (): Reply => ({
  text: 'That is your own interest. Another HR officer works it. You can see it by saying “what is the status of my interest”.',
})

export const goneReply = (): Reply => ({
  text: 'I could not find that one. It may have been erased, or the reference or name may be different. You can say “show the list”.',
})

export const noNameReply = (name: string): Reply =>
  replyOf({
    title: 'Nobody by that name',
    blocks: [words('I found nobody called ', userText(name), '.')],
    typedAlternatives: ['show all'],
  })

export const leftReply = (): Reply =>
  replyOf({ title: 'Left as it was', blocks: [words('Nothing was changed.')], typedAlternatives: ['show the list'] })

/** A sentence, with what the officer may say next. */
export const sayMoreReply = (text: string, ...ways: string[]): Reply => ({
  text: `${text} You can say ${ways.map((way) => `“${way}”`).join(' or ')}.`,
})

/** Whom is meant, when nothing says it. */
export const whomReply = (): Reply =>
  sayMoreReply('Which one do you mean?', 'mark number 1 as contacted', 'open AP-7K3F-92')

/** To which status, when the message names none that the list has. */
export const whichStatusReply = (wording: Wording): Reply =>
  sayMoreReply(
    `Which status? There are: ${wording.statuses.map(({ label }) => label.toLowerCase()).join(', ')}.`,
    'set it to reviewed',
  )
