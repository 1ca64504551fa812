import { expect } from 'chai'
import { dependsOnContext, rankInContext } from '../../../knowledge/answering/contextRanking.ts'
import type { Audience } from '../../../knowledge/answering/decision.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { RIVERSIDE } from '../../support/conversation.ts'
import { spokenOf } from '../../support/spokenOf.ts'
import { candidates, type Scores } from './stubMatcher.ts'

const knowledge = loadKnowledge(RIVERSIDE)
const ranked = (scores: Scores, text: string, audience: Audience = 'staff', previous?: string): string[] =>
  rankInContext(candidates(knowledge, scores), text, knowledge, {
    audience,
    ...(previous && { table: spokenOf(previous) }),
  }).map(({ id }) => id)

describe('a message in its context', () => {
  const follow: [text: string, depends: boolean][] = [
    ['and how long is that', true],
    ['how long', true],
    ['what about the bands for somebody who works nights', true],
    ['is that the same for everybody', true],
    ['which bands may apply for a place on the programme this year', false],
    ['where do people on nights and weekends usually park the car', false],
  ]
  for (const [text, depends] of follow)
    it(`“${text}” ${depends ? 'depends on the turn before' : 'stands by itself'}`, () =>
      expect(dependsOnContext(text)).to.equal(depends))

  it('prefers what is related to the turn before, when it depends on it', () => {
    const scores = { pay: 0.45, length: 0.4 }
    expect(ranked(scores, 'and how long is that')[0]).to.equal('pay')
    expect(ranked(scores, 'and how long is that', 'staff', 'weekly-pattern')[0]).to.equal('length')
    expect(
      ranked(scores, 'how long do the people of my own team usually take for it', 'staff', 'weekly-pattern')[0],
    ).to.equal('pay')
  })

  it('does not prefer the very entry of the turn before', () => {
    expect(ranked({ bands: 0.45, length: 0.4 }, 'and that?', 'staff', 'length')[0]).to.equal('bands')
  })

  it('remembers the turn before the last, a little less', () => {
    const ranks = (...ids: string[]) =>
      rankInContext(candidates(knowledge, { pay: 0.45, length: 0.4 }), 'and how long is that', knowledge, {
        audience: 'staff',
        table: spokenOf(...ids),
      })
    const [first] = ranks('gone', 'weekly-pattern')
    const [nearer] = ranks('weekly-pattern')
    expect(first?.id).to.equal('length')
    expect(first?.score).to.be.within(0.4, nearer?.score ?? 0)
    expect(ranks('gone', 'gone-too', 'weekly-pattern')[0]?.id).to.equal('pay')
  })

  it('turns away from what it corrects, and never from a danger', () => {
    const away = (scores: Scores) =>
      rankInContext(candidates(knowledge, scores), 'not that, the other thing about the whole of it', knowledge, {
        audience: 'staff',
        table: spokenOf('pay'),
        shift: 'away',
      })[0]?.id
    expect(away({ pay: 0.6, length: 0.4 })).to.equal('length')
    expect(away({ parking: 0.5, length: 0.4 })).to.equal('length')
    expect(away({ emergency: 0.5, length: 0.4 })).to.equal('emergency')
  })

  it('comes back to what was spoken of', () => {
    const back = (returnedTo?: string[]) =>
      rankInContext(
        candidates(knowledge, { pay: 0.5, length: 0.4 }),
        'what was it about the time it takes',
        knowledge,
        {
          audience: 'staff',
          table: spokenOf('bands', 'length'),
          ...(returnedTo && { returnedTo }),
        },
      )[0]?.id
    expect(back()).to.equal('pay')
    expect(back(['length'])).to.equal('length')
  })

  it('takes a message of HR for their work rather than for an interest of their own', () => {
    const scores = { register: 0.5, review: 0.45 }
    expect(ranked(scores, 'the people who want to register')).to.deep.equal(['register', 'review'])
    expect(ranked(scores, 'the people who want to register', 'hr')).to.deep.equal(['review', 'register'])
    expect(ranked(scores, 'the people who want to register', 'manager')).to.deep.equal(['register', 'review'])
  })

  it('forgets a turn before whose entry is no longer there', () => {
    expect(ranked({ pay: 0.45, length: 0.4 }, 'and that', 'staff', 'gone')).to.deep.equal(['pay', 'length'])
  })
})
