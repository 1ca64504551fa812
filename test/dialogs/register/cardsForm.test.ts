import { assert } from 'chai'
import { readForm } from '../../../dialogs/interest/readForm.ts'
import { erasedReply } from '../../../dialogs/myData/myDataReplies.ts'
import { cohortClosedReply } from '../../../dialogs/register/cards/cohortClosed.ts'
import { interestFormReply } from '../../../dialogs/register/cards/interestForm.ts'
import { receiptReply, statusReply } from '../../../dialogs/register/cards/ownInterest.ts'
import { summaryReply } from '../../../dialogs/register/cards/summary.ts'
import type { AdaptiveCard } from '../../../dialogs/reply.ts'
import { cohorts, day, elements, fields, interest, notice, receipt, view } from './support/cardViews.ts'

const empty = { purpose: 'register' as const, fields: {} }
const form = (more = {}) => interestFormReply({ draft: empty, cohorts, notice, ...more }).card as AdaptiveCard
const input = (card: unknown, id: string) => elements(card, /^Input\./).find((one) => one.id === id)

describe('The form on a card', () => {
  it('is filled in from the draft', () => {
    const card = form({ draft: { purpose: 'register', fields: { name: 'ewa kowalczyk', band: '3', tellMe: true } } })
    assert.equal(input(card, 'name')?.value, 'ewa kowalczyk')
    assert.equal(input(card, 'band')?.value, '3')
    assert.equal(input(card, 'tellMe')?.value, 'true')
    assert.equal(input(card, 'managerKnows')?.value, 'not-said')
    assert.isUndefined(input(card, 'why')?.value)
  })

  it('chooses the only open cohort, and none where there are two', () => {
    assert.equal(input(form(), 'cohortId')?.value, 'september-2014')
    const two = [{ id: 'march-2015', name: 'March 2015' }, ...cohorts]
    assert.isUndefined(input(form({ cohorts: two }), 'cohortId')?.value)
  })

  it('checks each input where it stands', () => {
    const card = form()
    for (const id of ['name', 'band', 'currentRole', 'cohortId']) assert.isTrue(input(card, id)?.isRequired, id)
    for (const id of ['email', 'service', 'base', 'why', 'reach', 'manager'])
      assert.isUndefined(input(card, id)?.isRequired, id)
    assert.equal(input(card, 'why')?.maxLength, 500)
    const email = new RegExp(String(input(card, 'email')?.regex))
    assert.match('a.b@example.nhs.uk', email)
    assert.notMatch('a.b at example', email)
    assert.match(String(input(card, 'manager')?.label), /only if you said yes/)
  })

  it('shows a problem right before its field, and keeps what was typed', () => {
    const card = form({
      draft: { purpose: 'register', fields: { name: 'Ewa', email: 'ewa at work' } },
      problems: [{ field: 'email', message: 'Enter an e-mail address like name@example.nhs.uk.' }],
    })
    const body = card.body as { id?: string; text?: string }[]
    const at = body.findIndex(({ id }) => id === 'email')
    assert.equal(body[at - 1]?.text, 'Enter an e-mail address like name@example.nhs.uk.')
    assert.equal(input(card, 'email')?.value, 'ewa at work')
    assert.match(JSON.stringify(card), /Nothing is saved yet/)
  })

  it('has the privacy notice above Save, with its version, and the whole of it at a press', () => {
    const card = form()
    const text = JSON.stringify(card.body)
    assert.include(text, `Privacy notice, version ${notice.version}`)
    assert.include(text, notice.recipients)
    const [toggle] = elements(card, /^Action\.ToggleVisibility$/)
    const [whole] = elements(card, /^Container$/)
    assert.deepEqual(toggle?.targetElements, [whole?.id])
    assert.equal(whole?.isVisible, false)
    for (const part of [
      'controller',
      'dataProtectionOfficer',
      'lawfulBasis',
      'howLong',
      'rights',
      'complaints',
    ] as const)
      assert.include(JSON.stringify(whole), JSON.stringify(notice[part]))
    const [save] = elements(card.actions, /^Action\.Execute$/)
    assert.deepInclude(save?.data as object, { verb: 'interest/save', noticeVersion: notice.version })
  })

  it('leaves the cohort alone in a change', () => {
    const card = form({ draft: { purpose: 'change', fields: fields(), cohortId: 'september-2014' } })
    assert.isUndefined(input(card, 'cohortId'))
    assert.deepInclude(elements(card.actions, /^Action\.Execute$/)[0]?.data as object, {
      verb: 'interest/change-save',
      cohortId: 'september-2014',
    })
  })

  it('says on form, summary, receipt and status that it is no application', () => {
    const not = /not an application/
    assert.match(interestFormReply({ draft: empty, cohorts, notice }).text, not)
    assert.match(summaryReply(empty, 'September 2014', notice).text, not)
    assert.match(receiptReply(view(), []).text, not)
    assert.match(JSON.stringify(statusReply([view()], day).card), not)
  })
})

