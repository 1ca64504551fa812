import type { Rule } from './content.ts'

/** Phrasings that an entry needs to be found by people who ask in other words. */
const ENOUGH = 12

/** An entry or action with too few phrasings to be found by. */
export const fewPhrasings: Rule = ({ entries, intents }) =>
  [...entries.values(), ...intents.values()]
    .filter(({ phrasings }) => phrasings.length < ENOUGH)
    .map(({ file, lineOf, phrasings }) => ({
      file,
      line: lineOf(['phrasings']),
      what: `Only ${phrasings.length} phrasing(s)`,
      cure: `Add ways in which people ask, up to ${ENOUGH} at least`,
    }))
