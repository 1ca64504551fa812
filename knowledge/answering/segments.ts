/**
 * Cuts a message into the pieces that may each hold a question: sentences first, then clauses at the words that join them.
 * The whole message always comes first; a piece of fewer than three words is not worth asking by itself.
 * @param text a message without its greetings
 * @returns the whole, then the pieces in order (none when the message is a single piece)
 */
export function segments(text: string): string[] {
  const sentences = text
    .split(/(?<=[.?!;])\s+|\n+/)
    .map((s) => s.trim())
    .filter(Boolean)
  const pieces = sentences.flatMap(clauses).filter((piece) => piece.split(/\s+/).length >= 3)
  return pieces.length > 1 || (pieces.length === 1 && pieces[0] !== text) ? [text, ...new Set(pieces)] : [text]
}

const QUESTION_WORD =
  'what|whats|when|whens|where|wheres|who|whos|whose|which|why|how|hows|is|are|do|does|did|can|could|will|would|am|should|has|have'

const JOINT = new RegExp(
  `\\s*(?:,\\s*(?:and|but|so|or)?|[&+]|\\band(?: also)?|\\balso|\\bplus|\\bbut|\\bso|\\bcos|\\bbecause|\\bthen)\\s+(?=(?:${QUESTION_WORD})\\b)|\\s*,\\s+|\\s+[-–—]+\\s+`,
  'i',
)

const clauses = (sentence: string): string[] => {
  const parts = sentence
    .split(JOINT)
    .map((s) => s.trim())
    .filter(Boolean)
  return parts.length > 1 ? [...(parts.length > 2 ? [sentence] : []), ...parts] : [sentence]
}

const ASKS = new RegExp(
  `\\?|^(?:${QUESTION_WORD}|any|isnt|dont|wot|wen|tell|show|give)\\b|\\b(?:what|which|who|how (?:many|much|long)|wondering|want to know|need to know|tell me)\\b`,
  'i',
)

/** Whether a piece asks or demands something, rather than tells it. */
export const looksLikeQuestion = (text: string): boolean => ASKS.test(text)
