/** Segments of a message that are ranked; of more, those that are no question are left out first. */
const MOST = 20
/** How much is ranked at once: of the whole message, in characters, and of a segment, in words. */
const LONGEST = { whole: 800, piece: 40 }

/**
 * Splits a message into the segments that may each hold a question: sentences, then clauses at the words that join them.
 * The whole message always comes first; a segment of fewer than three words is left out.
 * @param text a message without its greetings
 * @param isUrgent whether a segment is kept before any other
 * @returns the whole, truncated where it is very long, then the segments in order, 20 at most (none when there is only one)
 */
export function segments(text: string, isUrgent: (segment: string) => boolean = () => false): string[] {
  const sentences = text
    .split(/(?<=[.?!;])\s+|\n+/)
    .map((s) => s.trim())
    .filter(Boolean)
  const found = sentences
    .flatMap(clauses)
    .flatMap(chunks)
    .flatMap((segment) => [segment, ...segment.split(LINK).filter((part) => part !== segment && isUrgent(part))])
    .filter((segment) => segment.split(/\s+/).length >= 3)
  const whole = text.slice(0, LONGEST.whole)
  return found.length > 1 || (found.length === 1 && found[0] !== text)
    ? [whole, ...foremost([...new Set(found)], isUrgent)]
    : [whole]
}

/** Whether a message is longer than a question: a ramble. */
export const isRamble = (text: string): boolean => text.split(/\s+/).length > LONGEST.piece

/** The urgent segments, then the questions, then others, as many as are ranked; in their order in the message. */
function foremost(segments: readonly string[], isUrgent: (segment: string) => boolean): string[] {
  if (segments.length <= MOST) return [...segments]
  const weighed = segments.map((text) => ({ text, weight: isUrgent(text) ? 2 : looksLikeQuestion(text) ? 1 : 0 }))
  const kept = new Set(weighed.toSorted((a, b) => b.weight - a.weight).slice(0, MOST))
  return weighed.filter((one) => kept.has(one)).map(({ text }) => text)
}

/** Conjunctions at which an urgent part of a sentence may begin or end. */
const LINK = /\s+(?:and|but|because|cos|so|then|while|when)\s+/i

/** A long segment in chunks of half the longest length. */
function chunks(segment: string): string[] {
  const words = segment.split(/\s+/)
  if (words.length <= LONGEST.piece) return [segment]
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
  `\\?|^(?:(?:and|but|so|or|ok|oh|also|then)\\s+)*(?:${QUESTION_WORD}|any|isnt|dont|wot|wen|tell|show|give)\\b|\\b(?:what|which|who|how (?:many|much|long)|wondering|want to know|need to know|tell me)\\b`,
  'i',
)

/** Whether a text asks or demands something, rather than states it. */
export const looksLikeQuestion = (text: string): boolean => ASKS.test(text)

const OPENS = new RegExp(`\\?|^(?:${QUESTION_WORD})\\b`, 'i')

/** Detects the questions among a message's segments: in a ramble with question marks, those with one or a question word first. */
export const questionDetector = (message: string): ((segment: string) => boolean) =>
  isRamble(message) && message.includes('?') ? (segment) => OPENS.test(segment) : looksLikeQuestion
