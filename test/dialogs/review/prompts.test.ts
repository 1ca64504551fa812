import { assert } from 'chai'
import { type Bench, reviewBench } from './bench.ts'
import { type Talk, talk } from './talk.ts'

describe('What HR answers to a prompt', () => {
  let bench: Bench
  let say: Talk
  beforeEach(async () => {
    bench = await reviewBench()
    say = talk(bench)
    for (const days of [3, 2]) await bench.put({ band: '4' }, days)
  })
  afterEach(() => bench.stores.close())
  const hr = (text: string, action?: string) => say(bench.helen, text, action ? { action } : {})
  const contacted = () => bench.stores.interests.count({ statuses: ['contacted'] })

  const askNote = async () => {
    await hr('show the list', 'review')
    await hr('open number 1', 'review')
    assert.include((await hr('add a note', 'review')).text, 'What is the note?')
  }

  const confirmations: [text: string, set: number][] = [
    ...['yes', 'Yes please', 'aye', 'yh', 'yea', 'go for it', '👍', 'correct', 'crack on', 'that’s right'].map(
      (text): [string, number] => [text, 2],
    ),
    ...['change them', 'all the same', 'confirm', 'ok, because we met', 'send it'].map((text): [string, number] => [
      text,
      2,
    ]),
    ...['no', 'nah', 'naw', 'not now', 'cancel', 'no problem, leave them', "don't", 'never mind'].map(
      (text): [string, number] => [text, 0],
    ),
    ...['send them a message', 'register me', 'put me down', 'skip', 'is that right?'].map((text): [string, number] => [
      text,
      0,
    ]),
  ]
  for (const [text, set] of confirmations)
    it(`“${text}” to “Set 2 interests?” sets ${set}`, async () => {
      assert.include((await hr('move all band 4 to contacted', 'update-status')).text, 'Set 2 interests to contacted?')
      await hr(text)
      assert.equal(await contacted(), set)
    })

  for (const text of ['no', 'nah', 'naw', 'not now', 'never mind', 'cancel'])
    it(`“${text}” to “What is the note?” notes nothing`, async () => {
      await askNote()
      assert.include((await hr(text)).text, 'Nothing was changed')
    })

  for (const text of ['not interested', 'not yet', 'done', 'ok', 'no answer on any of the three numbers'])
    it(`“${text}” to “What is the note?” is the note`, async () => {
      await askNote()
      assert.include((await hr(text)).text, 'Your note is added.')
    })

  it('takes a command for a command while a note is asked for', async () => {
    await askNote()
    assert.include((await hr('show the list', 'review')).text, '2 interests')
  })
})
