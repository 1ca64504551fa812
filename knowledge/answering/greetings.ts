import { tokens } from '../matching/text.ts'

/** A shorter rest says nothing by itself: "cheers for that" is left whole. */
const SHORTEST = 3

/**
 * Takes away what a message is wrapped in (greetings, apologies, thanks) from its start and end, as long as something is left.
 * @param fillers the phrases to take away, from the language of the place
 * @returns message → message, unchanged when nothing but fillers is in it
 */
export function stripper(fillers: readonly string[]): (text: string) => string {
  const phrases = [...new Set(fillers.map((filler) => tokens(filler).join(' ')))]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.split(' ').join('[^\\p{L}\\p{N}]+'))
  if (phrases.length === 0) return (text) => text.trim()
  const any = `(?:${phrases.join('|')})`
  const start = new RegExp(`^[^\\p{L}\\p{N}]*${any}(?![\\p{L}\\p{N}'’])[^\\p{L}\\p{N}]*`, 'iu')
  const end = new RegExp(`[^\\p{L}\\p{N}]+${any}[^\\p{L}\\p{N}]*$`, 'iu')
  return (text) => {
    let left = text.trim()
    for (let before = ''; before !== left; ) {
      before = left
      for (const edge of [start, end]) {
        const rest = left.replace(edge, (found) => (edge === end && /\?/.test(found) ? '?' : ''))
        if (tokens(rest).length > 0) left = rest.trim()
      }
    }
    return tokens(left).length < SHORTEST ? text.trim() : left
  }
}
