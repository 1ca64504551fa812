import { expect } from 'chai'
import { type Chat, openChat } from '../support/conversation.ts'
import { SHIPPED } from '../support/shippedFit.ts'

const conversations: [name: string, turns: readonly (readonly [said: string, heard: RegExp])[]][] = [
  [
    'counts on from the figures',
    [
      ['where are we with the cohorts', /31 were qualified[\s\S]*interests were registered/],
      ['and if all the 2nd yrs pass', /^\*\*31 \+ 7 = 38 qualified.*\[1\]\n\n_Source: /],
      ['then the ones behind them too', /^\*\*31 \+ 7 \+ 5 = 43 qualified/],
      ['whats that up by, percent', /^\*\*About 39% more/],
      ['is that todays numbers', /^\*\*No\..*beginning of 2014/],
      ['who told you that', /Results and next steps/],
      ['can you send me that', /^At the beginning of 2014, 31 were qualified[^*]*$/],
    ],
  ],
  [
    'asks what a number takes in',
    [
      ['how many trainees have we got', /12 in training/],
      ['thats both years?', /^\*\*Yes: 7 in their second year and 5 in their first year/],
      ['as a share of everyone', /^\*\*About 28%: 12 of 43/],
      ['up on last year?', /^\*\*I hold figures for one time only/],
      ['n the interest so far, more than them?', /^\*\*No, fewer: fewer than 5 interested, against 12 in training/],
    ],
  ],
  [
    'asks about the counts of interest',
    [
      ['how many interested for sept', /By cohort: [\s\S]*The month of September 2014 has passed/],
      ['exact number pls', /^\*\*I do not give managers an exact number[\s\S]*HR holds the list/],
      ['ok but who are they', /don’t give the names/],
      ['not even my own team? carols lot', /cannot count yours/],
      ['what does fewer than 5 mean', /rounded so that none of them points at a person/],
      ['and by band?', /By band: /],
      ['more than last week?', /no earlier weekly snapshot/],
      ['so could be 4 or could be 1', /rounded so that none/],
      ['how many nights staff want it', /do not count interest by shift/],
      ['in words', /^As at the start of Monday[^*]*$/],
      ['whats the pipeline', /12 in training[\s\S]*interests were registered/],
      ['which site', /does not say how these numbers split by team, service or place/],
    ],
  ],
  [
    'goes between the counts of interest and the figures',
    [
      ['how many have put themselves forward for the next intake', /interests were registered/],
      ['precisely?', /^\*\*I do not give managers an exact number/],
      ['at least 10?', /^\*\*No, fewer: fewer than 5 interested, against 10/],
      [
        'how does that compare with those in training',
        /^\*\*No, fewer: fewer than 5 interested, against 12 in training/,
      ],
      ['anyone i know', /don’t give the names/],
      ['how many aps', /^\*\*At the beginning of 2014, 31 were qualified/],
      ['are other trusts doing better', /does not say how these numbers compare/],
      ['why is that', /does not say why these numbers are as they are/],
      ['ok and interest, over 50?', /^\*\*No, fewer: fewer than 5 interested, against 50/],
      ['how many roles can i put forward', /does not say how many places/],
    ],
  ],
  [
    'supposes one thing after another',
    [
      ['how many in yr 2', /7 were in their second year/],
      ['year 1?', /five first year|5 were in their first/],
      ['both together', /^\*\*7 \+ 5 = 12 in training/],
      ['say a third of em drop out what am i left with', /^\*\*12 − 4 = 8 left in training/],
      ['and if all yr 2 come through in july', /^\*\*31 \+ 7 = 38 qualified/],
      ['then the yr 1s a year later', /^\*\*31 \+ 7 \+ 5 = 43 qualified/],
      ['what if they fail the course', /pass mark/],
    ],
  ],
  [
    'goes from one figure to the next',
    [
      ['how many first years', /5 were in their first year/],
      ['only 5?', /^\*\*Yes: 5 in their first year/],
      ['thats less than the year above isnt it', /^\*\*Yes: 2 fewer/],
      ['by how many', /7 − 5 = 2/],
      ['and the qualified', /^\*\*At the beginning of 2014, 31 were qualified/],
      ['how many per service', /does not .* team, service or/],
      ['how old is it', /beginning of 2014/],
    ],
  ],
  [
    'takes a number for granted',
    [
      ['isnt it 40 qualified now', /^\*\*No, the published figure is not 40[\s\S]*No later figure is published/],
      ['who told you 31', /Results and next steps/],
      ['so could be 40 by now', /^\*\*I cannot say what it is now: .*31 qualified.*= 43/],
      ['so 31 trained', /^\*\*Yes: 31 qualified/],
      ['how long is the course', /two years/],
    ],
  ],
]

describe('A manager who', () => {
  let chat: Chat
  before(async () => {
    chat = await openChat({ knowledge: SHIPPED, as: 'manager' })
  })
  after(() => chat?.close())

  for (const [name, turns] of conversations)
    it(name, async () => {
      const conversation = { id: `a:${name}`, conversationType: 'personal' }
      for (const [said, heard] of turns) {
        const turn = await chat.say(said, { conversation })
        expect(turn.said.trim(), `after “${said}” (${JSON.stringify(turn.decision)})`).to.match(heard)
      }
    })
})

describe('Staff who', () => {
  let chat: Chat
  before(async () => {
    chat = await openChat({ knowledge: SHIPPED })
  })
  after(() => chat?.close())

  it('ask for counts of interest after the figures are told no, whatever lies on the table', async () => {
    for (const said of ['how many qualified', 'and interest?', 'exact number pls', 'who are they', 'and by band?'])
      expect((await chat.say(said)).said, said).not.to.match(/interests? (is|are|were) registered|By band: /)
  })
})
