import { randomInt } from 'node:crypto'

/** Letters and digits that are not mistaken for each other, read or heard, and spell no word. */
const ALPHABET = '2346789CDFGHJKMNPQRTVWXY'
const SHAPE = [4, 2] as const

/**
 * Makes references such as AP-7K3F-92: readable aloud, one of 190 million, told by nothing about the person.
 * @param prefix what they begin with, such as the programme's abbreviation
 * @param pick a number from 0 up to, not including, the one given; random unless a test chooses
 */
export const referenceMaker =
  (prefix = 'AP', pick: (below: number) => number = (below) => randomInt(below)) =>
  (): string => {
    const group = (length: number) => Array.from({ length }, () => ALPHABET[pick(ALPHABET.length)]).join('')
    return [prefix, ...SHAPE.map(group)].join('-')
  }

/** The reference that somebody typed ("ap 7k3f 92"), as it is stored; undefined when it is none. */
export const readReference = (text: string, prefix = 'AP'): string | undefined => {
  const bare = text.toUpperCase().replace(/[\s-]+/g, '')
  const rest = bare.startsWith(prefix) ? bare.slice(prefix.length) : bare
  if (rest.length !== SHAPE[0] + SHAPE[1] || [...rest].some((letter) => !ALPHABET.includes(letter))) return undefined
  return `${prefix}-${rest.slice(0, SHAPE[0])}-${rest.slice(SHAPE[0])}`
}
