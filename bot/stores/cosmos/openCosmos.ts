import { CosmosClient, type CosmosClientOptions } from '@azure/cosmos'
import type { SearchTerms } from '../../../dialogs/review/searchTerms.ts'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import { ConfigError } from '../../settings.ts'
import type { Stores } from '../stores.ts'
import { cosmosAudit } from './audit.ts'
import { cosmosCohorts } from './cohorts.ts'
import { openContainers } from './containers.ts'
import { documents, type Operation } from './documents.ts'
import { cosmosDrafts } from './drafts.ts'
import { cosmosFeedback } from './feedback.ts'
import { cosmosInterests } from './interests.ts'
import { cosmosPersonNotices } from './personNotices.ts'
import { cosmosProgramme } from './programmeRecords.ts'
import { cosmosReferences } from './references.ts'
import { cosmosState } from './state.ts'
import { cosmosUnanswered } from './unanswered.ts'

export interface CosmosOptions {
  endpoint: string
  /** Left out: managed identity (DefaultAzureCredential), for which the database and its containers must be there. */
  key?: string
  database: string
  /** False for an emulator, which is one place alone. */
  endpointDiscovery?: boolean
  /** By which teams and roles are found; as typed when left out. */
  terms?: SearchTerms
  /** Told of every call. */
  onOperation?: (operation: Operation) => void
}

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
 * Opens everything the bot keeps in a Cosmos DB account. With a key, makes the database and containers that are not there.
 * @throws ConfigError when a managed identity finds no container, and StoreUnavailable when the account does not answer
 * or does not let it in
 */
export const openCosmos = async (options: CosmosOptions): Promise<Stores> => {
  const client = new CosmosClient(await clientOptions(options))
  const measure = options.onOperation ?? (() => {})
  const opened = await openContainers(client, options.database, options.key !== undefined).catch((error: unknown) => {
    client.dispose()
    throw error instanceof ConfigError ? error : new StoreUnavailable('be opened', error)
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
