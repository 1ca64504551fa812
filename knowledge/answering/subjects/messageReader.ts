import type { Knowledge } from '../../content/knowledge.ts'
import { termNormaliser } from '../../matching/text.ts'
import { phraseSpotter, type Spotted, stemsOf } from './phraseSpotter.ts'

/** What a message says of the two axes of the content, and what else it says. */
export interface MessageRead {
  /** The subjects that it names. */
  named: readonly string[]
  /** The subjects that it may name, where they lie on the table. */
  partly: readonly string[]
  /** The aspects that it asks for, the one with the most words first. */
  aspects: readonly string[]
  /** The stems of its other words that say something. */
  rest: readonly string[]
  /** Whether it points to something said: "it", "that one", "they". */
  points: boolean
  /** Words in all. */
  length: number
}

/** Reads messages for the names of subjects and the ways of asking for aspects that the content lists. */
export function messageReader({ subjects, language }: Pick<Knowledge, 'subjects' | 'language'>) {
  const functionWords = new Set(language.functionWords)
  const pointers = new Set(language.pointers)
  const inTerms = termNormaliser(language)
  const spotter = <T extends { id: string }>(of: readonly T[], phrasesOf: (one: T) => readonly string[]) =>
    phraseSpotter(
      of.map((one) => ({ id: one.id, phrases: phrasesOf(one).map(inTerms) })),
      functionWords,
    )
  const namesOf = spotter(subjects.subjects, ({ names }) => names)
  const partsOf = spotter(subjects.subjects, ({ partly }) => partly)
  const aspectsOf = spotter(subjects.aspects, ({ asks }) => asks)
  const ids = (spotted: readonly Spotted[]): string[] => [...new Set(spotted.map(({ id }) => id))]

  /** @param text a message in the trust's terms, without greetings */
  return (text: string): MessageRead => {
    const stems = stemsOf(text, functionWords)
    const [names, parts, asks] = [namesOf(stems), partsOf(stems), aspectsOf(stems)]
    const explained = new Set([...names, ...asks].flatMap(({ at }) => at))
    return {
      named: ids(names),
      partly: ids(parts),
      aspects: ids(asks),
      rest: stems.filter(({ says }, i) => says && !explained.has(i)).map(({ stem }) => stem),
      points: stems.some(({ stem }) => pointers.has(stem)),
      length: stems.length,
    }
  }
}
