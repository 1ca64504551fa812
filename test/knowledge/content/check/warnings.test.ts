import { expect } from 'chai'
import { checkContent } from '../../../../knowledge/content/check/index.ts'
import { readingAgeOf } from '../../../../knowledge/content/check/readingAge.ts'
import { clean, entry, intent, removeFolders } from '../support/folder.ts'

const warningsOf = (files: Record<string, string>, day = '2026-01-15') =>
  checkContent(clean(files), new Date(`${day}T00:00:00Z`)).warnings

const HARD =
  '**Consideration of accountability necessitates comprehensive organisational prioritisation of professional indemnity alongside multidisciplinary governance and management responsibilities.**'

describe('the warnings of a folder of content', () => {
  after(removeFolders)

  it('an overdue review, from the day after', () => {
    const files = { 'entries/a.md': entry('a', { reviewBy: '2026-01-15' }) }
    expect(warningsOf(files)).to.deep.equal([])
    const [warning, ...others] = warningsOf(files, '2026-01-16')
    expect(others).to.deep.equal([])
    expect(warning).to.include({ file: 'kb/entries/a.md', line: 10, what: 'The review was due by 2026-01-15' })
  })

  it('a text that is hard to read', () => {
    const [warning, ...others] = warningsOf({ 'entries/a.md': entry('a', { body: HARD }) })
    expect(others).to.deep.equal([])
    expect(warning).to.include({ file: 'kb/entries/a.md', line: 26 })
    expect(warning?.what).to.match(/^The text has a reading age of \d+\.\d, over 15$/)
  })

  it('a text that says too little, or that is not read to the end', () => {
    const words = (count: number) => `**Two.** ${'Two. '.repeat(count - 1)}`
    const found = [14, 15, 60, 61].map((count) => warningsOf({ 'entries/a.md': entry('a', { body: words(count) }) }))
    expect(found.map(([warning]) => warning?.what)).to.deep.equal([
      'The text has 14 words',
      undefined,
      undefined,
      'The text has 61 words',
    ])
  })

  it('a silence that does not open as silences do', () => {
    const silent = (opening: string) =>
      entry('a', {
        kind: 'not-stated',
        body: `**${opening} say who teaches it.** It says only that there is one day at university each week.`,
      })
    const files = (opening: string) => ({
      'entries/a.md': silent(opening),
      'programme.yaml': 'silences: [The page does not, Nowhere does it]\n',
    })
    expect(warningsOf(files('The page does not'))).to.deep.equal([])
    expect(warningsOf(files('Nowhere does it')).map(({ line, what }) => `${line} ${what}`)).to.deep.equal([
      '26 The text does not open with "The page does not"',
    ])
  })

  it('too few phrasings, of an entry or an action', () => {
    const warnings = warningsOf({
      'entries/a.md': entry('a', { phrasings: ['alpha'] }),
      'intents/cancel.yaml': intent('cancel', ['never mind', 'stop']),
    })
    expect(warnings.map(({ file, line, what }) => `${file}:${line} ${what}`)).to.deep.equal([
      'kb/entries/a.md:12 Only 1 phrasing(s)',
      'kb/intents/cancel.yaml:4 Only 2 phrasing(s)',
    ])
  })
})

describe('the reading age', () => {
  const none = /(?!)/g

  it('is that of a young reader for short sentences of short words', () => {
    expect(readingAgeOf('**The degree takes two years.** You go to class for a day each week.', none)).to.be.below(9)
  })

  it('takes a list item for a sentence, and no account of Markdown', () => {
    const list = readingAgeOf(
      '**You can:**\n\n- ask a question\n- see [the page](https://example.org/publication)',
      none,
    )
    expect(list).to.equal(readingAgeOf('You can. Ask a question. See the page.', none))
  })

  it('takes a name for plain words', () => {
    const text = 'An assistant practitioner is in the team.'
    expect(readingAgeOf(text, /assistant practitioner/g)).to.be.below(readingAgeOf(text, none) - 5)
  })

  it('is none where there is nothing to read', () => expect(readingAgeOf('', none)).to.be.NaN)
})
