import type { Knowledge } from '../content/knowledge.ts'
import { speller } from './spelling.ts'
import { type Normalise, normaliser } from './text.ts'

/** A class that a message may fall into: an entry of the knowledge base or an action. */
export interface MatchClass {
  id: string
  kind: 'answer' | 'not-stated' | 'signpost' | 'smalltalk' | 'action'
}

/** Everything that the fit is made from. `labels[i]` is the index in `classes` of `texts[i]`. */
export interface TrainingSet {
  classes: readonly MatchClass[]
  texts: readonly string[]
  labels: readonly number[]
  /** Brings a message into the same terms, its typing slips corrected. */
  normalise: Normalise
}

/** Collects the phrasings of a knowledge base, each in the terms of the programme, without the duplicates of a class. */
export function trainingSet(knowledge: Knowledge): TrainingSet {
  const normalise = normaliser(knowledge.language)
  const classes: MatchClass[] = []
  const texts: string[] = []
  const labels: number[] = []
  const add = (one: MatchClass, phrasings: readonly string[]) => {
    for (const text of new Set(phrasings.map(normalise))) {
      if (text === '') continue
      texts.push(text)
      labels.push(classes.length)
    }
    classes.push(one)
  }
  for (const entry of knowledge.entries.values())
    add({ id: entry.id, kind: entry.kind }, [entry.question, ...entry.phrasings])
  for (const intent of knowledge.intents.values()) add({ id: intent.action, kind: 'action' }, intent.phrasings)
  const correct = speller(texts)
  return { classes, texts, labels, normalise: (text) => normalise(correct(normalise(text))) }
}
