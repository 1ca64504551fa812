import { expect } from 'chai'
import { rateLimit } from '../../bot/rateLimit.ts'
import { turnQueue } from '../../bot/turnQueue.ts'
import { turnsOnce } from '../../bot/turnsOnce.ts'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('the rate limit', () => {
  it('lets a person send so many in any minute, and says when the next may come', () => {
    let now = 0
    const tooMany = rateLimit(2, () => now)
    const at = (time: number, person = 'sam') => {
      now = time
      return tooMany(person)
    }
    expect([at(0), at(30_000), at(30_000), at(59_001), at(59_001, 'alex')]).to.deep.equal([0, 0, 30, 1, 0])
    expect([at(60_000), at(60_000), at(90_000)]).to.deep.equal([0, 30, 0])
  })

  it('can be off', () => {
    const tooMany = rateLimit('off')
    expect(Array.from({ length: 1000 }, () => tooMany('sam')).every((seconds) => seconds === 0)).to.equal(true)
  })
})

describe('the queue of turns', () => {
  it('runs those of one key in order, also after one that fails', async () => {
    const queue = turnQueue()
    const seen: string[] = []
    const work =
      (name: string, milliseconds: number, fails = false) =>
      async () => {
        seen.push(`${name} begins`)
        await pause(milliseconds)
        seen.push(`${name} ends`)
        if (fails) throw new Error(name)
        return name
      }
    const all = [
      queue.run('a', work('one', 20, true)),
      queue.run('a', work('two', 1)),
      queue.run('b', work('other', 1)),
    ]
    const settled = await Promise.allSettled(all)
    expect(settled.map(({ status }) => status)).to.deep.equal(['rejected', 'fulfilled', 'fulfilled'])
    expect(seen).to.deep.equal(['one begins', 'other begins', 'other ends', 'one ends', 'two begins', 'two ends'])
    await pause(1)
    expect(queue.size).to.equal(0)
  })

  it('does not let one that hangs hold up the rest for ever', async () => {
    const queue = turnQueue(20)
    void queue.run('a', () => new Promise(() => undefined))
    expect(await queue.run('a', async () => 'next')).to.equal('next')
  })
})

describe('the answers that are kept for a resend', () => {
  it('are given again for ten minutes, also while the first is not ready', async () => {
    let now = 1
    const once = turnsOnce(() => now)
    const { promise, resolve } = Promise.withResolvers<{ status: number; body: string }>()
    expect(once.answerTo('a')).to.equal(undefined)
    once.keep('a', promise)
    const again = once.answerTo('a')
    resolve({ status: 200, body: 'Two years.' })
    expect(await again).to.deep.equal({ status: 200, body: 'Two years.' })
    now = 600_000
    expect(await once.answerTo('a')).to.deep.equal({ status: 200, body: 'Two years.' })
    now = 600_002
    expect(once.answerTo('a')).to.equal(undefined)
  })

  it('keep their status for longer than their body, which is large', async () => {
    const once = turnsOnce()
    for (let key = 0; key < 300; key++) once.keep(String(key), Promise.resolve({ status: 200, body: `${key}` }))
    await pause(1)
    expect(await once.answerTo('0')).to.deep.equal({ status: 200, body: undefined })
    expect(await once.answerTo('299')).to.deep.equal({ status: 200, body: '299' })
  })
})
