import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { assert } from 'chai'
import { MIGRATIONS } from '../../../bot/stores/sqlite/migrations.ts'
import { openSqlite } from '../../../bot/stores/sqlite/openSqlite.ts'
import type { Interest } from '../../../dialogs/interest/interest.ts'
import type { InterestFilter } from '../../../dialogs/interest/interestFilter.ts'
import { searchTerms } from '../../../dialogs/review/searchTerms.ts'
import { loadPlaces } from '../../../knowledge/content/places.ts'
import { added } from '../../contracts/interestStore.contract.ts'
import { somebody, someInterest } from '../../support/people.ts'

const day = (number: number): string => new Date(Date.UTC(2014, 0, number, 9)).toISOString()
const officer = { ...somebody('hr', 'Olwen Price'), role: 'hr' as const }

/** As the fifth version kept it: facets as hashed words of a full-text index, the place in the list in milliseconds. */
const insertAsBefore = (db: DatabaseSync, interest: Interest, nth: number): void => {
  const place = Date.parse(interest.statusSince) * 1024 + nth
  const { id, tenantId, personId, email, cohortId, band, service, status, statusSince, createdAt } = interest
  db.prepare(`INSERT INTO interest VALUES (${Array.from({ length: 17 }, () => '?').join(', ')})`).run(
    ...[place, id, 'v1', tenantId, personId, email, cohortId, band, service, status, statusSince, createdAt],
    ...[interest.expiresAt, null, null, 'words', JSON.stringify(interest)],
  )
  db.prepare('INSERT INTO reference VALUES (?, ?)').run(interest.reference, id)
  const words = [interest.name, service, interest.base, interest.manager, service, interest.currentRole, '', 'band0123']
  db.prepare('INSERT INTO interest_words VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(...words)
}

describe('A database of the version with a full-text index', () => {
  let folder = ''
  const file = () => join(folder, 'bot.sqlite')
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'migrations-'))
    const db = new DatabaseSync(file())
    db.exec(MIGRATIONS.slice(0, 5).join('\n'))
    db.exec(`PRAGMA user_version = 5; INSERT INTO search_terms VALUES ('1')`)
    const people = [
      someInterest({ name: 'Siân O’Neill', service: 'Huyton HV', createdAt: day(1), assignee: officer }),
      someInterest({ name: 'Bob Lee', currentRole: 'HCA', createdAt: day(2), managerKnows: 'yes' }),
      someInterest({ name: 'Cher', status: 'contacted', manager: 'Moira Kelly', createdAt: day(2), band: '4' }),
    ]
    people.forEach((interest, nth) => {
      insertAsBefore(db, interest, nth)
    })
    db.close()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is found, searched, counted and changed after the first start', async () => {
    const stores = openSqlite(file(), searchTerms(loadPlaces('knowledge')))
    const names = async (filter: InterestFilter): Promise<string[]> => {
      const { items } = await stores.interests.page(filter, { limit: 10 })
      assert.equal(await stores.interests.count(filter), items.length)
      return items.map(({ interest }) => interest.name)
    }
    assert.deepEqual(await names({}), ['Siân O’Neill', 'Bob Lee', 'Cher'])
    assert.deepEqual(await names({ name: 'oneill sian' }), ['Siân O’Neill'])
    assert.deepEqual(await names({ team: 'health visiting' }), ['Siân O’Neill', 'Bob Lee', 'Cher'])
    assert.deepEqual(await names({ role: 'health care assistant' }), ['Bob Lee'])
    assert.deepEqual(await names({ manager: 'kelly', statuses: ['contacted'], bands: ['4'] }), ['Cher'])
    assert.deepEqual(await names({ assignee: officer.objectId, assigneeName: 'olwen' }), ['Siân O’Neill'])
    assert.deepEqual(await names({ managerKnows: 'yes', registeredFrom: day(2) }), ['Bob Lee'])
    const [first] = (await stores.interests.page({}, { limit: 1 })).items
    assert.equal(first?.version, 'v1')
    if (first) await stores.interests.replace({ ...first.interest, statusSince: day(3) }, first.version)
    await added(stores, { name: 'Dot', createdAt: day(2) })
    assert.deepEqual(await names({}), ['Bob Lee', 'Cher', 'Dot', 'Siân O’Neill'])
    await stores.close()
  })

  it('begins the list anew for a continuation of that version', async () => {
    const stores = openSqlite(file())
    for (const order of ['oldest', 'newest'] as const) {
      const request = { limit: 10, order, continuation: String(Date.parse(day(2)) * 1024) }
      assert.lengthOf((await stores.interests.page({}, request)).items, 3)
    }
    await stores.close()
  })
})
