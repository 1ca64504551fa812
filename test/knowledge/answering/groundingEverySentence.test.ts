import path from 'node:path'
import { expect } from 'chai'
import { ground } from '../../../knowledge/answering/grounding.ts'
import { sentencesIn } from '../../../knowledge/answering/groundingSentences.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { ROOT } from '../../support/sources.ts'

const { entries } = loadKnowledge(path.join(ROOT, 'knowledge'))
const answers = [...entries.values()].filter(({ kind }) => kind === 'answer')

const OTHER: Readonly<Record<string, string>> = {
  31: '13',
  seven: 'nine',
  five: 'six',
  two: 'three',
  one: 'four',
  2014: '2016',
  2015: '2019',
  2005: '2007',
  16: '18',
  12: '14',
  43: '45',
}

/** Ways to bend a sentence; where one leaves it as it was, it says nothing of it. */
const bends: [what: string, bend: (sentence: string) => string][] = [
  [
    'another figure',
    (s) => s.replace(new RegExp(`\\b(${Object.keys(OTHER).join('|')})\\b`, 'i'), (f) => OTHER[f.toLowerCase()] ?? f),
  ],
  ['"not" put in', (s) => (/\b(?:not|no)\b/i.test(s) ? s : s.replace(/\b(is|are|was|were|has|will|can)\b/, '$1 not'))],
  [
    '"not" left out',
    (s) =>
      s
        .replace(/\bdoes not (\w+)/, 'does $1')
        .replace(/\bgives no\b/, 'gives the')
        .replace(/^No (\w)/, 'The $1'),
  ],
  ['"all" put in', (s) => s.replace(/^(?:The|A) (\w+)/, 'All $1')],
  ['"must" put in', (s) => s.replace(/\b(?:is|are|takes|has)\b/, 'must be')],
  ['a place put in', (s) => s.replace(/\.$/, ' in Chester.')],
  ['the past as now', (s) => s.replace(/\b(?:was|were)\b/g, 'is now')],
  ['another band', (s) => s.replace(/(Bands? )(\d)/, (_, band, n) => band + (Number(n) + 2))],
]

describe('every sentence of the answers that ship', () => {
  for (const [what, bend] of bends)
    it(`is caught when it is bent: ${what}`, () => {
      const passed = answers.flatMap(({ id, question, body }) =>
        sentencesIn(body)
          .map((sentence) => ({ sentence, bent: bend(sentence) }))
          .filter(({ sentence, bent }) => sentence !== bent)
          .map(({ bent }) => bent.replace(/\.$/, ' [1].'))
          .filter((bent) => ground(bent, { question, entries: [{ id, question, answer: body }] }).kind === 'grounded'),
      )
      expect(passed).to.deep.equal([])
    })
})
