import { markdownText } from '../cards/escape.ts'
import type { Day } from '../clock.ts'
import type { Reply } from '../reply.ts'
import type { HeldData } from './held.ts'

/** A message to Teams holds about 28 KB with all that is around it; counted as it goes over the wire. */
const LONGEST = 20_000

const weight = (text: string): number => Buffer.byteLength(JSON.stringify(text))

/** A line that is too long by itself, cut where a letter ends. */
const cut = (line: string): string[] => {
  if (weight(line) <= LONGEST) return [line]
  const letters = [...line]
  const half = Math.ceil(letters.length / 2)
  return [letters.slice(0, half).join(''), letters.slice(half).join('')].flatMap(cut)
}

/** Lines put together into as few pieces as fit into a message each. */
const pieces = (lines: readonly string[]): string[] => {
  const made: string[] = []
  for (const line of lines.flatMap(cut)) {
    const last = made.at(-1)
    const joined = last === undefined ? line : `${last}\n${line}`
    if (last !== undefined && weight(joined) <= LONGEST) made[made.length - 1] = joined
    else made.push(line)
  }
  return made
}

const numbered = (what: string, i: number, of: number): string => (of > 1 ? `${what}, part ${i + 1} of ${of}` : what)

/**
 * All that is held, in the chat itself, for a bot that has no address where a file could be fetched: in words, and as
 * JSON in code blocks that put together are the whole file. Nothing is left out.
 */
export function inChat(held: HeldData, json: Record<string, unknown>, day: Day): Reply[] {
  const lines = held.sections.flatMap(({ title, until, untilWords, items }) => [
    '',
    `**${markdownText(title)}**`,
    '',
    `${until ? `Kept until ${day(until)}. ` : ''}${markdownText(untilWords)}.`,
    '',
    ...items.map(({ label, value, seenBy }) => `- ${label}: ${markdownText(value) || 'nothing'} (seen by: ${seenBy})`),
  ])
  const words = pieces(lines)
  const code = pieces(JSON.stringify(json, null, 2).replaceAll('`', '\\u0060').split('\n'))
  return [
    ...words.map((text, i) => `**${numbered('What we hold about you', i, words.length)}**\n${text}`),
    ...code.map((text, i) => `${numbered('The same as JSON', i, code.length)}:\n\n\`\`\`json\n${text}\n\`\`\``),
  ].map((text) => ({ text, personal: true }))
}
