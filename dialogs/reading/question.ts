import { keyAt, type Message, type Span, spanText } from './message.ts'
import { isLight } from './words.ts'

const ASKS = /^(how|what|whats|when|whens|where|wheres|who|whos|whose|which|why|whys|hows|wot|wat|whatll|howlong)$/
const INVERTED =
  /^(is|isnt|are|arent|am|do|does|dont|doesnt|did|didnt|can|cant|could|couldnt|will|wont|would|wouldnt|should|shouldnt|has|hasnt|have|havent|was|were|may|must|any|shall)$/
const SUBJECT =
  /^(i|you|u|we|they|he|she|it|this|that|there|the|my|your|me|anyone|anybody|someone|somebody|people|hr|a|an|these|those|one|nursery|band|bands|hcas|staff|everyone|idea|chance|way|news|word|update|updates|point|jobs|places|funding|of|much)$/
const INDIRECT =
  /\b((wondering|wonder|any idea|tell me|dont know|not sure|(want|need) to know|remind me|explain)( \w+){0,2} (if|about|when)|(wondering|wonder|any idea|tell me|let me know|dont know|not sure|know|remind me|explain)( \w+){0,2} (how|what|whats|where|who|whos|which|why|whether))\b/
/** A wish to hear of changes asks nothing: "tell me when something changes". */
const TO_BE_TOLD =
  /\b(tell me|let me know) (when|if|once)( \w+){0,3} (changes?|changed|opens?|opened|moves?|happens|advertised|comes up)\b/g
const REQUEST =
  /^(can|could|will|would|may|shall) (you|u|i|we)( \w+)? (please |pls |also |just |kindly )?(put|add|register|sign|take|log|note|enter|have|get|stick|pop|record|join|apply|change|correct|update|say|include|consider|express|fill|make|submit|do|start|list|amend|edit|mark|set|show|see|move|give)\b/
const SPLITS = /^(and|also|but|so|plus|then|though|tho|or|because)$/

/** The clauses of a message: at each stop, and where a question begins after a comma or an "and also". */
function clauses(message: Message): Span[] {
  const spans: Span[] = []
  message.tokens.forEach((token, i) => {
    const last = spans.at(-1)
    const asks = startsQuestion(message, i) && (token.breaks || SPLITS.test(keyAt(message, i - 1)))
    if (!last || token.opens || asks) spans.push({ from: i, to: i + 1 })
    else last.to = i + 1
  })
  return spans
}

const startsQuestion = (message: Message, at: number): boolean =>
  ASKS.test(keyAt(message, at)) ||
  (message.tokens[at]?.opens === true &&
    /^(is|does|did|has|are)$/.test(keyAt(message, at)) &&
    !/^(it|correct|right|fine|ok|okay|good|all|that)$/.test(keyAt(message, at + 1))) ||
  (INVERTED.test(keyAt(message, at)) && SUBJECT.test(keyAt(message, at + 1)))

function isQuestion(message: Message, { from, to }: Span): boolean {
  let start = from
  while (start < to - 1 && !startsQuestion(message, start)) {
    const token = message.tokens[start]
    if (!token || !isLight(token) || /^(where|were|was|is|i|im|my|it|its|the|a|an)$/.test(token.key)) break
    start++
  }
  const words = message.tokens.slice(start, to).map((token) => token.key)
  const text = words.join(' ')
  if (REQUEST.test(text)) return false
  if (
    startsQuestion(message, start) &&
    !/^(where were we|where was i|whats next|when i|how i|what i|when you)\b/.test(text)
  )
    return true
  if (INDIRECT.test(text.replace(TO_BE_TOLD, ' '))) return true
  return (
    message.text
      .slice(message.tokens[to - 1]?.end ?? 0)
      .trimStart()
      .startsWith('?') && spanText(message, { from, to }) !== ''
  )
}

/** For each word, whether it belongs to a question. */
export function questionWords(message: Message): boolean[] {
  const asked = message.tokens.map(() => false)
  for (const clause of clauses(message)) if (isQuestion(message, clause)) asked.fill(true, clause.from, clause.to)
  return asked
}

/** Whether a message is a question through and through. */
export const isAllQuestion = (asked: readonly boolean[]): boolean => asked.length > 0 && asked.every(Boolean)
