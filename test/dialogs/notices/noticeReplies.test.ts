import { expect } from 'chai'
import { activityOf, type Reply } from '../../../dialogs/reply.ts'
import { someCohort } from '../../support/cohorts.ts'
import { replies } from '../../support/notices.ts'
import { someInterest } from '../../support/people.ts'

const interest = someInterest({ reference: 'AP-7K3F-92', status: 'contacted' })
const contacted = { label: 'Contacted', next: 'person' as const, badNews: false }
const LINK = 'https://www.jobs.nhs.uk/xi/vacancy/1?a=(b)'

const ALL: Record<string, Reply> = {
  status: replies.status(interest, contacted, someCohort()),
  'bad news': replies.status(interest, { ...contacted, label: 'Closed', badNews: true }),
  'cohort open': replies.cohortOpen(someCohort({ closesAt: '2014-07-01T16:00:00.000Z' })),
  advert: replies.advert(someCohort({ advertClosesAt: '2014-07-01T16:00:00.000Z' }), LINK),
  message: replies.message(interest, { text: 'First **line**\n\nSecond', from: 'Olwen Price' }),
  answer: replies.answer({ question: 'Is it paid?', answer: 'Ask payroll.' }),
  digest: replies.digest({
    at: '2014-01-06T08:30:00.000Z',
    since: '2014-01-03T08:30:00.000Z',
    added: '1',
    waiting: '1200',
    waitingSince: '2013-12-24T09:00:00.000Z',
    unanswered: '0',
    overdue: '2',
  }),
}

describe('The words of notices', () => {
  for (const [name, reply] of Object.entries(ALL)) {
    it(`show nothing of a ${name} in the notification`, () => {
      const activity = activityOf(reply)
      expect([activity.summary, activity.text]).to.deep.equal(['You have a message', undefined])
      expect(reply.text).not.to.include('!')
    })
  }

  it('say where an interest stands, what happens next, and that it is no application', () => {
    expect(ALL.status?.text).to.match(/AP-7K3F-92, for September 2014, is now: Contacted, since 8 January 2014\./)
    expect(ALL.status?.text).to.include('The next step is yours').and.include('This is not an application')
    expect(ALL['bad news']?.text).to.include('is now: Closed').and.include('talk about it, ask HR')
  })

  it('give the link and the closing time, in the trust’s time', () => {
    expect(ALL.advert?.text)
      .to.include('1 July 2014 at 17:00')
      .and.include('(https://www.jobs.nhs.uk/xi/vacancy/1?a=%28b%29)')
    expect(JSON.stringify(ALL.advert?.card)).to.include('Action.OpenUrl')
    const forged = replies.advert(someCohort(), 'javascript:alert(1)')
    expect(JSON.stringify(forged.card)).not.to.include('OpenUrl')
    expect(forged.text).to.include('no closing time')
  })

  it('pass on HR’s words as they were typed', () => {
    expect(ALL.message?.text).to.include('First \\*\\*line\\*\\*\n\nSecond').and.include('Olwen Price in HR wrote:')
    expect(ALL.answer?.text).to.include('You asked: Is it paid?\n\nAsk payroll.')
  })

  it('give HR counts alone', () => {
    const text = ALL.digest?.text ?? ''
    expect(text).to.include('New since 3 January 2014: 1 interest')
    expect(text).to.include('Waiting for HR: 1,200 interests (the oldest since 24 December 2013)')
    expect(text).to.include('0 questions').and.include('2 files').and.include('6 January 2014 at 08:30')
  })
})
