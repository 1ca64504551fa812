import { type Container, type ContainerRequest, CosmosClient, type CosmosClientOptions } from '@azure/cosmos'
import type { SearchTerms } from '../../../dialogs/review/searchTerms.ts'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import type { Stores } from '../stores.ts'
import { cosmosAudit } from './audit.ts'
import { documents, type Operation } from './documents.ts'
import { cosmosInterests } from './interests.ts'
import { cosmosDrafts, cosmosReferences } from './personal.ts'
import { cosmosPersonNotices } from './personNotices.ts'
import { cosmosProgramme } from './programmeRecords.ts'
import { cosmosCohorts, cosmosFeedback, cosmosState } from './small.ts'
import { cosmosUnanswered } from './unanswered.ts'

export interface CosmosOptions {
  endpoint: string
  /** Left out: managed identity (DefaultAzureCredential). */
  key?: string
  database: string
  /** False for an emulator, which is one place alone. */
  endpointDiscovery?: boolean
  /** By which teams and roles are found; as typed when left out. */
  terms?: SearchTerms
  /** Told of every call. */
  onOperation?: (operation: Operation) => void
}

/**
 * The containers and their partitions. A deployment with managed identity makes them from its template, since such an
 * identity may use a container and not make one.
 */
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

const clientOptions = async ({
  endpoint,
  key,
  endpointDiscovery = true,
}: CosmosOptions): Promise<CosmosClientOptions> => {
  const common: CosmosClientOptions = {
    endpoint,
    connectionPolicy: {
      enableEndpointDiscovery: endpointDiscovery,
      requestTimeout: 8000,
      retryOptions: { maxRetryAttemptCount: 5, fixedRetryIntervalInMilliseconds: 0, maxWaitTimeInSeconds: 8 },
    },
  }
  if (key) return { ...common, key }
  const { DefaultAzureCredential } = await import('@azure/identity')
  return { ...common, aadCredentials: new DefaultAzureCredential() }
}

/**
 * Opens everything the bot keeps in a Cosmos DB account, and makes the database and containers that are not there.
 * @throws StoreUnavailable when the account does not answer or does not let it in
 */
export const openCosmos = async (options: CosmosOptions): Promise<Stores> => {
  const client = new CosmosClient(await clientOptions(options))
  const measure = options.onOperation ?? (() => {})
  const open = async (): Promise<Container[]> => {
    const { database } = await client.databases.createIfNotExists({ id: options.database })
    const containers: Container[] = []
    for (const request of CONTAINERS) {
      containers.push((await database.containers.createIfNotExists(request)).container)
    }
    return containers
  }
  const opened = await open().catch((error: unknown) => {
    client.dispose()
    throw new StoreUnavailable('be opened', error)
  })
  const [interests, records, state] = opened.map((container) => documents(container, measure))
  if (!interests || !records || !state) throw new Error('A container is missing from the list')
  const audit = cosmosAudit(records)
  return {
    interests: cosmosInterests(interests, records, audit, options.terms),
    audit,
    cohorts: cosmosCohorts(records),
    programme: cosmosProgramme(records),
    drafts: cosmosDrafts(records),
    references: cosmosReferences(records),
    personNotices: cosmosPersonNotices(records),
    unanswered: cosmosUnanswered(records),
    feedback: cosmosFeedback(records),
    state: cosmosState(state),
    async ping() {
      await records.read('ping', 'ping')
    },
    async close() {
      client.dispose()
    },
  }
}
