import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { assert } from 'chai'
import { MIGRATIONS } from '../../../bot/stores/sqlite/migrations.ts'
import { openSqlite } from '../../../bot/stores/sqlite/openSqlite.ts'
import { erasureRecord } from '../../../dialogs/interest/erasure.ts'
import { plainTerms } from '../../../dialogs/review/searchTerms.ts'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import { added } from '../../contracts/interestStore.contract.ts'

describe('The SQLite file', () => {
  let folder = ''
  const file = (name = 'bot.sqlite') => join(folder, name)
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sqlite-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('keeps what was stored when it is opened again', async () => {
    const first = openSqlite(file())
    const { interest } = await added(first)
    await first.close()
    const second = openSqlite(file())
    assert.deepEqual((await second.interests.get(interest.id, interest.cohortId))?.interest, interest)
    await second.close()
  })

  it('can be read by its owner alone, whatever the process allows, and so can what stands beside it', async () => {
    const mask = process.umask(0o000)
    try {
      const stores = openSqlite(file())
      await added(stores)
      const modes = readdirSync(folder).map((name) => [name, (statSync(file(name)).mode & 0o777).toString(8)])
      assert.deepEqual(modes, [
        ['bot.sqlite', '600'],
        ['bot.sqlite-shm', '600'],
        ['bot.sqlite-wal', '600'],
      ])
      await stores.close()
    } finally {
      process.umask(mask)
    }
  })

  it('refuses one that a newer program wrote, naming both versions', async () => {
    await openSqlite(file()).close()
    const raw = new DatabaseSync(file())
    raw.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`)
    raw.close()
    assert.throws(
      () => openSqlite(file()),
      new RegExp(`version ${MIGRATIONS.length + 1} .* knows ${MIGRATIONS.length}`),
    )
  })

  it('brings an older one up to date and keeps what it held', async () => {
    const raw = new DatabaseSync(file())
    raw.exec(MIGRATIONS[0] ?? '')
    raw.exec(`PRAGMA user_version = 1; INSERT INTO cohort VALUES ('old', '1', '{"id":"old"}')`)
    raw.close()
    const stores = openSqlite(file())
    assert.equal((await stores.cohorts.get('old'))?.version, '1')
    await stores.state.write({ k: { n: 1 } })
    await stores.close()
  })

  it('finds teams and roles by the vocabulary that it is opened with, whatever it held them under before', async () => {
    const named = (version: string, name: string) => ({ ...plainTerms, version, team: () => name, role: () => name })
    const first = openSqlite(file())
    await added(first, { service: 'HV', name: 'Ann Lee' })
    await first.close()
    for (const [version, name] of [
      ['a', 'huyton health visiting'],
      ['b', 'kirkby'],
    ] as const) {
      const stores = openSqlite(file(), named(version, name))
      assert.equal(await stores.interests.count({ team: name }), 1)
      assert.equal(await stores.interests.count({ role: name }), 1)
      assert.equal(await stores.interests.count({ team: 'hv' }), 0)
      assert.equal(await stores.interests.count({ name: 'ann' }), 1)
      await stores.close()
    }
    const plain = openSqlite(file())
    assert.equal(await plain.interests.count({ team: 'kirkby' }), 1)
    await plain.close()
  })

  it('counts those registered between two moments', async () => {
    const stores = openSqlite(file())
    for (const day of [1, 2, 3]) await added(stores, { createdAt: `2014-01-0${day}T23:30:00.000Z` })
    const between = { registeredFrom: '2014-01-01T23:31:00.000Z', registeredTo: '2014-01-03T23:30:00.000Z' }
    assert.equal(await stores.interests.count(between), 2)
    assert.equal(await stores.interests.count({ registeredFrom: '2014-01-03T00:00:00.000Z' }), 1)
    await stores.close()
  })

  it('says unavailable, with the cause, when it cannot be opened', () => {
    assert.throws(() => openSqlite(join(folder, 'none', 'bot.sqlite')), StoreUnavailable)
  })

  it('leaves nothing of an erased interest in the file', async () => {
    const stores = openSqlite(file())
    const stored = await added(stores, { name: 'Xanthippe', service: 'Quibblewick', why: 'Zyzzyva' })
    await stores.interests.erase(stored, erasureRecord(stored.interest, 'asked', '2014-02-01T00:00:00.000Z', null))
    await stores.close()
    const bytes = readFileSync(file()).toString('latin1').toLowerCase()
    for (const secret of ['xanthippe', 'quibblewick', 'zyzzyva', stored.interest.reference.toLowerCase()]) {
      assert.notInclude(bytes, secret)
    }
  })
})
