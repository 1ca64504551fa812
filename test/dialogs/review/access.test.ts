import { assert } from 'chai'
import type { Role } from '../../../dialogs/access.ts'
import { REVIEW_VERBS } from '../../../dialogs/review/commands/index.ts'
import { somebody } from '../../support/people.ts'
import { command } from '../../support/service.ts'
import { type Bench, reviewBench } from './bench.ts'
import { type Talk, talk } from './talk.ts'

const ACTIONS = ['review', 'filter', 'export', 'update-status', 'unanswered']
const OTHERS: Role[] = ['staff', 'manager']

describe('Who may work the interest', () => {
  let bench: Bench
  let say: Talk
  beforeEach(async () => {
    bench = await reviewBench()
    say = talk(bench)
  })
  afterEach(() => bench.stores.close())

  for (const role of OTHERS) {
    it(`refuses ${role} every function of the service, whether the thing exists or not, and logs no look`, async () => {
      const { service } = bench
      const actor = somebody(role)
      const there = bench.key(await bench.put({ name: 'Sue Nowak' }))
      const before = JSON.stringify(await bench.stores.interests.page({}, { limit: 9 }))
      const id = await bench.stores.unanswered.count({
        group: 'g',
        text: 't',
        outcome: 'unknown',
        entries: [],
        at: bench.clock.iso(),
      })
      for (const key of [there, 'september-2014/nothing']) {
        const calls: Record<string, Promise<{ kind: string }>> = {
          workList: service.workList(actor, { filter: {} }),
          findByName: service.findByName(actor, key === there ? 'Nowak' : 'Nobody'),
          keysOf: service.keysOf(actor, {}),
          open: service.open(actor, { key }),
          openByReference: service.open(actor, { reference: 'AP-7K3F-92' }),
          note: service.note(actor, key, 'x', command()),
          assign: service.assign(actor, { key }, null, command()),
          hold: service.hold(actor, key, { why: 'x', until: null }, command()),
          release: service.release(actor, key, command()),
          previewStatus: service.previewStatus(actor, [key], 'closed'),
          setStatus: service.setStatus(actor, [{ key }], 'closed', '', command()),
          sendNotice: service.sendNotice(actor, key, command()),
          undo: service.undo(actor, [key], command()),
          enter: service.enter(
            actor,
            { cohortId: '', fields: {}, channel: 'paper', receivedOn: '', noticeVersion: '' },
            ['a@b.c'],
            command(),
          ),
          askExport: service.askExport(actor, {}),
          requestExport: service.requestExport(actor, { filter: {}, purpose: 'A purpose', format: 'csv' }),
          redeem: service.redeem(actor, 'x'.repeat(43)),
          register: service.register(actor),
          sheet: service.sheet(actor),
          previewWriting: service.previewWriting(actor, {}, 'x'),
          write: service.write(actor, {}, 'x', '', command()),
          questions: service.questions(actor),
          question: service.question(actor, id),
          answer: service.answer(actor, { id }, 'x'),
          markGap: service.markGap(actor, { id }, 'x'),
          feedback: service.feedback(actor),
        }
        for (const [name, call] of Object.entries(calls)) assert.deepEqual(await call, { kind: 'forbidden' }, name)
      }
      assert.equal(JSON.stringify(await bench.stores.interests.page({}, { limit: 9 })), before)
      for (const kind of ['look', 'export', 'note'] as const) assert.isEmpty(await bench.audited(kind))
    })

    it(`says the same polite no to ${role} for every action and every forged button`, async () => {
      const actor = somebody(role)
      const key = bench.key(await bench.put({ name: 'Sue Nowak' }))
      const data = {
        key,
        keys: [key],
        seen: [{ key }],
        to: 'closed',
        chosen: key,
        filter: {},
        text: 'x',
        id: 'x',
        purpose: 'A purpose',
        after: { verb: 'open' },
      }
      const heard = [
        ...(await Promise.all(ACTIONS.map((action) => say(actor, 'find Nowak', { action })))),
        ...(await Promise.all(REVIEW_VERBS.map((verb) => say(actor, '', { submission: { verb, data } })))),
      ]
      const [first] = heard
      for (const { text, trace, cards } of heard) {
        assert.equal(text, first?.text)
        assert.deepEqual(trace.outcomes, ['refused'])
        assert.isEmpty(cards)
      }
      assert.notMatch(first?.text ?? '', /Nowak|!/)
      const madeUp = await say(actor, '', { submission: { verb: 'review/made-up', data } })
      assert.match(madeUp.text, /could not use that button/)
      assert.equal(await bench.stores.interests.count({ statuses: ['registered'] }), 1)
    })
  }

  it('answers HR on every button, also when it brings nothing that fits', async () => {
    for (const verb of REVIEW_VERBS) {
      for (const data of [
        {},
        { key: 7, filter: 'x', seen: {} },
        { key: 'september-2014/nothing', id: 'nothing', keys: [] },
      ]) {
        const { text, trace } = await say(bench.helen, '', { submission: { verb, data } })
        assert.notEqual(text, '', verb)
        assert.notInclude(trace.outcomes, 'refused', verb)
      }
    }
  })

  it('works in a personal chat alone', async () => {
    await bench.put({ name: 'Sue Nowak' })
    for (const verb of REVIEW_VERBS) {
      const { text } = await say(bench.helen, '', { personal: false, submission: { verb, data: { filter: {} } } })
      assert.include(text, 'personal chat')
    }
    assert.include((await say(bench.helen, 'work list', { action: 'review', personal: false })).text, 'personal chat')
  })
})
