import { expect } from 'chai'
import { createLogger, inTurn, newTurnId, redacted, safeMessage } from '../../bot/logger.ts'

describe('the log', () => {
  const lines: string[] = []
  const log = createLogger('info', { write: (line) => lines.push(line) })
  const logged = (): Record<string, never> => JSON.parse(lines.at(-1) ?? '{}')

  it('carries the id of the turn, through what it waits for', async () => {
    await inTurn('ABCD-2345', async () => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      log.info('in')
    })
    expect(logged()).to.include({ turn: 'ABCD-2345', msg: 'in', level: 'info' })
    log.info('out')
    expect(logged()).not.to.have.property('turn')
    expect(newTurnId()).to.match(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  })

  it('holds no words, names or secrets, where they usually are', () => {
    log.info({ text: 'I am Sam', from: { name: 'Sam' }, activity: { text: 'I am Sam' }, turnOf: { value: 'Sam' } }, 'x')
    log.info({ headers: { authorization: 'Bearer abc' }, email: 'sam@trust.example' }, 'x')
    expect(lines.slice(-2).join()).not.to.match(/Sam|abc|trust\.example/)
  })

  it('tells an error by its kind and place, with its causes, not by what it quotes or carries', () => {
    const cause = Object.assign(new Error("No such user: 'Sam Example'"), { code: 'ENOENT' })
    const request = { body: 'I am Sam', headers: { authorization: 'Bearer abc' } }
    log.error({ err: Object.assign(new Error('It failed.', { cause }), { statusCode: 502, request }) }, 'x')
    expect(lines.at(-1)).not.to.match(/Sam|abc/)
    const { err } = logged() as unknown as { err: Record<string, unknown> }
    expect(err).to.deep.include({ type: 'Error', message: 'It failed.', statusCode: 502 })
    expect(err.cause).to.deep.include({ code: 'ENOENT', message: 'No such user: […]' })
    expect(String(err.stack)).to.include('logger.test.ts')
  })

  const messages: [string, string][] = [
    ['Unexpected token \'h\', "hello, I am Sam" is not valid JSON', 'Unexpected token […], […] is not valid JSON'],
    ['No answer from sam@trust.example', 'No answer from […]'],
    ['Person 0b000000-0000-4000-8000-000000000001 is gone', 'Person […] is gone'],
    ['Header Bearer eyJ0.eyJ1.x', 'Header […]'],
    ['connect ECONNREFUSED 127.0.0.1:443', 'connect ECONNREFUSED 127.0.0.1:443'],
  ]
  for (const [message, safe] of messages) {
    it(`writes "${message}" as "${safe}"`, () => expect(safeMessage(message)).to.equal(safe))
  }

  it('says by the same mark that two lines are about the same person', () => {
    expect(redacted('tenant/sam')).to.equal(redacted('tenant/sam')).and.not.equal(redacted('tenant/alex'))
    expect(redacted('tenant/sam')).to.match(/^[0-9a-f]{12}$/)
  })
})
