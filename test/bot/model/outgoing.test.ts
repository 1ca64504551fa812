import path from 'node:path'
import { expect } from 'chai'
import { outgoing } from '../../../bot/model/outgoing.ts'
import { knownWordsOnly } from '../../../knowledge/answering/assistedVocabulary.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { ROOT } from '../../support/sources.ts'

const knowledge = loadKnowledge(path.join(ROOT, 'knowledge'))
const only = knownWordsOnly(knowledge)
const send = outgoing(knowledge)

describe('what may leave of a message', () => {
  const kept = [
    'how long does the degree take',
    'is it 1 day a week at uni for band 3/4',
    'At the beginning of 2014 how many were in the 2nd year?',
    'Who is Sue Watson?',
    'im a HCA on b3, is the FD for APs',
  ]
  for (const text of kept) it(`is all of “${text}”`, () => expect(only(text)).to.equal(text))

  const cut: [text: string, sent: string][] = [
    ['how long is the degree, Zbigniew', 'how long is the degree, [word]'],
    ['which organisatoin was it', 'which organisation was it'],
    ['ring me on x5521', 'ring me on [word]'],
    ['lorraine.pilkington@nhs.net asks how long', '[word] asks how long'],
    ['12/05/1985 and how long', '[word] and how long'],
  ]
  for (const [text, sent] of cut)
    it(`is of “${text}” only “${sent}”`, () => {
      expect(only(text)).to.equal(sent)
    })

  const planted = [
    'Lorraine',
    'Pilkington',
    'lorraine.pilkington@merseycare.nhs.uk',
    '07700 900123',
    'A1234567',
    'SW4417',
    '0b000000-0000-4000-8000-000000000001',
    'AP-7K3F-92',
    'WA8 0QB',
    'Zbigniew Wójcik',
    '485 777 3456',
    '12 Cherry Tree Lane',
    'NH1985062',
  ]
  const around = [
    (one: string) => `my name is ${one} and how long is the degree`,
    (one: string) => `hi ${one} here, how many days at uni`,
    (one: string) => `${one} said it is three years is that right`,
    (one: string) => `${one.toLowerCase()} wants to know which bands (${one.toUpperCase()})`,
    (one: string) =>
      `${'please tell me how long it takes and what the week looks like for all of us. '.repeat(14)}${one}`,
  ]
  for (const one of planted)
    it(`is nothing of “${one}”, however it is put`, () => {
      for (const put of around) {
        const sent = send(put(one)).toLowerCase()
        for (const piece of one
          .toLowerCase()
          .split(/[\s@.-]+/)
          .filter((p) => p.length > 2 && !['tree', 'lane', 'nhs'].includes(p)))
          expect(sent, put(one)).not.to.include(piece)
      }
    })

  it('is at most three pieces of it', () => {
    expect(send('how long is the degree? '.repeat(1000)).length).to.be.below(1500)
    expect(send('x'.repeat(10_000))).to.equal('[word]')
    expect(send('')).to.equal('')
  })
})
