import type { Entry, Knowledge } from '../../knowledge/content/knowledge.ts'
import type { Asked } from './asked.ts'
import type { Fact } from './questions.ts'

const entry = (
  id: string,
  kind: Entry['kind'],
  more: Partial<Pick<Entry, 'facts' | 'topic'>> = {},
): [string, Entry] => [id, { id, kind, topic: 'study', facts: [], related: [], ...more } as unknown as Entry]

/** A few entries of each kind. */
export const KNOWN: Pick<Knowledge, 'entries' | 'intents'> = {
  entries: new Map([
    entry('overview', 'answer', { facts: ['how-long', 'which-bands'] }),
    entry('length', 'answer', { facts: ['how-long'] }),
    entry('bands', 'answer', { facts: ['which-bands'] }),
    entry('history', 'answer'),
    entry('no-pay', 'not-stated', { facts: ['ns-pay'] }),
    entry('no-parking', 'not-stated'),
    entry('crisis', 'signpost', { topic: 'safety' }),
    entry('canteen', 'signpost', { topic: 'off-topic' }),
    entry('greet', 'smalltalk'),
  ]),
  intents: new Map(),
}

export const FACTS: ReadonlyMap<string, Fact> = new Map(
  [
    { id: 'how-long', mustContain: ['two', 'years'] },
    { id: 'which-bands', mustContain: [['band 3', 'bands 3']] },
  ].map((fact) => [fact.id, { topic: 'study', question: fact.id, ...fact }]),
)

interface Told {
  first?: string
  confidence?: number
  outcomes?: readonly string[]
  action?: string
  said?: string
  status?: number
}

/** One asked question: what was expected, whether it was judged right, and what the bot made of it. */
export const asked = (
  expect: Asked['expect'],
  ok: boolean,
  { first, confidence = 0.9, outcomes = ['answered'], action, said = 'Something.', status = 200 }: Told = {},
  more: Partial<Pick<Asked, 'id' | 'kind' | 'tags'>> = {},
): Asked => ({
  id: 'one',
  kind: 'answer',
  text: 'what is asked',
  expect,
  ok,
  turn: {
    status,
    body: {},
    messages: said === '' ? [] : [{ type: 'message', text: said }],
    said,
    outcomes,
    decision: { ...(first && { entries: [{ id: first, confidence }] }), ...(action && { action }) },
    citations: [],
    suggestions: [],
    ms: 1,
  },
  ...more,
})
