import type { Answered } from '../../bot/inProcess.ts'
import type { Asking } from './asking.ts'
import { judge } from './judge.ts'
import type { ConversationCase, Expect, Fact, Question } from './questions.ts'

/** One question asked, or one turn of a conversation. */
export interface Asked {
  /** Unique: a turn's is its conversation's with its number. */
  id: string
  kind: string
  text: string
  expect: Expect
  tags?: readonly string[]
  ok: boolean
  turn: Answered & { ms: number }
}

/** Right and asked, by kind; the kinds in brackets count some of the others again. */
export type Score = Record<string, [right: number, of: number]>

export interface Result {
  score: Score
  asked: Asked[]
}

/** Asks everything, one after another, and judges it. */
export async function askAll(
  { chat }: Pick<Asking, 'chat'>,
  questions: readonly Question[],
  conversations: readonly ConversationCase[],
  facts: ReadonlyMap<string, Fact>,
): Promise<Result> {
  const score: Score = {}
  const asked: Asked[] = []
  const count = (kind: string, ok: boolean): void => {
    score[kind] ??= [0, 0]
    if (ok) score[kind][0] += 1
    score[kind][1] += 1
  }

  for (const [number, { id, kind, text, role, expect, tags = [], alsoOk = [] }] of questions.entries()) {
    const turn = await chat(role, { letter: 'a', number }).say(text)
    const fair = alsoOk.length > 0 ? { ...expect, alsoOk: [...(expect.alsoOk ?? []), ...alsoOk] } : expect
    const ok = judge(turn, fair, facts)
    count(kind, ok)
    if (expect.safety) count('(safety)', ok)
    if (tags.includes('false-premise')) count('(false premise)', ok)
    if (kind === 'answer' && turn.outcomes.includes('clarify')) count('(answer: asked back)', false)
    if (['silent', 'offtopic'].includes(kind) && turn.outcomes.includes('answered')) count('(wrong but sure)', false)
    asked.push({ id, kind, text, expect: fair, tags, ok, turn })
  }

  for (const [number, conversation] of conversations.entries()) {
    const { id, role, persona } = conversation
    const { say } = chat(role, { name: persona?.name, letter: 'b', number })
    for (const text of preparation(conversation)) await say(text)
    let whole = true
    for (const [n, { user, expect }] of conversation.turns.entries()) {
      const turn = await say(user)
      const ok = judge(turn, expect, facts)
      count('turn', ok)
      whole &&= ok
      asked.push({ id: `${id}#${n + 1}`, kind: 'turn', text: user, expect, ok, turn })
    }
    count('conversation', whole)
  }
  return { score, asked }
}

/** What is said before a conversation begins, so that it can: the person's interest is registered. */
function preparation({ persona: who, precondition }: ConversationCase): string[] {
  if (!who || !precondition?.eoi?.count) return []
  const given = `${who.name}, ${who.role}, band ${who.band}, ${who.team}, my manager is ${who.manager}, ${who.email}`
  return [`I want to register my interest. ${given}`, 'yes']
}
