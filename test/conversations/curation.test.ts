import { expect } from 'chai'
import { localPeople } from '../../bot/local/people.ts'
import { type Chat, openChat } from '../support/conversation.ts'

const QUESTION = 'how long is it'

describe('An answer that HR withdraws', () => {
  let chat: Chat
  before(async () => {
    chat = await openChat({ as: 'hr' })
  })
  after(() => chat.close())

  const staff = localPeople.find(({ role }) => role === 'staff')
  const asStaff = (text: string) => {
    const { role: _, jobTitle: __, ...from } = staff ?? { role: '', jobTitle: '' }
    return chat.say(text, { from, conversation: { id: 'a:staff', conversationType: 'personal' } })
  }
  const press = (verb: string, data: object = {}) => chat.send({ type: 'message', value: { verb, ...data } })

  it('is withdrawn from the chat in which it was seen, and put back there', async () => {
    expect((await asStaff(QUESTION)).outcomes).to.deep.equal(['answered'])
    await chat.say(QUESTION)
    expect((await chat.say('Withdraw this answer')).said).to.match(/Withdraw this answer\?/)
    const entryId = 'length'
    expect((await press('curation/withdraw', { entryId, reason: '' })).said).to.match(/Say why/)
    expect((await asStaff(QUESTION)).outcomes, 'without a reason nothing happens').to.deep.equal(['answered'])

    const done = await press('curation/withdraw', { entryId, reason: 'It changed in May' })
    expect(done.said).to.match(/The answer is withdrawn/)
    const told = await asStaff(QUESTION)
    expect(told.outcomes).to.deep.equal(['not-stated'])
    expect(told.said).to.match(/HR is checking/)
    expect(told.citations).to.have.length(0)
    expect((await asStaff('Send my question to HR')).said).to.match(/sent your question/)
    expect((await chat.say('withdrawn answers')).said)
      .to.match(/length|how long/i)
      .and.to.match(/It changed in May/)

    await chat.say(QUESTION)
    expect((await chat.say('put this answer back')).said).to.match(/The answer is back/)
    expect((await asStaff(QUESTION)).outcomes).to.deep.equal(['answered'])
  })

  it('is nothing that staff can withdraw, by words or by a forged card', async () => {
    await asStaff(QUESTION)
    expect((await asStaff('withdraw this answer')).said).not.to.match(/Withdraw this answer\?/)
    const { role: _, jobTitle: __, ...from } = staff ?? { role: '', jobTitle: '' }
    const forged = await chat.send({
      ...{ type: 'message', value: { verb: 'curation/withdraw', entryId: 'length', reason: 'for fun' }, from },
      conversation: { id: 'a:staff', conversationType: 'personal' },
    })
    expect(forged.said).to.match(/HR officers/)
    expect((await asStaff(QUESTION)).outcomes).to.deep.equal(['answered'])
  })
})
