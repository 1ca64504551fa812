import { assert } from 'chai'
import fc from 'fast-check'
import { dayWords, wordsBetween } from '../../../bot/stores/sqlite/dayWords.ts'

const moment = fc.date({ min: new Date('2013-11-20'), max: new Date('2016-02-10'), noInvalidDate: true })

describe('The words of a day', () => {
  it('cover a range with whole years and months where they fit', () => {
    assert.deepEqual(wordsBetween('2013-12-31T10:00:00.000Z', '2015-02-02T00:00:00.000Z'), [
      ...['day20131231', 'year2014', 'month201501', 'day20150201', 'day20150202'],
    ])
    assert.deepEqual(wordsBetween('2014-02-02', '2014-02-01'), [])
    assert.deepEqual(wordsBetween('', ''), [])
  })

  it('cover every moment from one to the other, and no day outside', () => {
    fc.assert(
      fc.property(moment, moment, moment, (from, to, at) => {
        const words = wordsBetween(from.toISOString(), to.toISOString())
        const covered = dayWords(at.toISOString()).some((word) => words.includes(word))
        if (from <= at && at <= to) assert.isTrue(covered)
        const day = (date: Date) => date.toISOString().slice(0, 10)
        if (day(at) < day(from) || day(at) > day(to)) assert.isFalse(covered)
      }),
    )
  })
})
