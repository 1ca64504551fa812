import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { assert } from 'chai'
import { openStores } from '../../bot/stores/openStores.ts'
import { personNotice } from '../../dialogs/notices/personNotices.ts'
import { type Connector, startConnector } from '../support/connector.ts'
import { type Chat, conversation, openChat, type Row } from '../support/conversation.ts'
import { HARBOUR } from '../support/harbour.ts'
import { execute, FILLED } from '../support/pressing.ts'

const TENANT = '10ca1000-0000-4000-8000-000000000000'
const AMINA = '10ca1000-0000-4000-8000-000000000001'
const staff = { knowledge: HARBOUR }
const registered: Row[] = [
  ['register me, therapy assistant band 3, my manager is Ruth Bell', /Is this right/, { action: 'register' }],
  ['yes', /Your interest is saved/, { action: 'register' }],
]

describe('My data in conversation', () => {
  conversation('shows what is held, who sees it and until when', staff, [
    ...registered,
    [
      'what do you hold about me',
      /What we hold about you[\s\S]*Kept until[\s\S]*Who can see this[\s\S]*Ruth Bell[\s\S]*Where the bot can write/,
      { action: 'my-data' },
    ],
  ])

  conversation('shows a form that is not saved', staff, [
    ['sign me up', /Express your interest/, { action: 'register' }],
    ['cancel', /Nothing you typed is kept/, { action: 'register' }],
    ['show my data', /^(?![\s\S]*not saved)[\s\S]*Where the bot can write/, { action: 'my-data' }],
  ])

  conversation('erases after a yes, with a receipt', staff, [
    ...registered,
    ['erase my data', /Erase everything[\s\S]*cannot be undone/, { action: 'my-data' }],
    [
      'yes erase it',
      /Your data is erased[\s\S]*ER-[\s\S]*1 interest: AP-[\s\S]*Teams keeps its own copy/,
      { action: 'my-data', step: 'confirm' },
    ],
    ['my status', /no expression of interest/, { action: 'status' }],
  ])

  conversation('erases nothing without one', staff, [
    ...registered,
    ['delete everything about me', /Erase everything/, { action: 'my-data' }],
    ['no keep it', /kept everything/, { action: 'my-data', step: 'cancel' }],
    ['erase my data', /Erase everything/, { action: 'my-data' }],
    ['a patient has collapsed', /call 999/, { outcome: 'signpost' }],
    ['yes', /^(?![\s\S]*erased)/],
    ['erase my data', /Erase everything/, { action: 'my-data' }],
    ['how long is the course', /ten months[\s\S]*Shall I erase it/, { outcome: 'answered' }],
    ['save it', /^(?![\s\S]*erased)/],
    ['my status', /Your expression of interest/, { action: 'status' }],
  ])
})

