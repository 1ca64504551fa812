import { expect } from 'chai'
import { phraseSpotter, stemsOf } from '../../../../knowledge/answering/subjects/phraseSpotter.ts'

const FUNCTION_WORDS = new Set([
  'is',
  'it',
  'on',
  'was',
  'that',
  'the',
  'can',
  'i',
  'all',
  'these',
  'would',
  'know',
  'does',
  'bit',
  'like',
  'could',
  'we',
  'will',
])
const LEXICON = [
  { id: 'who', phrases: ['who', 'who is it'] },
  { id: 'members', phrases: ['who was on it'] },
  { id: 'contact', phrases: ['who would know'] },
  { id: 'when', phrases: ['days', 'these days'] },
  { id: 'copy', phrases: ['can i see it'] },
  { id: 'how-long', phrases: ['how long does it take', 'all day'] },
  { id: 'example', phrases: ['like'] },
]
const spot = phraseSpotter(LEXICON, FUNCTION_WORDS)

describe('phrases in a message', () => {
  const rows: [message: string, ids: string[]][] = [
    ['who', ['who']],
    ['who was that', ['who']],
    ['who was on it', ['members']],
    ['and who would know that', ['contact']],
    ['how long does that bit take', ['how-long']],
    ['all day', ['how-long']],
    ['these days', ['when']],
    ['can i see it', ['copy']],
    ['could we see that', ['copy']],
    ['will i see who is on it', ['who']],
    ['like', ['example']],
    ['is it like that', []],
  ]
  for (const [message, ids] of rows)
    it(`“${message}”: ${ids.join(', ') || 'none'}`, () =>
      expect(spot(stemsOf(message, FUNCTION_WORDS)).map(({ id }) => id)).to.deep.equal(ids))
})
