import { tokenString } from '../matching/text.ts'

/** Words that must be left: fewer say nothing by themselves, so "cheers for that" is left whole. */
const SHORTEST = 3

const WORD = /[\p{L}\p{N}]+/gu

/**
 * Strips fillers (greetings, apologies, thanks) off the start and end of a message, as long as something is left. A
 * question mark that goes with the end stays.
 * @param fillers the phrases to strip
 * @param shortest how many words are worth leaving
 * @returns message → message, unchanged when nothing but fillers is in it
 */
export function fillerStripper(fillers: readonly string[], shortest = SHORTEST): (text: string) => string {
  const phrases = new Set(fillers.map((filler) => tokenString(filler)).filter(Boolean))
  const longest = Math.max(0, ...[...phrases].map((phrase) => phrase.split(' ').length))

  /** The number of words of the longest filler on the given side; 0 when there is none. */
  const fillerAt = (words: readonly string[], from: number, to: number, side: 'start' | 'end'): number => {
    for (let n = Math.min(longest, to - from - 1); n > 0; n--) {
      const some = side === 'start' ? words.slice(from, from + n) : words.slice(to - n, to)
      if (phrases.has(some.join(' '))) return n
    }
    return 0
  }

  return (message) => {
    const text = message.trim()
    const found = [...text.matchAll(WORD)]
    const words = found.map(([word]) => word.toLowerCase())
    const endOf = (i: number): number => (found[i]?.index ?? 0) + (found[i]?.[0].length ?? 0)
    let from = 0
    let to = words.length
    for (let n = fillerAt(words, from, to, 'start'); n > 0; n = fillerAt(words, from, to, 'start')) {
      if (/['’]/.test(text[endOf(from + n - 1)] ?? '')) break
      from += n
    }
    for (let n = fillerAt(words, from, to, 'end'); n > 0; n = fillerAt(words, from, to, 'end')) to -= n
    if (to - from < shortest) return text
    const start = from > 0 ? (found[from]?.index ?? 0) : 0
    if (to === words.length) return text.slice(start)
    const end = endOf(to - 1)
    return text.slice(start, end) + (text.slice(end).includes('?') ? '?' : '')
  }
}
