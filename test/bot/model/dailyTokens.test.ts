import { expect } from 'chai'
import { openDailyTokens } from '../../../bot/model/dailyTokens.ts'
import type { StateItem } from '../../../bot/stores/stateStore.ts'
import { openAi, openTestModel, soon } from '../../support/openaiModel.ts'
import { replies, startVendor } from '../../support/openaiServer.ts'

const at = (moment: string) => () => new Date(moment)

const memory = () => {
  const items: Record<string, StateItem> = {}
  return {
    items,
    read: async (keys: string[]) =>
      Object.fromEntries(keys.flatMap((key) => (items[key] ? [[key, items[key] as StateItem]] : []))),
    write: async (changes: Record<string, StateItem>) => void Object.assign(items, changes),
  }
}

describe("the day's tokens", () => {
  it('are given until they are spent, and again the next day', async () => {
    let now = '2026-01-08T23:59:00Z'
    const tokens = await openDailyTokens({ limit: 100, clock: () => new Date(now) })
    expect(tokens.reserve(60)).to.equal(true)
    expect(tokens.reserve(60)).to.equal(false)
    tokens.settle(60, 30)
    expect(tokens.reserve(60)).to.equal(true)
    now = '2026-01-09T00:00:01Z'
    expect(tokens.reserve(100)).to.equal(true)
  })

  it('outlive a restart', async () => {
    const state = memory()
    const first = await openDailyTokens({ limit: 100, clock: at('2026-01-08T10:00:00Z'), state })
    first.reserve(50)
    first.settle(50, 90)
    await new Promise(setImmediate)
    expect(state.items).to.deep.equal({ 'model/tokens/2026-01-08': { spent: 90 } })
    const second = await openDailyTokens({ limit: 100, clock: at('2026-01-08T11:00:00Z'), state })
    expect([second.reserve(20), second.reserve(10)]).to.deep.equal([false, true])
  })

  it('are counted in memory when the store is not there', async () => {
    const troubles: unknown[] = []
    const gone = async () => Promise.reject(new Error('gone'))
    const tokens = await openDailyTokens({
      limit: 100,
      clock: at('2026-01-08T10:00:00Z'),
      state: { read: gone, write: gone },
      onError: (error) => troubles.push(error),
    })
    expect(tokens.reserve(100)).to.equal(true)
    tokens.settle(100, 100)
    await new Promise(setImmediate)
    expect(tokens.reserve(1)).to.equal(false)
    expect(troubles).to.have.length(2)
  })

  it('stop the questions to a model before they are sent', async () => {
    const vendor = await startVendor(replies.gives({ question: 'How long is it?' }))
    try {
      const { model } = await openTestModel({ config: openAi(vendor.url, { dailyTokens: 450 }) })
      const answers = []
      for (const message of ['how long', 'how long is it', 'how long will it be'])
        answers.push(await model.rewrite({ said: [], message }, soon()))
      expect(answers.map((answer) => (answer.kind === 'none' ? answer.why : answer.kind))).to.deep.equal([
        'given',
        'given',
        'over-budget',
      ])
      expect(vendor.requests).to.have.length(2)
    } finally {
      await vendor.close()
    }
  })
})
