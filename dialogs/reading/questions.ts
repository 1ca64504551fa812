import { beginsWith, isOneOf, phrase, says } from './phrases.ts'
import { joined, keyAt, type Message, type Span, splitBefore } from './tokens.ts'
import { isLight } from './wordKinds.ts'

/** A wish to hear of changes asks nothing: "tell me when something changes". */
const TO_BE_TOLD = new RegExp(phrase('asksToBeTold'), 'g')

/** The clauses of a message: at each stop, and where a question begins after a comma or an "and also". */
const clauses = (message: Message): Span[] =>
  splitBefore(message, (token, i) => {
    const links = token.breaks || isOneOf(keyAt(message, i - 1), 'clauseLinks')
    return token.opens || (links && startsQuestion(message, i))
  })

const startsQuestion = (message: Message, at: number): boolean =>
  isOneOf(keyAt(message, at), 'questionWords') ||
  (message.tokens[at]?.opens === true &&
    /^(is|does|did|has|are)$/.test(keyAt(message, at)) &&
    !/^(it|correct|right|fine|ok|okay|good|all|that)$/.test(keyAt(message, at + 1))) ||
  (isOneOf(keyAt(message, at), 'questionVerbs') && isOneOf(keyAt(message, at + 1), 'questionSubjects'))

function isQuestion(message: Message, { from, to }: Span): boolean {
  let start = from
  while (start < to - 1 && !startsQuestion(message, start)) {
    const token = message.tokens[start]
    if (!token || !isLight(token) || /^(where|were|was|is|i|im|my|it|its|the|a|an)$/.test(token.key)) break
    start++
  }
  const text = joined(message, { from: start, to })
  if (beginsWith(text, 'asksToDo')) return false
  if (startsQuestion(message, start) && !beginsWith(text, 'noQuestion')) return true
  if (says(text.replace(TO_BE_TOLD, ' '), 'asksIndirectly')) return true
  return /^\s*\?/.test(message.text.slice(message.tokens[to - 1]?.end))
}

/** For each word, whether it belongs to a question. */
export function questionWords(message: Message): boolean[] {
  const asked = message.tokens.map(() => false)
  for (const clause of clauses(message)) if (isQuestion(message, clause)) asked.fill(true, clause.from, clause.to)
  return asked
}
