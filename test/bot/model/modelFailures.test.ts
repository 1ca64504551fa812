import { expect } from 'chai'
import type { NoAnswer } from '../../../knowledge/answering/languageModel.ts'
import { freePort } from '../../support/freePort.ts'
import { openAi, openTestModel, soon } from '../../support/openaiModel.ts'
import { replies, startVendor, type VendorReply, type VendorServer } from '../../support/openaiServer.ts'

const asked = { said: [], message: 'and how long is that?' }
const filter = { error: { message: 'no', code: 'content_filter' } }

describe('a model that fails', () => {
  let vendor: VendorServer
  beforeEach(async () => {
    vendor = await startVendor()
  })
  afterEach(() => vendor.close())

  const failures: [what: string, reply: VendorReply, why: NoAnswer, requests?: number][] = [
    ['refuses', replies.refuses(), 'refused'],
    ['stops at the most that it may say', replies.isCutOff(), 'truncated'],
    ['is stopped by a filter while it writes', replies.isFiltered(), 'refused'],
    ['is stopped by a filter before it reads', replies.status(400, filter), 'refused'],
    ['says nothing', replies.isEmpty(), 'malformed'],
    ['writes what is no JSON', replies.writes('How long is it?'), 'malformed'],
    ['writes another shape', replies.gives({ answer: 'two years' }), 'malformed'],
    ['writes a question of 10,000 characters', replies.gives({ question: 'x'.repeat(10_000) }), 'malformed'],
    ['answers with a page', replies.raw('<html>Bad gateway</html>'), 'malformed'],
    ['answers with half a body', replies.raw('{"id":"resp_1","output":[{"ty'), 'malformed'],
    ['says that it failed', replies.fails(), 'unavailable', 2],
    ['hangs up in the middle', replies.drops(), 'unavailable'],
    ['has no such model', replies.status(404), 'unavailable'],
    ['does not know the key', replies.status(401), 'unavailable'],
    ['is broken', replies.status(500), 'unavailable', 2],
    ['has too much to do', replies.status(429), 'unavailable', 2],
    ['has too much to do for longer than a turn', replies.status(429, {}, { 'retry-after': '20' }), 'unavailable', 1],
  ]
  for (const [what, reply, why, requests] of failures)
    it(`gives a reason when it ${what}: ${why}`, async () => {
      vendor.reply(reply)
      const { model, calls } = await openTestModel({ config: openAi(vendor.url) })
      expect(await model.rewrite(asked, soon())).to.deep.equal({ kind: 'none', why })
      expect(calls.map(({ use, outcome }) => [use, outcome])).to.deep.equal([['standalone_question', why]])
      if (requests) expect(vendor.requests).to.have.length(requests)
    })

  for (const [what, reply] of [
    ['never answers', replies.hangs()],
    ['sends a character now and then', replies.drips()],
  ] as const)
    it(`is left when the deadline passes: it ${what}`, async () => {
      vendor.reply(reply)
      const { model } = await openTestModel({ config: openAi(vendor.url) })
      const deadline = soon(120)
      expect(await model.rewrite(asked, deadline)).to.deep.equal({ kind: 'none', why: 'slow' })
      expect(vendor.requests).to.have.length(1)
    })

  it('is not begun when too little time is left', async () => {
    const { model } = await openTestModel({ config: openAi(vendor.url), guard: { least: 500 } })
    expect(await model.rewrite(asked, soon(100))).to.deep.equal({ kind: 'none', why: 'slow' })
    expect(vendor.requests).to.deep.equal([])
  })

  it('gives a reason when nothing listens', async () => {
    const { model } = await openTestModel({ config: openAi(`http://127.0.0.1:${await freePort()}`) })
    expect(await model.rewrite(asked, soon())).to.deep.equal({ kind: 'none', why: 'unavailable' })
  })

  it('is asked once more when it says that it may, and answers', async () => {
    let first = true
    vendor.replyTo(() => {
      const reply = first
        ? replies.status(429, {}, { 'retry-after-ms': '5' })
        : replies.gives({ question: 'How long is it?' })
      first = false
      return reply
    })
    const { model } = await openTestModel({ config: openAi(vendor.url) })
    expect(await model.rewrite(asked, soon())).to.deep.equal({ kind: 'given', value: 'How long is it?' })
    expect(vendor.requests).to.have.length(2)
  })

  it('is left alone after failing in a row, tried once later, and trusted again when it answers', async () => {
    vendor.reply(replies.status(404))
    const { model } = await openTestModel({ config: openAi(vendor.url) })
    const ask = async () => {
      const answer = await model.rewrite(asked, soon())
      return answer.kind === 'none' ? answer.why : answer.value
    }
    expect([await ask(), await ask(), await ask(), await ask()]).to.deep.equal([
      'unavailable',
      'unavailable',
      'unavailable',
      'circuit-open',
    ])
    expect(vendor.requests).to.have.length(3)
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect([await ask(), await ask()]).to.deep.equal(['unavailable', 'circuit-open'])
    vendor.reply(replies.gives({ question: 'How long is it?' }))
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(await ask()).to.equal('How long is it?')
  })
})