describe('What Save sends', () => {
  it('is read as the fields of the form', () => {
    const sent = { verb: 'interest/save', cohortId: 'september-2014', noticeVersion: '1' }
    const given = { ...fields(), tellMe: 'false' }
    assert.deepEqual(readForm({ ...sent, ...given }), {
      cohortId: 'september-2014',
      noticeVersion: '1',
      fields: { ...fields(), tellMe: false },
    })
  })

  it('is taken for no more than texts when it is forged', () => {
    const forged = {
      name: { toString: 'x' },
      band: 3,
      managerKnows: 'toString',
      tellMe: 'maybe',
      cohortId: [],
    }
    assert.deepEqual(readForm({ ...forged, why: 'x'.repeat(20_000), status: 'offered' }), {
      fields: { why: 'x'.repeat(10_000) },
    })
  })
})

describe('The other cards', () => {
  it('gives the reference, what happens next, and the ways to change it', () => {
    const text = receiptReply(view(), ['HR reads it.', 'HR writes to you.']).text
    assert.include(text, 'AP-7K3F-92')
    assert.include(text, '1. HR reads it.\n2. HR writes to you.')
    assert.match(text, /change my interest.*withdraw my interest.*show my data/)
  })

  it('asks which of two interests is meant, and offers those that still count', () => {
    const other = {
      ...view(),
      cohortName: 'March 2015',
      interest: { ...interest(), cohortId: 'march-2015', reference: 'AP-2CDF-34' },
    }
    const ended = { ...view(), active: false, interest: { ...interest(), cohortId: 'old' } }
    const card = statusReply([view(), other, ended], day).card
    assert.lengthOf(input(card, 'cohortId')?.choices as unknown[], 2)
    assert.isUndefined(input(statusReply([view(), ended], day).card, 'cohortId'))
  })

  it('offers what is open instead of a closed cohort, and to be told', () => {
    const verbs = (card?: AdaptiveCard) => elements(card?.actions, /^Action\.Execute$/).map(({ verb }) => verb)
    assert.deepEqual(verbs(cohortClosedReply(cohorts[0], cohorts.slice(1)).card), [
      'interest/start',
      'interest/notify-open',
    ])
    assert.deepEqual(verbs(cohortClosedReply(undefined, []).card), ['interest/notify-open'])
  })

  it('tells what was erased, what a hold kept, and that Teams has its own copy', () => {
    const held = [{ reference: 'AP-2CDF-34', why: 'A dispute', until: '2014-06-30T12:00:00.000Z' }]
    const text = erasedReply(receipt, held, day).text
    assert.match(text, /AP-4CDF-77, made on 8 January 2014/)
    assert.match(text, /1 interest: AP-7K3F-92/)
    assert.match(text, /A dispute. The hold ends on 30 June 2014/)
    assert.match(text, /Teams keeps its own copy/)
  })
})
