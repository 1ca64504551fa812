import type { Knowledge } from '../content/knowledge.ts'
import { speller } from './spelling.ts'
import { asSentence, inTermsOf, type Normalise, wordsOf } from './text.ts'

/** A class that a message may fall into: an entry of the knowledge base or an action. */
export interface MatchClass {
  id: string
  kind: 'answer' | 'not-stated' | 'signpost' | 'smalltalk' | 'action'
}

/** Everything that the fit is made from. `labels[i]` is the index in `classes` of `texts[i]`. */
export interface TrainingSet {
  classes: readonly MatchClass[]
  /** In the terms of the programme, otherwise as they were written: case and punctuation mean something to an encoder. */
  texts: readonly string[]
  labels: readonly number[]
  /** Brings a message into the same terms, its typing slips corrected. */
  normalise: Normalise
}

/** A word of an id that says something. */
const SAYING = /\p{L}{3,}/gu

/** What an id says, as whoever chose it named its subject: `card-lost` is "card lost", `t80` nothing. */
const nameOf = (id: string): string => (id.match(SAYING) ?? []).join(' ')

/**
 * Collects the phrasings of a knowledge base, each in the terms of the programme, and the name of each class as one more.
 * Of those of a class that have the same words the first stands.
 */
export function trainingSet(knowledge: Knowledge): TrainingSet {
  const inTerms = inTermsOf(knowledge.language)
  const classes: MatchClass[] = []
  const texts: string[] = []
  const labels: number[] = []
  const add = (one: MatchClass, phrasings: readonly string[]) => {
    const seen = new Set([''])
    for (const text of phrasings.map(inTerms)) {
      const words = wordsOf(text)
      if (seen.has(words)) continue
      seen.add(words)
      texts.push(asSentence(text))
      labels.push(classes.length)
    }
    classes.push(one)
  }
  for (const entry of knowledge.entries.values())
    add({ id: entry.id, kind: entry.kind }, [entry.question, ...entry.phrasings, nameOf(entry.id)])
  for (const intent of knowledge.intents.values())
    add({ id: intent.action, kind: 'action' }, [...intent.phrasings, nameOf(intent.action)])
  const correct = speller(texts)
  return { classes, texts, labels, normalise: (text) => asSentence(inTerms(correct(inTerms(text)))) }
}
