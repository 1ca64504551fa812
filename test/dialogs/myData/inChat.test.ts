import { assert } from 'chai'
import { inChat } from '../../../dialogs/myData/inChat.ts'
import { day, held } from '../register/support/cardViews.ts'

describe('My data in the chat itself, where the bot has no address for a link', () => {
  const json = (text: string) => ({ name: text, history: Array.from({ length: 200 }, (_, i) => ({ i, text })) })
  const texts = (text: string) => inChat(held(text, 4), json(text), day).map((reply) => reply.text)

  it('is words, and the whole JSON in code blocks, each message within what Teams takes', () => {
    for (const text of ['Kirkby', '```\n# not code', 'é🌸'.repeat(3000)]) {
      const said = texts(text)
      for (const one of said) assert.isBelow(Buffer.byteLength(JSON.stringify(one)), 28_000)
      const code = said.flatMap((one) => /```json\n([\s\S]*)\n```$/.exec(one)?.[1] ?? [])
      assert.isAtLeast(code.length, 1)
      assert.deepEqual(JSON.parse(code.join('\n')), json(text))
      assert.equal(said.filter((one) => (one.match(/```/g)?.length ?? 0) > 2).length, 0)
    }
  })

  it('names each field with who sees it, and nothing is left out', () => {
    const said = texts('Kirkby').join('\n')
    for (let n = 0; n < 20; n++) assert.include(said, `Field ${n}: Kirkby (seen by: You and HR)`)
    assert.include(said, 'Kept until 8 January 2015')
  })
})
