import { assert } from 'chai'
import { oncePerTurn } from '../../../dialogs/register/oncePerTurn.ts'
import type { Turn } from '../../../dialogs/turn.ts'

const turn = () => ({}) as Turn

describe('Work that is done once a turn', () => {
  it('is done once however often it is asked for, and again for another turn', async () => {
    let times = 0
    const counted = oncePerTurn(async () => ({ times: ++times }))
    const [first, second] = [turn(), turn()]
    for (let i = 0; i < 3; i++) assert.deepEqual(await counted(first), { times: 1 })
    assert.deepEqual(await counted(second), { times: 2 })
  })

  it('is done again when it failed', async () => {
    let times = 0
    const failing = oncePerTurn(async () => {
      if (++times === 1) throw new Error('away')
      return { times }
    })
    const only = turn()
    let failed = false
    await failing(only).catch(() => {
      failed = true
    })
    assert.isTrue(failed)
    assert.deepEqual(await failing(only), { times: 2 })
  })
})
