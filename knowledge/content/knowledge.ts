import type { Languages } from './languages.ts'
import type { FrontMatter, Intent, Language, Programme, Source } from './schema.ts'

/** One curated entry: its front matter, its Markdown, and the file that it came from. */
export type Entry = FrontMatter & {
  /** The answer in Markdown. */
  body: string
  /** Its first bold sentence, without the asterisks. */
  shortAnswer: string
  file: string
  lineOf: (path: readonly PropertyKey[]) => number
}

/** All that the bot knows, as it was read from one folder. */
export interface Knowledge {
  entries: ReadonlyMap<string, Entry>
  intents: ReadonlyMap<string, Intent & { file: string; lineOf: (path: readonly PropertyKey[]) => number }>
  sources: ReadonlyMap<string, Source>
  programme: Programme
  language: Language
  /** What is said to a message that is not in English. */
  languages: Languages
  /** SHA-256 of everything that the matching is made from: phrasings and the language of the place. */
  hash: string
}
