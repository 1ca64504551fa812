import { expect } from 'chai'
import type { Answered } from '../../bot/inProcess.ts'
import { conversation, openChat, type Row } from '../support/conversation.ts'
import { SHIPPED } from '../support/shippedFit.ts'

const shipped = { knowledge: SHIPPED }

/** What each message is answered with, in one conversation. */
async function heard(...said: readonly string[]): Promise<Answered[]> {
  const chat = await openChat(shipped)
  try {
    const turns: Answered[] = []
    for (const one of said) turns.push(await chat.say(one))
    return turns
  } finally {
    await chat.close()
  }
}

const SAME_PAGE = /\[1\]\n\n(?:Who to ask: .*\n\n)?_Same page, January 2014\._$/

describe('the wording of replies', () => {
  conversation('names the source in full once, and in full where it is asked for', shipped, [
    ['how long is the degree', /\[1\]\n\n_Source: Development of the Assistant.*True at the beginning of 2014\._$/],
    ['how many days a week at uni', SAME_PAGE, { cited: 1 }],
    ['cheers', /./],
    ['which university is it', SAME_PAGE, { outcome: 'not-stated', cited: 1 }],
    ['Why this answer?', /_Source: Development of the Assistant/, { cited: 1 }],
    ['which bands is it meant for', SAME_PAGE, { cited: 1 }],
  ] satisfies Row[])

  conversation('says of a cohort whose month is over that it has passed', shipped, [
    ['register my interest', /September 2014, which has passed/, { action: 'register' }],
  ])

  it('opens no silence as the one before', async () => {
    const turns = await heard(
      'which university is it',
      'do I get a laptop',
      'is there a car park at the university',
      'what uniform do assistant practitioners wear',
      'who pays the tuition fees',
      'what is the pass mark',
    )
    const silences = turns.filter(({ outcomes }) => outcomes[0] === 'not-stated')
    expect(silences).to.have.length.above(4)
    const openings = silences.map(({ said }) => said.split(' ').slice(0, 3).join(' '))
    for (const [i, opening] of openings.entries()) expect(opening).not.to.equal(openings[i - 1])
    for (const { said } of silences)
      expect(said).to.match(/^\*\*[^*]*\b(?:page|published) (?:does not )?\w+ [^*]+\.\*\* /)
  })

  it('opens no figure as the one before', async () => {
    const turns = await heard('how many are qualified', 'how many are in first year', 'how many are in second year')
    expect(new Set(turns.map(({ said }) => said.split(' ').slice(0, 3).join(' ')))).to.have.length(3)
    for (const { said } of turns) expect(said).to.match(/^\*\*[^*]*at the beginning of 2014\.\*\* /)
  })

  it('does not offer what was just told', async () => {
    const [length, week, chosen] = await heard(
      'how long is the degree',
      'how many days a week at uni',
      'how are people chosen',
    )
    expect(length?.suggestions).to.have.length(3)
    expect(length?.suggestions).not.to.include('How is the week split between university and work?')
    expect(week?.suggestions).not.to.include('How long does the degree take?')
    expect(chosen?.suggestions).not.to.include('What happens at the assessment centre?')
  })
})
