import type { Ask } from '../ask/ask.ts'
import { VERBS, type Verb } from './verbs.ts'

/** What a press of a button asks: of the figures, or of the counts of interest. */
export const askOfButton = (
  verb: Exclude<Verb, typeof VERBS.edit | typeof VERBS.saveFigures | typeof VERBS.saveCohort>,
  ofInterest: boolean,
): Extract<Ask, { kind: 'as-text' | 'interest' | 'interest-history' | 'history' | 'overview' }> => {
  switch (verb) {
    case VERBS.asText:
      return { kind: 'as-text' }
    case VERBS.interest:
      return { kind: 'interest' }
    case VERBS.history:
      return ofInterest ? { kind: 'interest-history' } : { kind: 'history', years: [] }
    case VERBS.status:
      return { kind: 'overview' }
  }
}
