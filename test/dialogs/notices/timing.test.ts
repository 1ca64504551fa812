import { expect } from 'chai'
import { localTime } from '../../../dialogs/localTime.ts'
import { backoff, RETRYING } from '../../../dialogs/notices/outbox.ts'
import { isWorkingTime, workingDayBefore } from '../../../dialogs/notices/workingHours.ts'
import { LONDON } from '../../support/localTime.ts'

const at = (moment: string): boolean => isWorkingTime(new Date(moment), LONDON)

describe('The pause before a notice is tried again', () => {
  it('doubles, is half chance, and is never longer than an hour', () => {
    expect([1, 2, 3, 4].map((attempts) => backoff(attempts, 1))).to.deep.equal([30_000, 60_000, 120_000, 240_000])
    expect(backoff(3, 0)).to.equal(60_000)
    expect(backoff(3, 0.5)).to.equal(90_000)
    for (const attempts of [8, 50, 5000]) expect(backoff(attempts, 1)).to.equal(60 * 60_000)
  })

  it('adds up to about a working day before it is given up', () => {
    const pauses = Array.from({ length: RETRYING.attempts - 1 }, (_, i) => backoff(i + 1, 0.5))
    const hours = pauses.reduce((sum, pause) => sum + pause, 0) / 3_600_000
    expect(hours).to.be.within(6, 10)
  })
})

describe('Working hours', () => {
  it('are eight to six, Monday to Friday, by the clock of the trust', () => {
    expect(at('2014-01-08T07:59:59.000Z')).to.equal(false)
    expect(at('2014-01-08T08:00:00.000Z')).to.equal(true)
    expect(at('2014-01-08T17:59:59.000Z')).to.equal(true)
    expect(at('2014-01-08T18:00:00.000Z')).to.equal(false)
    expect(at('2014-01-11T12:00:00.000Z')).to.equal(false)
    expect(at('2014-01-12T12:00:00.000Z')).to.equal(false)
  })

  it('follow summer time and other time zones', () => {
    expect(at('2014-07-09T07:00:00.000Z')).to.equal(true)
    expect(at('2014-07-09T17:00:00.000Z')).to.equal(false)
    const sydney = localTime('Australia/Sydney')
    expect(isWorkingTime(new Date('2014-01-05T22:00:00.000Z'), sydney)).to.equal(true)
  })

  it('know the working day before', () => {
    expect(workingDayBefore('2014-01-08')).to.equal('2014-01-07')
    expect(workingDayBefore('2014-01-06')).to.equal('2014-01-03')
  })
})
