import { expect } from 'chai'
import { createAnswerer } from '../../../../knowledge/answering/answerer.ts'
import type { Decision } from '../../../../knowledge/answering/decision.ts'
import type { Table } from '../../../../knowledge/answering/table.ts'
import { spokenOf } from '../../../support/spokenOf.ts'
import { type Scores, stubMatcher } from '../stubMatcher.ts'
import { onTheTable } from './onTheTable.ts'

/** What the matching makes of a message alone, and with the subject's name in it. */
const RANKINGS: Record<string, Scores> = {
  'how long does that take': { length: 0.7 },
  'how long does the bands take': { bands: 0.3, length: 0.25 },
  'how long does the week take': { 'weekly-pattern': 0.3 },
  'how often': { pay: 0.3 },
  'how often the course': { 'weekly-pattern': 0.3 },
  'who decided that': { pay: 0.6 },
  'what do the wages come to': { pay: 0.9 },
  'what do the wages come to the course': { length: 0.6 },
  'is that far off': {},
  'is the course far off': {},
}

const decide = (message: string, table?: Table): Promise<Decision> =>
  createAnswerer(onTheTable, stubMatcher(onTheTable, RANKINGS)).decide(message, {
    audience: 'staff',
    ...(table && { table }),
  })

/** `answered length`, `not-stated bands/how-long`. */
const inShort = ({ parts: [part] }: Decision): string =>
  `${part.outcome} ${'entry' in part ? part.entry.id : 'composed' in part ? part.composed.id : ''}`.trim()

describe('a message read against the subject on the table', () => {
  const rows: [message: string, after: string, decided: string, of: string][] = [
    ['how long does that take', 'weekly-pattern', 'answered length', 'fresh'],
    ['how long does that take', 'bands', 'not-stated bands/how-long', 'subject'],
    ['how often', 'length', 'answered weekly-pattern', 'subject'],
    ['who decided that', 'bands', 'not-stated bands/who', 'subject'],
    ['what do the wages come to', 'length', 'not-stated pay', 'fresh'],
    ['is that far off', 'length', 'not-stated course', 'subject'],
  ]
  for (const [message, after, decided, of] of rows)
    it(`after ${after}, “${message}” is ${decided}, read as ${of}`, async () => {
      const decision = await decide(message, spokenOf(after))
      expect(inShort(decision)).to.equal(decided)
      expect(decision.reading?.won.of).to.equal(of)
    })

  it('is the fresh question that it is when nothing lies there', async () => {
    expect(inShort(await decide('how long does that take'))).to.equal('answered length')
  })

  it('says what is not published in the names of its two axes, one or several', async () => {
    const said = async (message: string, after: string) => {
      const {
        parts: [part],
      } = await decide(message, spokenOf(after))
      return 'composed' in part ? part.composed.say : ''
    }
    expect(await said('how long does that take', 'bands')).to.match(
      /^\*\*What is published does not say how long the bands take\.\*\*/,
    )
    expect(await said('who decided that', 'length')).to.match(
      /does not say who decided on the course\.\*\* What it does say: The programme lasts/,
    )
  })

  it('leaves the subject and the aspect told on the table', async () => {
    const {
      parts: [part],
    } = await decide('how long does that take', spokenOf('weekly-pattern'))
    expect(part.about).to.deep.equal({ subject: 'course', told: ['how-long'] })
  })

  it('gives the reason, and what it might have been else', async () => {
    const { reading } = await decide('how long does that take', spokenOf('bands'))
    expect(reading?.won.because).to.equal('points to it, asks how-long, which nothing tells')
    expect(reading?.runnerUp).to.include({ of: 'fresh', on: 'length' })
  })
})
