import path from 'node:path'
import { ground } from '../../../knowledge/answering/grounding.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { ROOT } from '../../support/sources.ts'

/** What a model says of one entry or more, in the order of their `[n]`, when it is asked something. */
export type Claim = [entries: string | string[], question: string, text: string]

const { entries } = loadKnowledge(path.join(ROOT, 'knowledge'))

/** Holds a claim against the entries that ship. */
export const groundingOf = ([ids, question, text]: Claim): ReturnType<typeof ground> =>
  ground(text, {
    question,
    entries: [ids].flat().map((id) => {
      const entry = entries.get(id)
      if (!entry) throw new Error(`There is no entry ${id}`)
      return { id, question: entry.question, answer: entry.body }
    }),
  })
