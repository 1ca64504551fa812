import type { Language } from './language.ts'
import type { Languages } from './languages.ts'
import type { FrontMatter, Intent, Programme, Source } from './schema.ts'
import type { Subjects } from './subjects.ts'

/** One curated entry: its front matter, its Markdown, and the file that it came from. */
export type Entry = FrontMatter & {
  /** The answer in Markdown. */
  body: string
  /** Its first bold sentence, without the asterisks. */
  shortAnswer: string
  file: string
  lineOf: (path: readonly PropertyKey[]) => number
}

/** The knowledge base: the content of one folder. */
export interface Knowledge {
  entries: ReadonlyMap<string, Entry>
  intents: ReadonlyMap<string, Intent & { file: string; lineOf: (path: readonly PropertyKey[]) => number }>
  sources: ReadonlyMap<string, Source>
  programme: Programme
  language: Language
  /** The other languages that a message may be in, with the replies to it. */
  languages: Languages
  subjects: Subjects
  /** SHA-256 of everything that the matching depends on: phrasings and the local language. */
  hash: string
}
