import type { Knowledge } from '../../../knowledge/content/knowledge.ts'

/** What people write around a question. */
const BEFORE = ['hi', 'please can you tell me', 'quick one', 'my manager asked me', 'sorry', 'does anyone know']
const AFTER = ['thanks', 'please', 'asking for a colleague', 'if thats ok', 'cheers', 'asap']

/** The same phrasings, round after round in other words: a slip of the fingers, then something before it or after it. */
export function varied(text: string, round: number): string {
  if (round === 0) return text
  const n = (round - 1) >> 1
  const told = round % 2 === 1 ? `${BEFORE[n % BEFORE.length]} ${text}` : `${text} ${AFTER[n % AFTER.length]}`
  return round <= 2 ? told : slipped(told, round)
}

/** Two letters that changed places, somewhere in its longest word. */
function slipped(text: string, round: number): string {
  const words = text.split(' ')
  const longest = words.reduce((best, word, i) => (word.length > (words[best] as string).length ? i : best), 0)
  const word = words[longest] as string
  const at = 1 + (round % Math.max(1, word.length - 2))
  words[longest] = word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2)
  return words.join(' ')
}

/**
 * The same entries and actions with `size` phrasings in all, taken from each in turn: first the questions, then what stands
 * in the content, then the same again, varied. The same size gives the same knowledge, and a larger one holds the smaller.
 * Each keeps one phrasing, however small the size.
 */
export function grownTo(size: number, knowledge: Knowledge): Knowledge {
  const own = [
    ...[...knowledge.entries.values()].map(({ question, phrasings }) => [...new Set([question, ...phrasings])]),
    ...[...knowledge.intents.values()].map(({ phrasings }) => [...new Set(phrasings)]),
  ]
  const most = Math.max(...own.map(({ length }) => length))
  const taken = own.map((): string[] => [])
  for (let turn = 0, left = Math.max(size, own.length); left > 0; turn++)
    for (const [i, texts] of own.entries()) {
      if (left === 0 || (turn >= texts.length && turn < most)) continue
      const round = turn < most ? 0 : 1 + Math.floor((turn - most) / texts.length)
      ;(taken[i] as string[]).push(varied(texts[(turn < most ? turn : turn - most) % texts.length] as string, round))
      left--
    }
  const [entries, intents] = [taken.slice(0, knowledge.entries.size), taken.slice(knowledge.entries.size)]
  return {
    ...knowledge,
    entries: new Map(
      [...knowledge.entries].map(([id, entry], i) => {
        const [question = entry.question, ...phrasings] = entries[i] as string[]
        return [id, { ...entry, question, phrasings }]
      }),
    ),
    intents: new Map(
      [...knowledge.intents].map(([id, intent], i) => [id, { ...intent, phrasings: intents[i] as string[] }]),
    ),
  }
}
