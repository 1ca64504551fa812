import { expect } from 'chai'
import { createLogger } from '../../../bot/logger.ts'
import { openAssistant } from '../../../bot/model/openAssistant.ts'
import type { Answerer } from '../../../knowledge/answering/answerer.ts'
import type { Part } from '../../../knowledge/answering/decision.ts'
import { loadKnowledge } from '../../../knowledge/content/load.ts'
import { RIVERSIDE } from '../../support/conversation.ts'
import { openAi } from '../../support/openaiModel.ts'
import { replies, startVendor } from '../../support/openaiServer.ts'

const part: Part = { outcome: 'unknown', text: 'x', candidates: [{ id: 'length', confidence: 0.3 }] }
const asked = { message: 'the zebra one, Zbigniew', audience: 'staff' } as const

describe('the model, as it is opened', () => {
  const opening = (url: string, answerer: () => Promise<Answerer>, lines: string[] = []) =>
    openAssistant({
      config: openAi(url),
      knowledge: loadKnowledge(RIVERSIDE),
      answerer,
      state: { read: async () => ({}), write: async () => undefined },
      cache: '/nowhere',
      clock: () => new Date(),
      log: createLogger('trace', { write: (line) => lines.push(line) }),
    })
  const decides: Answerer = { decide: async () => ({ parts: [part] }) }

  it('adds nothing while it cannot be, and is tried again', async () => {
    const vendor = await startVendor(replies.gives({ choice: 'length' }))
    let answerer: () => Promise<Answerer> = () => Promise.reject(new Error('not yet'))
    try {
      const assistant = opening(vendor.url, () => answerer())
      expect((await assistant()).wouldAsk([part], asked)).to.equal(false)
      expect(await (await assistant()).assist([part], asked)).to.deep.equal({ parts: [part], model: false })
      answerer = async () => decides
      expect(await (await assistant()).assist([part], asked)).to.have.property('model', true)
    } finally {
      await vendor.close()
    }
  })

  it('logs how each question to it ended, and no word of anybody', async () => {
    const vendor = await startVendor(replies.status(404, { error: { message: 'Zbigniew asked about a zebra' } }))
    const lines: string[] = []
    try {
      const assistant = await opening(vendor.url, async () => decides, lines)()
      await assistant.assist([part], asked)
      const ramble = 'is it the zebra or Zbigniew '.repeat(5)
      vendor.replyTo(({ use }) => replies.gives(use === 'choice' ? { choice: 'length' } : { question: ramble }))
      await assistant.assist([part], { ...asked, message: ramble })
      const told = lines.map((line) => JSON.parse(line))
      expect(told.map(({ use, outcome }) => [use, outcome])).to.deep.equal([
        ['choice', 'unavailable'],
        ['standalone_question', 'given'],
        ['choice', 'given'],
      ])
      expect(lines.join('').toLowerCase()).not.to.match(/zebra|zbigniew/)
    } finally {
      await vendor.close()
    }
  })
})
