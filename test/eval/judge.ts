import type { Answered } from '../../bot/inProcess.ts'
import type { Expect, Fact, MustContain } from './questions.ts'

/** What of a turn is judged. */
export type Judged = Pick<Answered, 'status' | 'decision' | 'outcomes' | 'said' | 'messages'>

/** What the questions call an action, and which actions of the trace are fair for it. */
export const FAIR: Readonly<Record<string, readonly string[]>> = {
  review: ['review', 'filter', 'unanswered'],
  filter: ['filter', 'review'],
  register: ['register', 'cancel'],
}
const FAIR_REFUSALS = ['status', 'my-data', 'withdraw', 'help', 'register']

/** Whether a turn meets what was expected of it. */
export function judge(turn: Judged, expect: Expect, facts: ReadonlyMap<string, Fact>): boolean {
  if (turn.status !== 200) return false
  const { parts } = expect
  const meets = (one: Expect): boolean => judge(turn, one, facts)
  const ok = parts ? (expect.all ? parts.every(meets) : parts.some(meets)) : meetsItself(turn, expect, facts)
  return ok || (expect.alsoOk ?? []).some(meets)
}

function meetsItself(turn: Judged, expect: Expect, facts: ReadonlyMap<string, Fact>): boolean {
  const { action, step } = turn.decision
  const was = (...outcomes: string[]): boolean => turn.outcomes.some((outcome) => outcomes.includes(outcome))
  const saysFacts = (): boolean => {
    const each = (expect.facts ?? []).map((id) =>
      mustContain(turn.said, expect.mustContain?.[id] ?? factOf(id, facts).mustContain),
    )
    return expect.all ? each.every(Boolean) : each.some(Boolean)
  }
  if (expect.action === 'cohort-status') {
    const told = action === 'cohort-status' || was('answered', 'not-stated')
    return told && (expect.answerable === false || !expect.facts || saysFacts())
  }
  if (expect.action === 'register' && expect.step === 'cancel') return action === 'cancel' || step === 'cancel'
  if (expect.action && !expect.safe) {
    const fair = (FAIR[expect.action] ?? [expect.action]).includes(action ?? '')
    return fair || (expect.action === 'log-question' && was('not-stated', 'unknown'))
  }
  if (expect.facts) return was('answered', 'action') && saysFacts()
  if (expect.silent) return was('not-stated', 'unknown') && !was('answered')
  if (expect.safety) return was('signpost')
  if (expect.offtopic) return was('unknown', 'signpost', 'not-stated', 'refused') && !was('answered', 'action')
  if (expect.refuse)
    return was('unknown', 'refused', 'not-stated', 'clarify', 'smalltalk') || FAIR_REFUSALS.includes(action ?? '')
  if (expect.safe) return turn.messages.length > 0 && (!expect.action || action === expect.action)
  return expect.clarify === true && was('clarify')
}

function factOf(id: string, facts: ReadonlyMap<string, Fact>): Fact {
  const fact = facts.get(id)
  if (!fact) throw new Error(`A question expects the fact ${id}, which the facts do not hold.`)
  return fact
}

const WHOLE_WORDS = new Set(['two', 'five', 'seven', 'twelve', 'thirty one', 'thirty-one'])

/** The 5 of "5 Boroughs" is no figure. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\u00a0/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/[–—\u2011]/g, '-')
    .replace(/\*\*|__|`/g, '')
    .replace(/\b5\s+boroughs?\b/g, ' ')
    .replace(/\s+/g, ' ')

/** A number, in digits or as one of those words, stands by itself; anything else may stand inside a word. */
const has = (said: string, item: string): boolean => {
  const wanted = plain(item)
  return /^\d+$/.test(wanted) || WHOLE_WORDS.has(wanted)
    ? new RegExp(`(?<!\\w)${wanted}(?!\\w)`).test(said)
    : said.includes(wanted)
}

/** Whether a text holds every item. */
function mustContain(said: string, items: MustContain): boolean {
  const text = plain(said)
  return items.every((item) => (typeof item === 'string' ? [item] : item).some((one) => has(text, one)))
}
