import type { Rule } from './content.ts'

/** With fewer ways of asking than this, people who ask in other words are not understood. */
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
