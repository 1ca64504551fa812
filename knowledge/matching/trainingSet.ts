import type { Knowledge } from '../content/knowledge.ts'
import { spellingCorrector } from './spelling.ts'
import { type Normalise, sentenceCased, termNormaliser, tokenString } from './text.ts'

/** A class of the classifier: an entry of the knowledge base or an action. */
export interface MatchClass {
  id: string
  kind: 'answer' | 'not-stated' | 'signpost' | 'smalltalk' | 'action'
}

/** What the classifier is fitted to. `labels[i]` is the index in `classes` of `texts[i]`. */
export interface TrainingSet {
  classes: readonly MatchClass[]
  /** Phrasings in the trust's terms, otherwise as they were written: the encoder depends on case and punctuation. */
  texts: readonly string[]
  labels: readonly number[]
  /** Brings a message into the same terms and corrects its spelling. */
  normalise: Normalise
}

/** A word of an id, as against a letter or number in it. */
const ID_WORD = /\p{L}{3,}/gu

/** The words of an id, which name its subject: `card-lost` gives "card lost", `t80` nothing. */
const nameOf = (id: string): string => (id.match(ID_WORD) ?? []).join(' ')

/**
 * Collects the phrasings of a knowledge base in the trust's terms, with the words of each class's id as one more. Of the
 * phrasings of a class with the same token string, the first is kept.
 */
export function trainingSet(knowledge: Knowledge): TrainingSet {
  const replaceVariants = termNormaliser(knowledge.language)
  const classes: MatchClass[] = []
  const texts: string[] = []
  const labels: number[] = []
  const add = (one: MatchClass, phrasings: readonly string[]) => {
    const seen = new Set([''])
    for (const text of phrasings.map(replaceVariants)) {
      const words = tokenString(text)
      if (seen.has(words)) continue
      seen.add(words)
      texts.push(sentenceCased(text))
      labels.push(classes.length)
    }
    classes.push(one)
  }
  for (const entry of knowledge.entries.values())
    add({ id: entry.id, kind: entry.kind }, [entry.question, ...entry.phrasings, nameOf(entry.id)])
  for (const intent of knowledge.intents.values())
    add({ id: intent.action, kind: 'action' }, [...intent.phrasings, nameOf(intent.action)])
  const correct = spellingCorrector(texts)
  return { classes, texts, labels, normalise: (text) => sentenceCased(replaceVariants(correct(replaceVariants(text)))) }
}
