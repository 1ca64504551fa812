import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { assert } from 'chai'
import { openStores } from '../../bot/stores/openStores.ts'
import { type RunningBot, startBot } from '../e2e/support/bot.ts'
import { HARBOUR } from '../support/harbour.ts'
import { FILLED, referenceIn } from '../support/pressing.ts'

const TENANT = '10ca1000-0000-4000-8000-000000000000'
const PRESSES = 200

describe('Save through two processes of the bot on one store', function () {
  this.timeout(120_000)
  let dataDir: string
  let bots: RunningBot[]
  before(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'two-'))
    const settings = { DATA_DIR: dataDir, KNOWLEDGE_DIR: HARBOUR, SENTENCE_VECTORS: 'off', LOG_LEVEL: 'silent' }
    bots = []
    for (let i = 0; i < 2; i++) bots.push(await startBot(settings))
  })
  after(async () => {
    for (const bot of bots) await bot.stop()
    await rm(dataDir, { recursive: true, force: true })
  })

  const press = async (bot: RunningBot | undefined, person: string, activityId: string, conversation: string) => {
    const from = {
      id: `29:${person}`,
      name: 'Amina Yusuf',
      aadObjectId: person,
      tenantId: TENANT,
      email: 'a@trust.example',
    }
    const response = await fetch(`${bot?.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ type: 'message', id: activityId, channelId: 'msteams', deliveryMode: 'expectReplies', from },
        ...{ serviceUrl: `${bot?.url}/local`, recipient: { id: '28:bot', name: 'bot' } },
        conversation: { id: conversation, conversationType: 'personal', tenantId: TENANT },
        value: { verb: 'interest/save', ...FILLED },
      }),
    })
    assert.equal(response.status, 200)
    return response.text()
  }
  const stored = async (person: string) => {
    const stores = await openStores({ dataDir })
    const found = await stores.interests.byPerson(TENANT, person)
    await stores.close()
    return found.map(({ interest }) => interest)
  }
  const count = (answers: string[], words: RegExp): number => answers.filter((answer) => words.test(answer)).length

  it('keeps one of 200 presses at once, from as many devices', async () => {
    const person = '20000000-0000-4000-8000-000000000001'
    const presses = Array.from({ length: PRESSES }, (_, i) => press(bots[i % 2], person, `press-${i}`, `a:device-${i}`))
    const answers = await Promise.all(presses)
    const [interest, ...others] = await stored(person)
    assert.isEmpty(others)
    assert.lengthOf(interest?.history ?? [], 1)
    assert.equal(count(answers, /Your interest is saved/), 1)
    assert.equal(count(answers, /You have already registered/), PRESSES - 1)
    assert.deepEqual([...new Set(answers.map(referenceIn))], [interest?.reference])
  })

  it('keeps one of the same activity sent five times, and answers each the same', async () => {
    const person = '20000000-0000-4000-8000-000000000002'
    const answers = await Promise.all(Array.from({ length: 5 }, (_, i) => press(bots[i % 2], person, 'same', 'a:chat')))
    assert.equal(count(answers, /Your interest is saved/), 5)
    const [interest, ...others] = await stored(person)
    assert.isEmpty(others)
    assert.lengthOf(interest?.history ?? [], 1)
    assert.deepEqual([...new Set(answers.map(referenceIn))], [interest?.reference])
  })
})
