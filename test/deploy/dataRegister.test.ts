import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CosmosClient } from '@azure/cosmos'
import { expect } from 'chai'
import { CONTAINERS } from '../../bot/stores/cosmos/containers.ts'
import { openSqlite } from '../../bot/stores/sqlite/openSqlite.ts'
import { startCosmosEmulator } from '../support/cosmosEmulator.ts'
import { writeEverything } from '../support/everything.ts'
import { storedInCosmos, storedInSqlite } from '../support/storedNames.ts'

const [, byName = ''] = readFileSync('deploy/data-register.md', 'utf8').split('## By the name under which it is stored')
const registered = byName
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .flatMap((line) => [...line.matchAll(/`([\w.:]+)`/g)].map(([, name = '']) => name))
const CONTAINER = /^(interests|records|state):(?!key$|version$|written_at$)/

/** What each engine should hold of the register, and what it does. */
const held = (found: readonly string[], elsewhere: RegExp) => ({
  notRegistered: found.filter((name) => !registered.includes(name)),
  notHeld: registered.filter((name) => !elsewhere.test(name) && !found.includes(name)),
})
const NOTHING = { notRegistered: [], notHeld: [] }

describe('the data register', () => {
  let folder = ''
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'register-'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  it('names each stored name once', () => {
    expect(registered.filter((name, i) => registered.indexOf(name) !== i)).to.deep.equal([])
  })

  it('names all that SQLite holds, and nothing else', async () => {
    const file = path.join(folder, 'everything.sqlite')
    const stores = await openSqlite(file)
    await writeEverything(stores)
    await stores.close()
    expect(held(storedInSqlite(file), CONTAINER)).to.deep.equal(NOTHING)
  })

  it('names all that Cosmos DB holds, and nothing else', async () => {
    const emulator = await startCosmosEmulator()
    try {
      const stores = await emulator.open('register')
      await writeEverything(stores)
      const { endpoint, key } = emulator
      const client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } })
      const containers = CONTAINERS.map(({ id }) => String(id))
      const found = await storedInCosmos(client, 'register', containers)
      client.dispose()
      await stores.close()
      const ofSqlite = /^(?!interests:|records:|state:(id|key|writtenAt)$)\w+:/
      expect(held(found, ofSqlite)).to.deep.equal(NOTHING)
    } finally {
      await emulator.stop()
    }
  })
})
