import { assert } from 'chai'
import type { EnterRequest } from '../../../dialogs/interest/interestService.ts'
import { someFields } from '../../support/people.ts'
import { command } from '../../support/service.ts'
import { type Bench, reviewBench } from './bench.ts'

describe('One interest, worked by HR', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await reviewBench()
  })
  afterEach(() => bench.stores.close())

  it('keeps every note, whoever else changed it', async () => {
    const interest = await bench.put()
    const key = bench.key(interest)
    await bench.service.setStatus(bench.daniel, [{ key }], 'contacted', '', command())
    assert.equal((await bench.service.note(bench.helen, key, ' left voicemail ', command())).kind, 'changed')
    assert.equal((await bench.service.note(bench.helen, key, '  ', command())).kind, 'invalid')
    assert.deepEqual(
      (await bench.latest(interest)).notes.map(({ text }) => text),
      ['left voicemail'],
    )
  })

  it('is given to officers alone', async () => {
    const interest = await bench.put()
    const outcome = await bench.service.assign(bench.helen, { key: bench.key(interest) }, 'somebody', command())
    assert.equal(outcome.kind, 'invalid')
  })

  it('is held until the end of a day that is to come, and released', async () => {
    const interest = await bench.put()
    const key = bench.key(interest)
    const hold = (why: string, until: string | null) => bench.service.hold(bench.helen, key, { why, until }, command())
    assert.equal((await hold('', null)).kind, 'invalid')
    assert.equal((await hold('A grievance', '2014-01-07')).kind, 'invalid')
    assert.equal((await hold('A grievance', '2014-02-01')).kind, 'changed')
    assert.include((await bench.latest(interest)).hold ?? {}, { why: 'A grievance', until: '2014-02-01T23:59:59.999Z' })
    await bench.service.release(bench.helen, key, command())
    assert.isNull((await bench.latest(interest)).hold)
    assert.deepEqual(
      (await bench.latest(interest)).history.map(({ what }) => what),
      ['held', 'released'],
    )
  })

  it('is entered for somebody, and not for the officer', async () => {
    const request: EnterRequest = {
      cohortId: 'september-2014',
      channel: 'paper',
      receivedOn: '2014-01-06',
      noticeVersion: '1',
      fields: someFields({ email: 'amina@example.nhs.uk' }),
    }
    const enter = (own: string[]) => bench.service.enter(bench.helen, request, own, command())
    assert.equal((await enter(['Amina@example.nhs.uk'])).kind, 'own')
    assert.equal((await enter([])).kind, 'own')
    assert.equal((await enter(['helen@example.nhs.uk'])).kind, 'entered')
  })
})

describe('HR answers what the bot could not', () => {
  let bench: Bench
  beforeEach(async () => {
    bench = await reviewBench()
  })
  afterEach(() => bench.stores.close())

  const asked = async (text: string, times = 1, askers: string[] = []): Promise<string> => {
    let id = ''
    for (let i = 0; i < times; i++)
      id = await bench.stores.unanswered.count({
        group: text,
        text,
        outcome: 'unknown',
        entries: [],
        at: bench.clock.iso(),
      })
    for (const personId of askers)
      await bench.stores.unanswered.send(id, {
        tenantId: bench.helen.tenantId,
        personId,
        name: 'N',
        at: bench.clock.iso(),
      })
    return id
  }

  it('lists them, the most asked first', async () => {
    await asked('is there parking')
    await asked('what band do you end up on', 3)
    const list = await bench.service.questions(bench.helen)
    if (list.kind !== 'questions') throw new Error(list.kind)
    assert.deepEqual(
      list.questions.map(({ question }) => [question.text, question.count]),
      [
        ['what band do you end up on', 3],
        ['is there parking', 1],
      ],
    )
  })

  it('sends the answer to those who asked, once, and leaves it for the curator', async () => {
    const id = await asked('is there parking', 2, ['a', 'b'])
    const outcome = await bench.service.answer(bench.helen, { id }, 'Yes, at Hollins Park.')
    assert.equal(outcome.kind === 'answered' && outcome.told, 2)
    await bench.service.answer(bench.helen, { id }, 'Yes, at Hollins Park.')
    assert.sameMembers(
      bench.told.map(({ personId }) => personId),
      ['a', 'b'],
    )
    assert.include(bench.told[0], { question: 'is there parking', answer: 'Yes, at Hollins Park.' })
    assert.include((await bench.stores.unanswered.get(id))?.question, {
      state: 'answered',
      answer: 'Yes, at Hollins Park.',
    })
  })

  it('keeps what the second officer typed', async () => {
    const id = await asked('is there parking')
    const version = (await bench.stores.unanswered.get(id))?.version ?? ''
    await bench.service.answer(bench.helen, { id, version }, 'Yes.')
    const outcome = await bench.service.answer(bench.daniel, { id, version }, 'No.')
    if (outcome.kind !== 'question-conflict') throw new Error(outcome.kind)
    assert.equal(outcome.typed, 'No.')
    assert.equal(outcome.stored.question.answer, 'Yes.')
  })

  it('marks a gap with its owner, which can be answered later', async () => {
    const id = await asked('is there parking', 1, ['a'])
    assert.equal((await bench.service.markGap(bench.helen, { id }, ' ')).kind, 'invalid')
    assert.equal((await bench.service.markGap(bench.helen, { id }, 'Estates')).kind, 'gap')
    const version = (await bench.stores.unanswered.get(id))?.version ?? ''
    assert.equal((await bench.service.answer(bench.helen, { id, version }, 'Yes.')).kind, 'answered')
    assert.lengthOf(bench.told, 1)
  })

  it('sums up the thumbs', async () => {
    const thumb = (turnId: string, reaction: 'like' | 'dislike', reason = '') =>
      bench.stores.feedback.put({ turnId, at: bench.clock.iso(), reaction, reason, entries: ['weekly-pattern'] })
    await thumb('1', 'like')
    await thumb('2', 'dislike', 'too long')
    const summary = await bench.service.feedback(bench.helen)
    if (summary.kind !== 'feedback') throw new Error(summary.kind)
    assert.include(summary, { likes: 1, dislikes: 1 })
    assert.deepEqual(
      summary.reasons.map(({ reason }) => reason),
      ['too long'],
    )
  })
})
