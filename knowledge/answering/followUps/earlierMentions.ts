import type { Knowledge } from '../../content/knowledge.ts'
import { tokens } from '../../matching/text.ts'
import { historyOf, type Table } from '../table.ts'

/** The entries of the history that mention all of these words, the latest first. */
export function earlierMentions(words: string, table: Table | undefined, entries: Knowledge['entries']): string[] {
  const wanted = tokens(words)
  return historyOf(table).filter((id) => {
    const { question = '', phrasings = [], body = '' } = entries.get(id) ?? {}
    return [question, ...phrasings, body].some((text) => {
      const words = new Set(tokens(text))
      return wanted.every((word) => words.has(word))
    })
  })
}
