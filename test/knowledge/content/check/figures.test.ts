import { expect } from 'chai'
import { figuresIn, sumsIn } from '../../../../knowledge/content/check/figures.ts'

const values = (text: string) => figuresIn(text).map(({ value }) => value)

describe('the figures in a text', () => {
  const cases: [string, string[]][] = [
    ['31 qualified, 7 in Band 4, 1,000 or 16.5 hours', ['31', '7', '4', '1000', '16.5']],
    ['Seven people, thirty-one places, twenty five in all', ['7', '31', '25']],
    ['a hundred, two hundred and fifty, three thousand', ['100', '250', '3000']],
    ['ages 0 to 16, B3/4, the 16th', ['0', '16', '3', '4', '16']],
    ['one day, one-year, One week', ['1', '1', '1']],
    ['one of them, no one, the other one, one by one', []],
    ['the first, the second half, a third, someone, tension, weighten', []],
    ['a two-year degree.', ['2']],
  ]
  for (const [text, expected] of cases) it(`"${text}"`, () => expect(values(text)).to.deep.equal(expected))

  it('stand where they are said to', () => {
    expect(figuresIn('It has thirty-one.')).to.deep.equal([{ value: '31', text: 'thirty-one', at: 7 }])
  })
})

describe('a sum set out in a text', () => {
  const stated = new Set(['31', '7', '5'])
  const cases: [string, string[]][] = [
    ['7 + 5 makes 12, and 31 + 7 + 5 = 43', ['12', '43']],
    ['7 + 5 makes 13', []],
    ['7 + 6 makes 13', []],
    ['12 in training', []],
  ]
  for (const [text, expected] of cases) it(`"${text}"`, () => expect(sumsIn(text, stated)).to.deep.equal(expected))
})
