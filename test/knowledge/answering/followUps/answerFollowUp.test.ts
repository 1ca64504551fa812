import { expect } from 'chai'
import { createAnswerer } from '../../../../knowledge/answering/answerer.ts'
import type { Decision, Part } from '../../../../knowledge/answering/decision.ts'
import { put, type Table } from '../../../../knowledge/answering/table.ts'
import { subjects } from '../../../../knowledge/content/subjects.ts'
import { stubMatcher } from '../stubMatcher.ts'
import { onTheTable } from '../subjects/onTheTable.ts'

const entries = new Map(onTheTable.entries)
const change = (id: string, fields: object): void => {
  const entry = entries.get(id)
  if (entry) entries.set(id, { ...entry, ...fields })
}
change('open-evening', { subject: ['open-evening'], aspect: ['what'] })
change('length', { related: ['bands'], plainer: 'A year and a half.' })
change('bands', {
  aspect: ['which', 'why'],
  subject: ['bands', 'course'],
  body: '**There is an open evening and a course.**',
})
const knowledge = {
  ...onTheTable,
  entries,
  subjects: subjects.parse({
    ...onTheTable.subjects,
    subjects: [
      ...onTheTable.subjects.subjects,
      { id: 'open-evening', name: 'the open evening', names: ['open evening'], partOf: 'bands' },
    ],
    orders: [['open-evening', 'course']],
    aspects: [
      ...onTheTable.subjects.aspects,
      { id: 'why', unsaid: 'why {it} {is|are} so', asks: ['why'] },
      { id: 'next', unsaid: 'what comes after {it}', asks: ['what next'] },
    ],
  }),
}

const decide = (message: string, table: Table): Promise<Decision> =>
  createAnswerer(knowledge, stubMatcher(knowledge, {})).decide(message, { audience: 'staff', table })

/** `answered length plainer`, `not-stated course/who: …`. */
const inShort = (part: Part): string =>
  [
    part.outcome,
    'entry' in part ? part.entry.id : 'composed' in part ? `${part.composed.id}: ${part.composed.say}` : '',
    part.followUp,
    part.straight && `“${part.straight}”`,
  ]
    .filter(Boolean)
    .join(' ')

const length: Table = [{ kind: 'subject', id: 'length', subject: 'course', told: ['how-long'] }]
const silence: Table = [{ kind: 'subject', id: 'length', subject: 'course', told: ['who'] }]
const listing: Table = [{ kind: 'subject', id: 'bands', subject: 'bands', told: ['which'] }]
const openEvening: Table = [{ kind: 'subject', id: 'open-evening', subject: 'open-evening', told: ['what'] }]

describe('what is asked of the last reply', () => {
  const rows: [asked: string, after: Table, answered: RegExp][] = [
    ['simpler please', length, /^answered length plainer$/],
    ['so its a no then', length, /^answered length verdict$/],
    ['how come', length, /^answered bands$/],
    ['example?', length, /^not-stated course\/example: .*not give an example of that/],
    [
      'you sure?',
      silence,
      /^not-stated course\/who: \*\*I have looked, and it is not there\.\*\* .*who decided on the course/,
    ],
    ['simpler', silence, /^not-stated course\/who: \*\*[^*]+\*\* plainer$/],
    ['so thats a no', silence, /^not-stated course\/who: \*\*Neither a yes nor a no\.\*\* .* verdict$/],
    ['say that again', silence, /^not-stated course\/who: .* again$/],
    ['whats next', openEvening, /^answered length “After the open evening comes the course\.”$/],
    ['and before that', length, /^answered open-evening “Before the course comes the open evening\.”$/],
    ['then what', length, /^not-stated course\/next: .*what comes after the course/],
    ['last step?', openEvening, /^answered length “Last comes the course\.”$/],
    ['so the bands cant?', length, /^answered bands verdict$/],
    ['no i meant the pay', length, /^not-stated pay\/how-long: .*how long the pay takes/],
    ['anyway, the course', [...openEvening, ...length], /^answered length again$/],
  ]
  for (const [asked, table, answered] of rows)
    it(`“${asked}” is ${answered.source}`, async () =>
      expect(inShort((await decide(asked, table)).parts[0])).to.match(answered))

  it('is not said more plainly than it can be', async () => {
    const plainly = put(length, { kind: 'subject', id: 'length', subject: 'course', told: ['how-long'], plainly: true })
    expect(inShort((await decide('simpler', plainly)).parts[0])).to.match(/cannot put that more plainly/)
  })

  it('weighs less where something of another ability lies on top', async () => {
    const evidence = async (table: Table) => (await decide('simpler', table)).reading?.won.evidence
    expect(await evidence(length)).to.equal(0.9)
    expect(await evidence([{ kind: 'list' } as never, ...length])).to.equal(0.5)
  })

  it('may be several of what was offered, or what is left of it', async () => {
    const offered = put(listing, { kind: 'choices', choices: ['length', 'pay'] })
    expect((await decide('the lot', offered)).parts.map(inShort)).to.deep.equal(['answered length', 'not-stated pay'])
    expect(inShort((await decide('the last one', offered)).parts[0])).to.equal('not-stated pay')
    const [top] = length
    if (top) expect(inShort((await decide('the other one', put(offered, top))).parts[0])).to.equal('not-stated pay')
  })
})
