import { knownNames, masker } from '../../dialogs/answers/masking.ts'
import { knownWordsOnly } from '../../knowledge/answering/assistedVocabulary.ts'
import type { Knowledge } from '../../knowledge/content/knowledge.ts'

/** A message is sent in at most three pieces, each short enough for the masking. */
const PIECE = 450
const PIECES = 3

/**
 * What may leave the trust of a person's words: names, numbers and addresses masked as in the list of unanswered questions,
 * and of the rest only words that the content itself uses.
 */
export function outgoing(knowledge: Knowledge): (text: string) => string {
  const terms = knowledge.language.terms.flatMap(({ term, variants }) => [term, ...variants])
  const words = terms.flatMap((term) => term.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [])
  const mask = masker(new Set([...knownNames(knowledge), ...words]))
  const only = knownWordsOnly(knowledge)
  return (text) =>
    (text.match(new RegExp(`[^]{1,${PIECE}}(?:\\s|$)`, 'g')) ?? [text.slice(0, PIECE)])
      .slice(0, PIECES)
      .map((piece) => only(mask(piece)).trim())
      .join(' ')
}
