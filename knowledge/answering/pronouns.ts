import { tokenString } from '../matching/text.ts'

/** Words up to which a message may need its pronoun resolved; a longer one names its topic. */
const LONGEST = 10

/**
 * Replaces a message's first pronoun by what it mostly refers to.
 * @param referents by pronoun
 * @returns message → the same without the pronoun, or nothing when it is long or has none
 */
export function pronounResolver(referents: Readonly<Record<string, string>>): (message: string) => string | undefined {
  return (message) => {
    const words = tokenString(message).split(' ')
    const at = words.findIndex((word) => Object.hasOwn(referents, word))
    if (at < 0 || words.length > LONGEST) return undefined
    return words.with(at, referents[words[at] ?? ''] ?? '').join(' ') + (message.includes('?') ? '?' : '')
  }
}
