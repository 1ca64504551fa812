/** Pieces of a message that are asked about. More, and those that ask nothing are left out first. */
const MOST = 20
/** As much as is asked about at once: of the whole, in characters, and of a piece, in words. */
const LONGEST = { whole: 800, piece: 40 }

/**
 * Cuts a message into the pieces that may each hold a question: sentences first, then clauses at the words that join them.
 * The whole message always comes first; a piece of fewer than three words is not worth asking by itself.
 * @param text a message without its greetings
 * @param urgent whether a piece is to be kept before any other
 * @returns the whole, cut where it is very long, then the pieces in order, 20 at most (none when the message is a single piece)
 */
export function segments(text: string, urgent: (piece: string) => boolean = () => false): string[] {
  const sentences = text
    .split(/(?<=[.?!;])\s+|\n+/)
    .map((s) => s.trim())
    .filter(Boolean)
  const pieces = sentences
    .flatMap(clauses)
    .flatMap(stretches)
    .flatMap((piece) => [piece, ...piece.split(LINK).filter((part) => part !== piece && urgent(part))])
    .filter((piece) => piece.split(/\s+/).length >= 3)
  const whole = text.slice(0, LONGEST.whole)
  return pieces.length > 1 || (pieces.length === 1 && pieces[0] !== text)
    ? [whole, ...foremost([...new Set(pieces)], urgent)]
    : [whole]
}

/** Whether a message has more words than a question has. */
export const isRamble = (text: string): boolean => text.split(/\s+/).length > LONGEST.piece

/** The pieces that matter most, in their order. */
function foremost(pieces: readonly string[], urgent: (piece: string) => boolean): string[] {
  if (pieces.length <= MOST) return [...pieces]
  const weighed = pieces.map((piece) => ({ piece, weight: urgent(piece) ? 2 : looksLikeQuestion(piece) ? 1 : 0 }))
  const kept = new Set(weighed.toSorted((a, b) => b.weight - a.weight).slice(0, MOST))
  return weighed.filter((one) => kept.has(one)).map(({ piece }) => piece)
}

/** Where something urgent may begin or end in the middle of a sentence. */
const LINK = /\s+(?:and|but|because|cos|so|then|while|when)\s+/i

/** A piece that goes on and on, cut into stretches that are long enough to hold a question. */
function stretches(piece: string): string[] {
  const words = piece.split(/\s+/)
  if (words.length <= LONGEST.piece) return [piece]
  const found: string[] = []
  for (let i = 0; i < words.length; i += LONGEST.piece / 2) found.push(words.slice(i, i + LONGEST.piece / 2).join(' '))
  return found
}

const QUESTION_WORD =
  'what|whats|when|whens|where|wheres|who|whos|whose|which|why|how|hows|is|are|do|does|did|can|could|will|would|am|should|has|have'

const JOINT = new RegExp(
  `\\s*(?:,\\s*(?:and|but|so|or)?|[&+]|\\band(?: also)?|\\bn|\\balso|\\bplus|\\bbut|\\bso|\\bcos|\\bbecause|\\bthen)\\s+(?=(?:${QUESTION_WORD}|tell me|show me)\\b)|\\s*,\\s+|\\s+[-–—]+\\s+`,
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

const OPENS = new RegExp(`\\?|^(?:${QUESTION_WORD})\\b`, 'i')

/** Which pieces of a message ask: in a ramble whose writer marks questions, those alone that are marked or open as one. */
export const askingIn = (message: string): ((piece: string) => boolean) =>
  isRamble(message) && message.includes('?') ? (piece) => OPENS.test(piece) : looksLikeQuestion
