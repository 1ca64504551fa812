import { CosmosClient } from '@azure/cosmos'
import { expect } from 'chai'
import { ConfigError } from '../../bot/config.ts'
import { CONTAINERS, openContainers } from '../../bot/stores/cosmos/containers.ts'
import { type CosmosEmulator, startCosmosEmulator } from '../support/cosmosEmulator.ts'

describe('the containers of Cosmos DB', () => {
  let emulator: CosmosEmulator | undefined
  let client: CosmosClient
  before(async () => {
    emulator = await startCosmosEmulator()
    const { endpoint, key } = emulator
    client = new CosmosClient({ endpoint, key, connectionPolicy: { enableEndpointDiscovery: false } })
  })
  after(async () => {
    client.dispose()
    await emulator?.stop()
  })

  const databases = async () => (await client.databases.readAll().fetchAll()).resources.map(({ id }) => id)
  const refusal = (database: string) =>
    openContainers(client, database, false).then(
      () => expect.fail('it opened what is not there'),
      (error: unknown) => error,
    )

  it('are made where a key allows it, and opened by a managed identity afterwards', async () => {
    const ids = CONTAINERS.map(({ id }) => id)
    expect((await openContainers(client, 'made', true)).map(({ id }) => id)).to.deep.equal(ids)
    expect((await openContainers(client, 'made', false)).map(({ id }) => id)).to.deep.equal(ids)
  })

  it('are not made by a managed identity, and the start names the setting and the cure', async () => {
    const error = await refusal('nowhere')
    expect(error).to.be.instanceOf(ConfigError)
    expect((error as Error).message).to.match(/^COSMOS_DATABASE nowhere has no container \w+, .*: deploy the template/)
    expect(await databases()).not.to.include('nowhere')
  })

  it('must all be there', async () => {
    const { database } = await client.databases.createIfNotExists({ id: 'half' })
    for (const request of CONTAINERS.slice(0, -1)) await database.containers.create(request)
    expect((await refusal('half')) as Error)
      .to.have.property('message')
      .that.includes(CONTAINERS.at(-1)?.id)
  })

  it('tell an account that does not let them in from one that is empty', async () => {
    const unreachable = new CosmosClient({
      endpoint: 'http://127.0.0.1:9',
      key: Buffer.from('any').toString('base64'),
      connectionPolicy: { enableEndpointDiscovery: false, requestTimeout: 500 },
    })
    const error = await openContainers(unreachable, 'made', false).catch((thrown: unknown) => thrown)
    unreachable.dispose()
    expect(error).to.be.instanceOf(Error)
    expect(error).not.to.be.instanceOf(ConfigError)
  })
})
