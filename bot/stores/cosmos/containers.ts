import type { Container, ContainerRequest, CosmosClient } from '@azure/cosmos'
import { ConfigError } from '../../settings.ts'

/** The containers and their partitions. `deploy/azure/template.json` makes the same ones, and is checked against these. */
export const CONTAINERS: readonly ContainerRequest[] = [
  {
    id: 'interests',
    partitionKey: { paths: ['/cohortId'] },
    defaultTtl: -1,
    indexingPolicy: {
      includedPaths: [{ path: '/*' }],
      excludedPaths: [{ path: '/interest/*' }, { path: '/record/*' }],
    },
  },
  {
    id: 'records',
    partitionKey: { paths: ['/part'] },
    defaultTtl: -1,
    indexingPolicy: {
      includedPaths: [{ path: '/*' }],
      excludedPaths: ['record', 'value', 'question', 'feedback', 'cohort'].map((name) => ({ path: `/${name}/*` })),
    },
  },
  {
    id: 'state',
    partitionKey: { paths: ['/id'] },
    defaultTtl: -1,
    indexingPolicy: { includedPaths: [{ path: '/writtenAt/?' }], excludedPaths: [{ path: '/*' }] },
  },
]

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 404

/** Makes the database and the containers that are not there, which only a key allows. */
const createMissing = async (client: CosmosClient, name: string): Promise<Container[]> => {
  const { database } = await client.databases.createIfNotExists({ id: name })
  const containers: Container[] = []
  for (const request of CONTAINERS) containers.push((await database.containers.createIfNotExists(request)).container)
  return containers
}

const findAll = async (client: CosmosClient, name: string): Promise<Container[]> =>
  Promise.all(
    CONTAINERS.map(async ({ id = '' }) => {
      const container = client.database(name).container(id)
      await container.read().catch((error: unknown) => {
        if (!isMissing(error)) throw error
        throw new ConfigError(
          `COSMOS_DATABASE ${name} has no container ${id}, and a managed identity may not make one: deploy the template in deploy/azure, or correct the name.`,
        )
      })
      return container
    }),
  )

/**
 * The containers, in the order of CONTAINERS.
 * @param make whether what is missing is made: Azure lets no managed identity make a container through the data plane
 * @throws ConfigError when one is missing and not made, and the SDK's own error when the account does not let it in
 */
export const openContainers = (client: CosmosClient, database: string, make: boolean): Promise<Container[]> =>
  make ? createMissing(client, database) : findAll(client, database)
