import type { Moves } from '../content/schema.ts'
import { tokens } from '../matching/text.ts'

/** What a whole message may ask of the answer before it, rather than of the programme. */
export type Move = 'why' | 'more' | 'again' | 'first' | 'before' | 'other'

/** How a message turns from what was just said: to something else, or back to something said earlier. */
export type Turned = 'away' | 'back'

export interface Moved {
  move?: Move
  turned?: Turned
  /** What is left to ask: the message itself unless it turned. */
  text: string
}

const WHOLE: readonly Move[] = ['why', 'more', 'again', 'first', 'before', 'other']
const POINTERS = ['the', 'that', 'this', 'about', 'my', 'your']

/**
 * Finds the moves of a conversation, by the words that the language of the place lists for them.
 * @param strip takes a message out of its greetings
 */
export function mover(moves: Moves, strip: (text: string) => string): (message: string) => Moved {
  const wholes = new Map(WHOLE.flatMap((move) => moves[move].map((words) => [spoken(words), move] as const)))
  const turns = [
    ...moves.instead.map((words) => ({ words: spoken(words), turned: 'away' as const })),
    ...[...moves.back, ...moves.about].map((words) => ({ words: spoken(words), turned: 'back' as const })),
  ].sort((a, b) => b.words.length - a.words.length)

  const about = new Set(moves.about.map(spoken))

  return (message) => {
    const bare = strip(message)
    const move = wholes.get(spoken(message)) ?? wholes.get(spoken(bare))
    if (move) return { move, text: message }
    const said = spoken(bare)
    const turn = turns.find(({ words }) => said.startsWith(`${words} `))
    if (!turn) return { text: message }
    const [left = ''] = said.slice(turn.words.length + 1).split(turn.turned === 'away' ? NOT : '\n')
    const words = left.split(' ')
    const isThing = moves.thing.includes(words.at(-1) ?? '')
    if (about.has(turn.words) && !isThing) return { text: message }
    const named = isThing ? words.slice(0, -1) : words
    while (named.length > 1 && POINTERS.includes(named[0] ?? '')) named.shift()
    if (named.length === 0 || POINTERS.includes(named[0] ?? '')) return { text: message }
    return { turned: turn.turned, text: named.join(' ') + (message.includes('?') ? '?' : '') }
  }
}

/** "the day, not the length" */
const NOT = / not the /

const spoken = (text: string): string => tokens(text).join(' ')

/** A longer message says by itself what it is about. */
const FEW = 10

/**
 * Puts words in the place of a pronoun.
 * @param standsFor what a pronoun mostly stands for here
 * @returns message → the same in full, or nothing when it is long or has no such pronoun
 */
export function pronounsIn(standsFor: Readonly<Record<string, string>>): (message: string) => string | undefined {
  return (message) => {
    const words = spoken(message).split(' ')
    const at = words.findIndex((word) => Object.hasOwn(standsFor, word))
    if (at < 0 || words.length > FEW) return undefined
    return words.with(at, standsFor[words[at] ?? ''] ?? '').join(' ') + (message.includes('?') ? '?' : '')
  }
}
