import type { Knowledge } from '../../content/knowledge.ts'
import type { Intent } from '../../content/schema.ts'
import { tokenString } from '../../matching/text.ts'
import type { Audience, Part } from '../decision.ts'
import { historyOf, type Table } from '../table.ts'
import { type LeaningReader, LONGEST, SHORT } from './leaning.ts'

/** What is left of a fresh question's confidence where no word of the message speaks of the subject that it came to. */
const UNSUPPORTED = { aspectAlone: 0.45, points: 0.7, other: 0.9, elsewhere: 0.65, notTheirs: 0.4 }
/** The same, where the curator set it beside what was told last. */
const RELATED = 0.8
/** The most evidence for a fresh question: what is said outright to an ability has more. */
const MOST = 0.99

/** Actions on what was begun or asked, which no short follow-up of an answer means unless it is said as it is known. */
const LEFT_OVER = ['cancel', 'resume', 'log-question']

const isSaid = ({ phrasings }: Intent, text: string): boolean =>
  phrasings.some((one) => tokenString(one) === tokenString(text))

/**
 * The evidence that a message is the fresh question that its words came to: its confidence, less where something lies on
 * the table and no word speaks of the subject that it came to.
 */
export function freshEvidence({ entries, intents }: Pick<Knowledge, 'entries' | 'intents'>, reader: LeaningReader) {
  const { read, subjectsMeant, subjectsOf } = reader

  /** @returns 0 to 1 */
  return (text: string, table: Table | undefined, { candidates: [top] }: Part, audience: Audience): number => {
    const confidence = Math.min(top?.confidence ?? 0, MOST)
    const message = read(text)
    const on = subjectsMeant(message, table)
    const of = subjectsOf(top?.id ?? '')
    if (on.length === 0 || message.length > LONGEST) return confidence
    const entry = entries.get(top?.id ?? '')
    const isSafety = entry?.topic === 'safety'
    const isShort = message.points || message.length <= SHORT
    if (entry?.kind === 'signpost' && !isSafety && isShort) return confidence * UNSUPPORTED.elsewhere
    const intent = intents.get(top?.id ?? '')
    if (intent && LEFT_OVER.includes(intent.action) && !isSaid(intent, text)) return confidence * UNSUPPORTED.elsewhere
    if (entry?.kind === 'smalltalk' && message.aspects.length > 0) return confidence * UNSUPPORTED.elsewhere
    if (intent?.roles.includes(audience) === false) return confidence * UNSUPPORTED.notTheirs
    if (of.length === 0) return confidence
    if (of.some((subject) => on.includes(subject) || message.named.includes(subject))) return confidence
    if (entries.get(historyOf(table)[0] ?? '')?.related.includes(top?.id ?? '')) return confidence * RELATED
    const factor = message.rest.length === 0 ? 'aspectAlone' : message.points ? 'points' : 'other'
    return confidence * UNSUPPORTED[factor]
  }
}
