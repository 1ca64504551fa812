import { normalise } from './normalise.ts'
import { beginsWith, isOneOf, says, words } from './phrases.ts'

export type Reply = 'yes' | 'no' | 'skip' | 'done' | 'cancel'

/** A phrase may be in more than one list: the first counts. */
const REPLIES: readonly Reply[] = ['cancel', 'skip', 'done', 'no', 'yes']

/** Takes every phrase of a reply out of a text, the longest first. */
const PHRASES = new Map(
  REPLIES.map((reply) => [reply, [...words(reply)].sort((a, b) => b.length - a.length).map((phrase) => ` ${phrase} `)]),
)
const without = (text: string, reply: Reply): string =>
  (PHRASES.get(reply) ?? []).reduce((left, phrase) => {
    let now = left
    while (now.includes(phrase)) now = now.replace(phrase, ' ')
    return now
  }, text)

const AROUND = words('aroundReply')
const saysNothing = (text: string): boolean =>
  text.split(' ').every((word) => word === '' || AROUND.has(word) || /^(ha)+h?$/.test(word))

/**
 * What a short answer to the bot says, when the whole of it says that and nothing else. "yes but change the band",
 * "ok how long is it" and "3" say none of these.
 */
export function readReply(text: string): Reply | undefined {
  const said = normalise(text.replace(/👍|✅|👌/gu, ' yes '))
  if (said === '' || /[?？]/.test(text) || /\b(thats|and|but)$/.test(said) || said.split(' ').length > 14)
    return undefined
  const whole = REPLIES.find((reply) => isOneOf(said, reply))
  if (whole) return whole
  return REPLIES.find((reply) => {
    const left = without(` ${said} `, reply)
    if (left === ` ${said} `) return false
    // "ok skip that", "no thats everything": the others may stand beside a yes or a no; a yes beside a no is neither.
    const rest = reply === 'yes' || reply === 'no' ? left : without(without(left, 'yes'), 'no')
    return saysNothing(rest) && !(reply === 'no' && /^(yes|yep|yeah|correct)\b/.test(said))
  })
}

/** Whether a normalised text begins with a yes or a no, whatever it says further. */
export const opensWith = (text: string): 'yes' | 'no' | undefined => {
  if (beginsWith(text, 'opensNo')) return 'no'
  return beginsWith(text, 'opensYes') ? 'yes' : undefined
}

const AGREEING_WORDS = 5

/** Whether a short message agrees to what is shown, though not every word of it is known: "yeah same team". */
export function agrees(text: string): boolean {
  const said = normalise(text).split(' ')
  const short = said.length <= AGREEING_WORDS && !/[?？]/.test(text)
  return short && opensWith(said.join(' ')) === 'yes' && !said.some((word) => isOneOf(word, 'yesBut'))
}

/** What an answer to "shall I take it away?" says. "Save it" and "put me down" are a yes to a form, and none to this. */
export function readTakingAway(text: string): 'yes' | 'no' | undefined {
  const said = normalise(text)
  const reply = readReply(text)
  if (beginsWith(said, 'toTakeAway') && !says(said, 'butNot') && !text.includes('?')) return 'yes'
  if (reply === 'no' || reply === 'cancel' || reply === 'skip' || beginsWith(said, 'toKeep')) return 'no'
  return (reply === 'yes' || reply === 'done') && !says(said, 'toSave') ? 'yes' : undefined
}
