import { expect } from 'chai'
import { followUpDetector } from '../../../../knowledge/answering/followUps/followUpDetector.ts'
import { loadKnowledge } from '../../../../knowledge/content/load.ts'
import { SHIPPED } from '../../../support/shippedFit.ts'

const knowledge = loadKnowledge(SHIPPED)
const detect = followUpDetector(knowledge)

/** `source`, `nth 1`, `verdict of health visitors`. */
const inShort = ({ followUps: [first] }: ReturnType<typeof detect>): string =>
  first
    ? [first.followUp, first.position, first.about && `of ${first.about}`]
        .filter((one) => one !== undefined && one !== '')
        .join(' ')
    : ''

describe('a follow-up', () => {
  const followUps: Record<string, string[]> = {
    source: [
      'says who?',
      'ok but says who',
      'Are you SURE?',
      'u sure',
      'hang on, you sure?',
      'how do you know that',
      'according to who??',
      'wait where does it say that',
      'r u sure tho',
      'you sure about that like',
      'relly?',
      'lol says who',
      'who told u that',
    ],
    plainer: [
      'simpler please',
      'meaning?',
      'eh? simpler',
      'in english?',
      'in english lol',
      'sorry what does that mean',
      'wot does that mean',
      'simpelr pls',
      'can you explain that',
      'shorter pls',
      'you lost me mate',
      'tldr',
      'what do u mean',
      'i dont get it',
      'ok in plain english then',
      'right so what does that mean',
    ],
    reason: ['how come', 'why tho', "why's that", 'why is that then', 'ok but why', 'oh how come?', 'wy'],
    example: [
      'example?',
      'exmaple?',
      'such as?',
      'like what',
      'for instance',
      'can you give me an example please',
      'eg?',
      'like what tho',
    ],
    verdict: [
      'so its a no then?',
      'right so thats a no',
      'so thats a yes',
      'so i cant',
      'so i cant then',
      'sounds like a yes',
      'ill take that as a no',
      'yes or no?',
      'so not me then',
      'so would they turn me down',
      'thats a no then is it',
    ],
    'verdict of health visitor': ['so health visitors cant?'],
    next: [
      'what comes after that',
      'whats next',
      'then what',
      'and then',
      'ok and then what',
      'what happens after that then',
      'after that what did they do',
    ],
    previous: ['what happens before that', 'and before that', 'what comes before it?'],
    start: ['what happens first', 'whats the first step', 'which was the first'],
    end: ['last step?', 'whats the final step'],
    more: ['just that?', 'is that it', 'anything else please'],
    again: ['huh', 'sorry, what did you say?'],
    first: ['what was the first thing you said'],
    before: ['what did you say before that'],
    notThat: ['no, not that', "that's not what I asked"],
    other: ['the other one', 'and the other one then', 'whats the other one', 'ok the other lady'],
    last: ['the last one', 'last one pls'],
    all: ['the lot', 'both', 'all of them please', 'ok both then'],
    'nth 0': ['the first one', '1'],
    'nth 1': ['the second one then', '2nd one pls', 'go on then the second one'],
    'nth 2': ['the third one', 'number 3'],
    'source of 3 and 4': ['ok but says who, the 3 and 4 thing'],
  }
  for (const [followUp, messages] of Object.entries(followUps))
    for (const message of messages)
      it(`is ${followUp} in “${message}”`, () => expect(inShort(detect(message))).to.equal(followUp))

  const none = [
    ...[
      'what does the role addendum mean',
      'are you sure band 2 cant',
      'are you sure it is two years',
      'how long is it',
    ],
    ...[
      'what about nursery nurses',
      'back to that',
      'i mean',
      '',
      'so who can apply',
      'so which bands cannot',
      'why nursery nurses',
    ],
    ...[
      'is it shorter for nurses',
      'what comes after the degree',
      'list',
      'course',
      'is it easier for band 4',
      'yes',
      'no',
      'maybe',
    ],
    ...[
      'the second year trainees',
      'what is the last date',
      'both years?',
      'put the other one on hold',
      'thanks',
      'ok',
      'next week',
    ],
  ]
  for (const message of none) it(`is not seen in “${message}”`, () => expect(inShort(detect(message))).to.equal(''))

  const shifts: [message: string, shift: string, text: string][] = [
    ['no I mean how long have we had them', 'away', 'how long have we had them'],
    ['not that, the money one', 'away', 'money'],
    ['i meant uni', 'away', 'uni'],
    ['no, the day, not the length', 'away', 'day'],
    ['No. I meant who pays for it?', 'away', 'who pays for it?'],
    ['no, sorry, I meant who runs it', 'away', 'who runs it'],
    ['can I ask about pay again', 'back', 'pay'],
    ['anyway, back to the uni thing', 'back', 'uni'],
    ['anyway, the course', 'back', 'course'],
    ['back to the study', 'back', 'study'],
    ['going back to the bands question', 'back', 'bands'],
    ['so what about the pay bit', 'back', 'pay'],
    ['what did you say about my degree', 'back', 'degree'],
  ]
  for (const [message, shift, text] of shifts)
    it(`is no more than a shift ${shift} to “${text}” in “${message}”`, () =>
      expect(detect(message)).to.deep.include({ followUps: [], shift, text }))

  it('may refer to something listed by its place', () => {
    expect(detect('whats the 2nd ones number?').reference?.named('Ann')).to.equal('whats Ann number?')
    expect(detect('right. the other lady, is she in health visiting').reference?.named('Ann')).to.equal(
      'right Ann is she in health visiting',
    )
    expect(detect('how long is the second year').reference).to.equal(undefined)
  })

  it('is not looked for where the content lists none', () => {
    const moves = Object.fromEntries(
      Object.keys(knowledge.language.moves).map((name) => [name, []]),
    ) as unknown as typeof knowledge.language.moves
    const without = followUpDetector({ ...knowledge, language: { ...knowledge.language, moves } })
    expect(without('says who')).to.deep.equal({ followUps: [], text: 'says who' })
  })
})
