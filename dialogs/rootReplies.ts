import type { Reply } from './reply.ts'

/** An action that no ability takes yet. */
export const cannotYet = (what: string): Reply => ({
  text: `I can't ${what} yet. I can answer questions about the programme.`,
  suggestions: ['What can you do?'],
})

/** Cancel or resume when nothing was begun. */
export const nothingToCancel = (action: 'cancel' | 'resume'): Reply => ({
  text:
    action === 'cancel'
      ? 'There is nothing to cancel. You can ask me a question about the programme.'
      : 'We were not in the middle of anything. You can ask me a question about the programme.',
})

/** In a channel or a group chat. */
export const personalChatOnly = (): Reply => ({
  text: 'I can only do that in a personal chat with me. Here I answer questions from what is published.',
})

/** A button that nothing answers to any more. */
export const unknownButton = (): Reply => ({
  text: 'I could not use that button. Please type what you would like to do.',
})

/** A message with no words in it: a picture, a sticker, a file. */
export const nothingSaid = (): Reply => ({
  text: 'I can only read words. Ask me about the programme in your own words.',
  suggestions: ['What can you do?'],
})

/** What is HR's alone: the same for every other role, whether the thing exists or not. */
export const forHrAlone = (): Reply => ({
  text: 'I cannot show or change that from your account. It is for the HR officers of the programme. If you need it for your work, please speak to HR.',
  suggestions: ['What can you do?'],
})
