import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import type { Logger } from '../../../bot/logger.ts'
import { type CloserReadingOptions, openCloserReading } from '../../../bot/model/closerReading.ts'
import { openDailyTokens } from '../../../bot/model/dailyTokens.ts'
import { openClient } from '../../../bot/model/modelClient.ts'
import { createGuard } from '../../../bot/model/modelGuard.ts'
import { openVendorVectors } from '../../../bot/model/vendorVectors.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { RIVERSIDE } from '../../support/conversation.ts'
import { openAi } from '../../support/openaiModel.ts'
import { replies, startVendor, type VendorReply, type VendorServer } from '../../support/openaiServer.ts'

const WORDS = ['long', 'length', 'days', 'week', 'band', 'paid', 'salary', 'park', 'evening', 'night', 'help', 'bye']
/** A word of the same meaning has the same place. */
const MEANS: Record<string, string> = { length: 'long', salary: 'paid', night: 'evening' }

/** The vectors of an embedding model that knows a dozen words. */
const vectorOf = (text: string): number[] => {
  const meant = text.split(/\W+/).map((word) => MEANS[word] ?? word)
  return [...WORDS.map((word) => (meant.includes(word) ? 1 : 0)), 0.1]
}
const embeddings = (texts: readonly string[], over: object = {}): VendorReply =>
  replies.status(200, {
    object: 'list',
    model: 'e',
    data: texts.map((text, index) => ({ object: 'embedding', index, embedding: vectorOf(text) })).reverse(),
    usage: { prompt_tokens: 5, total_tokens: 5 },
    ...over,
  })

describe('the sentence vectors of a vendor', () => {
  let vendor: VendorServer
  let dir: string
  beforeEach(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'vectors-'))
    vendor = await startVendor()
    vendor.replyTo(({ body }) => embeddings(body.input as string[]))
  })
  afterEach(async () => {
    await vendor.close()
    rmSync(dir, { recursive: true, force: true })
  })

  const open = async (limit = 1e6) =>
    openVendorVectors({
      client: await openClient(openAi(vendor.url)),
      model: 'e',
      guard: createGuard({ pause: 5 }),
      tokens: await openDailyTokens({ limit, clock: () => new Date() }),
    })

  it('come in order, in batches, with the dimensions of the first answer', async () => {
    const vectors = await open()
    expect([vectors.id, vectors.dimensions]).to.deep.equal(['e@13', 13])
    const texts = Array.from({ length: 300 }, (_, i) => (i % 2 ? 'how long' : 'which band'))
    const found = await vectors.embed(texts)
    expect(found.map((vector) => vector[0])).to.deep.equal(texts.map((text) => (text === 'how long' ? 1 : 0)))
    expect(vendor.requests.map(({ body }) => (body.input as string[]).length)).to.deep.equal([1, 256, 44])
    expect(vendor.requests[0]?.path).to.equal('/v1/embeddings')
  })

  const failures: [what: string, reply: VendorReply, why: string][] = [
    ['a vector is missing', embeddings([]), 'malformed'],
    ['a vector is of another length', embeddings(['x'], { data: [{ index: 0, embedding: [1, 2] }] }), 'malformed'],
    ['the vendor is broken', replies.status(500), 'unavailable'],
    ['the vendor writes a page', replies.raw('<html>'), 'malformed'],
  ]
  for (const [what, reply, why] of failures)
    it(`are not there when ${what}: ${why}`, async () => {
      const vectors = await open()
      vendor.reply(reply)
      const fault = await vectors.embed(['how long']).catch((error: unknown) => error)
      expect(fault).to.have.property('why', why)
    })

  it("stop at the day's tokens", async () => {
    const vectors = await open(20)
    const fault = await vectors.embed(['how long is it '.repeat(20)]).catch((error: unknown) => error)
    expect(fault).to.have.property('why', 'over-budget')
  })

  const knowledge = loadKnowledge(RIVERSIDE)
  const asked = { audience: 'staff' } as const
  const log = { warn: () => undefined, info: () => undefined } as unknown as Logger
  const closer = (over: Partial<CloserReadingOptions> = {}) =>
    openCloserReading({ knowledge, cache: dir, vectors: open, mask: (text) => text, log, ...over })
  const until = async <T>(ask: () => Promise<T | undefined>): Promise<T> => {
    for (;;) {
      const value = await ask()
      if (value !== undefined) return value
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  it('let the curated engine read a message anew, once they are there, and only the masked message is sent', async () => {
    const read = closer({ mask: (text) => text.replace('Zbigniew', '[name]') })
    expect(await read('what is the salary', asked)).to.equal(undefined)
    const decision = await until(() => read('Zbigniew salary', asked))
    expect(decision.parts[0].candidates[0]?.id).to.equal('pay')
    expect(vendor.requests.map(({ text }) => text).join()).not.to.include('Zbigniew')
  })

  it('are fetched once for the content, and kept', async () => {
    const first = closer()
    await until(() => first('what is the salary', asked))
    const before = vendor.requests.length
    const second = closer()
    await until(() => second('what is the salary', asked))
    const texts = vendor.requests.slice(before).flatMap(({ body }) => body.input as string[])
    expect(texts.filter((text) => text === 'do i get a pay rise')).to.deep.equal([])
  })

  it('have no opinion while the vendor fails', async () => {
    const read = closer()
    await until(() => read('what is the salary', asked))
    vendor.reply(replies.status(500))
    expect(await read('which band is it for then', asked)).to.equal(undefined)
  })

  it('have none at all when the vendor never came', async () => {
    vendor.reply(replies.status(404))
    const read = closer()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await read('what is the salary', asked)).to.equal(undefined)
  })
})
