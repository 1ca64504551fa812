import type { Knowledge } from '../../content/knowledge.ts'
import { termNormaliser } from '../../matching/text.ts'
import { phraseSpotter, stemsOf } from './phraseSpotter.ts'

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
  const phrases = (written: readonly string[]): string[] => written.map(inTerms)
  const named = subjects.subjects.map(({ id, names }) => ({ id: { subject: id }, phrases: phrases(names) }))
  const asked = subjects.aspects.map(({ id, asks }) => ({ id: { aspect: id }, phrases: phrases(asks) }))
  const spot = phraseSpotter<{ subject?: string; aspect?: string }>([...named, ...asked], functionWords)
  const spotPartly = phraseSpotter(
    subjects.subjects.map(({ id, partly }) => ({ id, phrases: phrases(partly) })),
    functionWords,
  )
  const distinct = (ids: readonly (string | undefined)[]): string[] => [
    ...new Set(ids.filter((id) => id !== undefined)),
  ]

  /** @param text a message in the trust's terms, without greetings */
  return (text: string): MessageRead => {
    const stems = stemsOf(text, functionWords)
    const spotted = spot(stems)
    const explained = new Set(spotted.flatMap(({ at }) => at))
    return {
      named: distinct(spotted.map(({ id }) => id.subject)),
      partly: distinct(spotPartly(stems).map(({ id }) => id)),
      aspects: distinct(spotted.map(({ id }) => id.aspect)),
      rest: stems.filter(({ says }, i) => says && !explained.has(i)).map(({ stem }) => stem),
      points: stems.some(({ stem }) => pointers.has(stem)),
      length: stems.length,
    }
  }
}
