import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { assert } from 'chai'
import { openStores } from '../../bot/stores/openStores.ts'
import { type Chat, openChat } from '../support/conversation.ts'
import { HARBOUR } from '../support/harbour.ts'
import { execute, FILLED, referenceIn, submit } from '../support/pressing.ts'

const AMINA = ['10ca1000-0000-4000-8000-000000000000', '10ca1000-0000-4000-8000-000000000001'] as const
const CARD = 'application/vnd.microsoft.card.adaptive'

describe('The buttons of the form', () => {
  let chat: Chat
  beforeEach(async () => {
    chat = await openChat({ knowledge: HARBOUR })
  })
  afterEach(() => chat.close())

  const mine = async () => {
    const stores = await openStores({ dataDir: chat.bot.dataDir })
    const found = await stores.interests.byPerson(...AMINA)
    await stores.close()
    return found.map(({ interest }) => interest)
  }
  const draft = async () => {
    const stores = await openStores({ dataDir: chat.bot.dataDir })
    const found = await stores.drafts.get(...AMINA, new Date().toISOString())
    await stores.close()
    return found
  }
  /** The store takes no interest while the work is done. */
  const withoutStore = async <T>(work: () => Promise<T>): Promise<T> => {
    const database = new DatabaseSync(path.join(chat.bot.dataDir, 'bot.sqlite'), { timeout: 5000 })
    try {
      database.exec('ALTER TABLE interest RENAME TO away')
      return await work()
    } finally {
      database.exec('ALTER TABLE away RENAME TO interest')
      database.close()
    }
  }

  it('saves what is on the form, and puts the receipt in its place', async () => {
    await chat.say('sign me up')
    const { answer, card, decision } = await execute(chat, 'interest/save', FILLED)
    assert.deepInclude(answer, { statusCode: 200, type: CARD })
    assert.match(card, /Your interest is saved/)
    assert.deepInclude(decision, { action: 'register', step: 'confirm' })
    const [interest, ...others] = await mine()
    assert.isEmpty(others)
    assert.deepInclude(interest, { band: '3', cohortId: 'autumn-2022', noticeVersion: '2022-02', status: 'registered' })
    assert.isUndefined(await draft())
    assert.match((await chat.say('where were we')).said, /not in the middle of anything/)
  })

  it('does the same for a client that knows Action.Submit alone', async () => {
    assert.match((await submit(chat, 'interest/save', FILLED)).said, /Your interest is saved/)
    assert.lengthOf(await mine(), 1)
  })

  it('shows the first at a second press', async () => {
    const first = await execute(chat, 'interest/save', FILLED)
    const second = await execute(chat, 'interest/save', { ...FILLED, band: '4' })
    assert.match(second.card, /You have already registered/)
    assert.equal(referenceIn(second.card), referenceIn(first.card))
    assert.equal((await mine())[0]?.band, '3')
  })

  it('answers an activity that is sent again as it did at first', async () => {
    const same = { id: 'the-same' }
    const first = await execute(chat, 'interest/save', FILLED, same)
    await chat.say('thanks')
    for (let i = 0; i < 4; i++) assert.equal((await execute(chat, 'interest/save', FILLED, same)).card, first.card)
    assert.lengthOf((await mine())[0]?.history ?? [], 1)
  })

  it('gives the form back with what is wrong, and keeps what was typed', async () => {
    const { card } = await execute(chat, 'interest/save', {
      ...FILLED,
      band: '11',
      email: 'amina at work',
      why: 'To learn',
    })
    assert.match(card, /Band 11 is not a band[\s\S]*amina at work|amina at work[\s\S]*Band 11 is not a band/)
    assert.include(card, 'To learn')
    assert.isEmpty(await mine())
    assert.equal((await draft())?.fields.why, 'To learn')
  })

  it('tells a failed write plainly, keeps what was typed, and saves at the next press', async () => {
    const failed = await withoutStore(() => execute(chat, 'interest/save', { ...FILLED, why: 'To learn' }))
    assert.match(failed.card, /We could not save that just now/)
    for (const kept of ['To learn', 'therapy assistant', 'autumn-2022']) assert.include(failed.card, kept)
    assert.isEmpty(await mine())
    assert.match((await execute(chat, 'interest/save', { ...FILLED, why: 'To learn' })).card, /Your interest is saved/)
  })

  it('tells a failed write plainly to who types, and saves at the next yes', async () => {
    await chat.say('register me, hca band 3')
    const failed = await withoutStore(() => chat.say('yes'))
    assert.match(failed.said, /could not save that just now[\s\S]*say yes again/)
    assert.match((await chat.say('yes')).said, /Your interest is saved/)
    const status = await withoutStore(() => chat.say('my status'))
    assert.match(status.said, /could not do that just now/)
    assert.notMatch(status.said, /no expression of interest/)
  })

  it('saves of a summary what it showed, and nothing that was typed since', async () => {
    const summary = await chat.say('register me, hca band 3')
    const saveOf = (body: unknown) => /"shows":"([\w-]+)"/.exec(JSON.stringify(body))?.[1]
    const shows = saveOf(summary.body)
    const later = await chat.say('sorry band 4')
    const pressed = await execute(chat, 'interest/save', { typed: 'true', shows, cohortId: 'autumn-2022' })
    assert.match(pressed.card, /Is this right/)
    assert.isEmpty(await mine())
    const again = await execute(chat, 'interest/save', {
      typed: 'true',
      shows: saveOf(later.body),
      cohortId: 'autumn-2022',
    })
    assert.match(again.card, /Your interest is saved/)
    assert.equal((await mine())[0]?.band, '4')
  })

  it('changes and withdraws by the buttons of the receipt', async () => {
    await execute(chat, 'interest/save', FILLED)
    const form = await execute(chat, 'interest/change', { cohortId: 'autumn-2022' })
    assert.match(form.card, /Change your expression of interest[\s\S]*interest\/change-save/)
    const changed = await execute(chat, 'interest/change-save', { ...FILLED, band: '4' })
    assert.match(changed.card, /Your changes are saved/)
    const wrong = await execute(chat, 'interest/change-save', { ...FILLED, name: '' })
    assert.match(wrong.card, /Enter your name/)
    assert.match((await execute(chat, 'interest/withdraw', { cohortId: 'autumn-2022' })).card, /Withdraw your interest/)
    const kept = await execute(chat, 'interest/withdraw-keep')
    assert.match(kept.said, /stays as it is/)
    assert.deepInclude(kept.answer, { statusCode: 200, type: 'application/vnd.microsoft.activity.message' })
    const withdrawn = await execute(chat, 'interest/withdraw-confirm', { cohortId: 'autumn-2022', reason: 'A new job' })
    assert.match(withdrawn.card, /You have withdrawn/)
    const [interest] = await mine()
    assert.deepInclude(interest, { band: '4', status: 'withdrawn' })
    assert.equal(interest?.history.at(-1)?.reason, 'A new job')
  })

  it('does nothing to anybody else’s, whatever a press says', async () => {
    await execute(chat, 'interest/save', FILLED)
    const tom = {
      from: { id: '29:local-tom-ashworth', name: 'Tom Ashworth', aadObjectId: `${AMINA[1].slice(0, -1)}2` },
    }
    const [before] = await mine()
    const forged = { ...FILLED, personId: AMINA[1], objectId: AMINA[1], id: before?.id, reference: before?.reference }
    for (const verb of [
      'interest/change-save',
      'interest/withdraw-confirm',
      'interest/change',
      'interest/status',
      'my-data/erase-confirm',
    ])
      await execute(chat, verb, { ...forged, band: '9', status: 'offered' }, tom)
    assert.deepEqual(await mine(), [before])
    assert.match((await execute(chat, 'interest/nonsense', forged)).said, /could not use that button/)
  })

  it('keeps a form apart from a withdrawal that is not meant', async () => {
    await chat.say('sign me up')
    await execute(chat, 'interest/withdraw-keep')
    assert.match((await chat.say('band 3')).said, /current role/)
  })

  it('says of a closed cohort that it is, and begins another at a press', async () => {
    const closed = await execute(chat, 'interest/save', { ...FILLED, cohortId: 'spring-2022' })
    assert.match(closed.card, /That cohort is closed[\s\S]*interest\/notify-open/)
    const form = await execute(chat, 'interest/notify-open', { cohortId: 'spring-2022' })
    assert.match(form.card, /Express your interest/)
    assert.deepInclude(await draft(), { cohortId: 'any-later-cohort' })
    assert.isTrue((await draft())?.fields.tellMe)
    assert.isEmpty(await mine())
  })

  it('does nothing in a group chat', async () => {
    const group = { conversation: { id: '19:group', conversationType: 'groupChat', tenantId: AMINA[0] } }
    for (const verb of ['interest/save', 'my-data/show']) {
      const { said, card } = await execute(chat, verb, FILLED, group)
      assert.match(said, /personal chat/)
      assert.equal(card, '')
    }
    assert.isEmpty(await mine())
  })

  it('goes on with a form in another conversation within a day', async () => {
    await chat.say('sign me up')
    await chat.say('band 3')
    const elsewhere = { conversation: { id: 'a:later', conversationType: 'personal', tenantId: AMINA[0] } }
    assert.match((await chat.say('where were we', elsewhere)).said, /current role/)
    assert.match((await chat.say('hca', elsewhere)).said, /Is this right[\s\S]*Band: \n3/)
    const stores = await openStores({ dataDir: chat.bot.dataDir })
    await stores.drafts.remove(...AMINA)
    await stores.close()
    assert.match((await chat.say('where were we', elsewhere)).said, /not in the middle[\s\S]*24 hours/)
  })
})

describe('What HR entered for somebody', () => {
  it('becomes theirs at their first turn, and they are told', async () => {
    const chat = await openChat({ knowledge: HARBOUR })
    try {
      const stores = await openStores({ dataDir: chat.bot.dataDir })
      const { someInterest } = await import('../support/people.ts')
      const entered = {
        ...someInterest({
          tenantId: AMINA[0],
          personId: null,
          email: 'amina.yusuf@trust.example',
          cohortId: 'autumn-2022',
        }),
        entered: {
          by: { tenantId: AMINA[0], objectId: 'hr', name: 'Helen Clarke', role: 'hr' as const },
          channel: 'paper' as const,
          receivedOn: '2022-03-01',
        },
      }
      await stores.interests.add(entered)
      await stores.close()
      const first = await chat.say('hello')
      assert.match(first.said, new RegExp(`HR has entered an expression of interest for you: ${entered.reference}`))
      assert.match((await chat.say('my status')).said, new RegExp(entered.reference))
      assert.notMatch((await chat.say('hello')).said, /HR has entered/)
    } finally {
      await chat.close()
    }
  })
})
