import { tokenNormaliser, tokens } from '../../matching/text.ts'
import type { Content } from './content.ts'

/** A phrasing of an entry or an action, as it was written and as the matching reads it. */
export interface Phrasing {
  /** The entry or action that it leads to. */
  owner: string
  written: string
  file: string
  line: number
  /** An entry's `question`: it leads to the entry as its phrasings do, and may be among them. */
  isQuestion: boolean
  /** Its words without capitals and punctuation. */
  bare: string
  /** Its words in the trust's terms. */
  words: string[]
}

/** Every phrasing and question of the folder, entries first. One without a single word is left out. */
export function phrasingsOf({ entries, intents, language }: Content): Phrasing[] {
  const normalise = tokenNormaliser(language)
  const make = (owner: string, file: string, line: number, written: string, isQuestion = false): Phrasing => {
    const words = normalise(written).split(' ').filter(Boolean)
    return { owner, written, file, line, isQuestion, bare: tokens(written).join(' '), words }
  }
  const ofEntries = [...entries.values()].flatMap((entry) => [
    make(entry.id, entry.file, entry.lineOf(['question']), entry.question, true),
    ...entry.phrasings.map((text, i) => make(entry.id, entry.file, entry.lineOf(['phrasings', i]), text)),
  ])
  const ofIntents = [...intents.values()].flatMap((intent) =>
    intent.phrasings.map((text, i) => make(intent.action, intent.file, intent.lineOf(['phrasings', i]), text)),
  )
  return [...ofEntries, ...ofIntents].filter(({ words }) => words.length > 0)
}