describe('My data', () => {
  let chat: Chat
  let connector: Connector | undefined
  beforeEach(async () => {
    chat = await openChat(staff)
  })
  afterEach(async () => {
    await chat.close()
    await connector?.close()
    connector = undefined
  })
  const stores = () => openStores({ dataDir: chat.bot.dataDir })
  const linkIn = (text: string): string => /\((http[^)]+)\)/.exec(text)?.[1] ?? ''
  const onDisk = (): string =>
    readdirSync(chat.bot.dataDir)
      .filter((name) => name.startsWith('bot.sqlite'))
      .map((name) => readFileSync(path.join(chat.bot.dataDir, name), 'latin1'))
      .join('\n')

  it('is downloaded as a page and as JSON, by a link that works once', async () => {
    await execute(chat, 'interest/save', { ...FILLED, why: '<script>alert(1)</script>' })
    const page = linkIn((await chat.say('download my data')).said)
    for (let i = 0; i < 2; i++) {
      const opened = await fetch(page)
      assert.equal(opened.status, 200)
      const html = await opened.text()
      assert.include(html, '<button type="submit">Download</button>')
      assert.notMatch(html, /Amina|therapy/)
    }
    const made = await fetch(page, { method: 'POST' })
    assert.equal(made.status, 200)
    assert.match(String(made.headers.get('content-disposition')), /^inline; filename="my-data-.*\.html"$/)
    assert.match(String(made.headers.get('content-security-policy')), /^default-src 'none'/)
    const html = await made.text()
    assert.include(html, 'therapy assistant')
    assert.notInclude(html, '<script')
    for (const method of ['GET', 'POST']) assert.equal((await fetch(page, { method })).status, 410)

    const json = linkIn((await execute(chat, 'my-data/download', { format: 'json' })).said)
    const pressed = await Promise.all(Array.from({ length: 6 }, () => fetch(json, { method: 'POST' })))
    const given = pressed.filter(({ status }) => status === 200)
    assert.lengthOf(given, 1)
    const data = (await given[0]?.json()) as { interests: unknown[]; person: unknown }
    assert.lengthOf(data.interests, 1)
    assert.deepInclude(data.person as object, { objectId: AMINA })
  })

  it('runs out in five minutes, and keeps no data in its ticket', async () => {
    await execute(chat, 'interest/save', FILLED)
    const link = linkIn((await chat.say('download my data')).said)
    const token = link.split('/').at(-1) ?? ''
    assert.notInclude(onDisk(), token)
    const { state, close } = await stores()
    const key = `ticket/${createHash('sha256').update(token).digest('base64url')}`
    const ticket = (await state.read([key]))[key]
    assert.notInclude(JSON.stringify(ticket), 'therapy')
    await state.write({ [key]: { ...ticket, expiresAt: new Date().toISOString() } })
    await close()
    for (const method of ['GET', 'POST']) assert.equal((await fetch(link, { method })).status, 410)
  })

  it('is erased with all that belongs to it, and nothing of the chat is written back', async () => {
    connector = await startConnector()
    const channel = { serviceUrl: connector.serviceUrl, deliveryMode: 'normal' }
    await chat.say('sign me up', channel)
    await execute(chat, 'interest/save', { ...FILLED, manager: 'Zebediah Quill' }, channel)
    await chat.say('show my data', channel)
    const before = await stores()
    await before.personNotices.add(
      personNotice({
        id: 'n',
        tenantId: TENANT,
        personId: AMINA,
        kind: 'answer',
        dueAt: '2099-01-01T09:00:00.000Z',
        data: { answer: 'Xanthic' },
      }),
    )
    assert.match((await chat.say('show my data')).said, /A message that waits[\s\S]*Xanthic/)
    await chat.say('erase my data', channel)
    const shown = connector.arrived.length
    await chat.say('yes', channel)
    const blanked = connector.arrived.slice(shown).filter(({ method }) => method === 'PUT')
    assert.isAtLeast(blanked.length, 2)
    for (const { body } of blanked) assert.match(JSON.stringify(body), /What stood here was erased/)
    assert.match(JSON.stringify(connector.arrived.slice(shown)), /Your data is erased[\s\S]*1 message to you/)

    assert.isEmpty(await before.interests.byPerson(TENANT, AMINA))
    assert.isEmpty(await before.personNotices.byPerson(TENANT, AMINA))
    assert.isUndefined(await before.references.get(TENANT, AMINA))
    const key = 'msteams/conversations/a:conversation'
    assert.deepEqual(await before.state.read([key]), {})
    const { records } = await before.audit.page('erasure', { limit: 5 })
    assert.lengthOf(records, 1)
    assert.notMatch(JSON.stringify(records), /Zebediah|Amina/)
    await before.close()
  })

  it('is kept under a hold, and the person is told why and until when', async () => {
    await execute(chat, 'interest/save', FILLED)
    const { interests, close } = await stores()
    const [stored] = await interests.byPerson(TENANT, AMINA)
    if (!stored) return assert.fail('nothing is stored')
    const by = { tenantId: TENANT, objectId: 'hr', name: 'Helen Clarke', role: 'hr' as const }
    const hold = { by, why: 'A grievance is open', at: new Date().toISOString(), until: '2099-06-30T12:00:00.000Z' }
    await interests.replace({ ...stored.interest, hold }, stored.version)
    await chat.say('erase my data')
    const { said } = await chat.say('yes')
    assert.match(said, /We erased what we could[\s\S]*A grievance is open[\s\S]*30 June 2099/)
    assert.lengthOf(await interests.byPerson(TENANT, AMINA), 1)
    await close()
  })
})
