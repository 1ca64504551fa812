import { assert } from 'chai'
import type { Stores } from '../../bot/stores/stores.ts'
import type { Feedback } from '../../dialogs/answers/feedbackStore.ts'
import { AWKWARD_NAMES } from './awkward.ts'

/** What every feedback store must do. */
export const feedbackStoreContract = (two: () => [Stores, Stores]): void => {
  const thumb = (turnId: string, over: Partial<Feedback> = {}): Feedback => ({
    turnId,
    at: '2014-01-08T09:00:00.000Z',
    reaction: 'like',
    reason: '',
    entries: ['length'],
    ...over,
  })

  it('keeps the last of each turn, and adds up each entry', async () => {
    const [here, there] = two()
    await here.feedback.put(thumb('1'))
    await there.feedback.put(thumb('1', { reaction: 'dislike', reason: AWKWARD_NAMES[8] ?? '', at: '2014-01-09' }))
    await here.feedback.put(thumb('2/ü?', { entries: ['length', 'award'] }))
    assert.deepEqual(
      (await there.feedback.list(9)).map(({ turnId }) => turnId),
      ['1', '2/ü?'],
    )
    assert.deepEqual(await there.feedback.byEntry(), [
      { entry: 'length', likes: 1, dislikes: 1 },
      { entry: 'award', likes: 1, dislikes: 0 },
    ])
    assert.equal(await there.feedback.removeBefore('2014-01-08T10:00:00.000Z'), 1)
    assert.lengthOf(await here.feedback.list(9), 1)
  })
}
