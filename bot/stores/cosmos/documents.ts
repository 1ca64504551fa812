import type { Container, ItemResponse, JSONValue } from '@azure/cosmos'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'

/** One call to Cosmos DB, for whoever measures. */
export interface Operation {
  name: 'read' | 'create' | 'replace' | 'upsert' | 'delete' | 'query'
  /** Of what was written or read. */
  bytes: number
  /** Whether the query named one partition. */
  partition?: boolean
  /** As the service charged it. */
  requestUnits: number
}

export interface Document {
  id: string
  [property: string]: unknown
}

interface Versioned<T> {
  document: T
  etag: string
}

export interface Query {
  where: string
  values: Record<string, JSONValue>
  select?: string
  orderBy?: string
  limit?: number
  /** The partition that holds it all; every partition when left out. */
  partition?: string
}

/** A container, in the few calls that the stores make. Outages are thrown as StoreUnavailable; races are answers. */
export interface Documents {
  read<T extends Document>(id: string, partition: string): Promise<Versioned<T> | undefined>
  /** Its etag, or undefined when the id is there already. */
  create(document: Document): Promise<string | undefined>
  /** Its new etag, or undefined when it is at another version, or gone. */
  replace(document: Document, partition: string, etag: string): Promise<string | undefined>
  upsert(document: Document): Promise<string>
  remove(id: string, partition: string, etag?: string): Promise<'removed' | 'missing' | 'changed'>
  query<T>(query: Query): Promise<T[]>
}

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined)

const answered = async <T, U = never>(
  operation: string,
  work: () => Promise<T>,
  races: Record<number, U> = {},
): Promise<T | U> => {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    if (typeof code === 'number' && code in races) return races[code] as U
    throw new StoreUnavailable(operation, error)
  }
}

const ifMatch = (etag: string | undefined) =>
  etag === undefined ? {} : { accessCondition: { type: 'IfMatch', condition: etag } }

/** The calls on one container; each is told to `measure`. */
export const documents = (container: Container, measure: (operation: Operation) => void): Documents => {
  const told = (name: Operation['name'], body: unknown, response: { requestCharge: number }): void =>
    measure({ name, bytes: body ? JSON.stringify(body).length : 0, requestUnits: response.requestCharge })

  const written = (name: Operation['name'], document: Document, response: ItemResponse<Document>): string => {
    told(name, document, response)
    return response.etag
  }

  return {
    async read<T extends Document>(id: string, partition: string) {
      const response = await answered('be read', () => container.item(id, partition).read<T>(), { 404: undefined })
      if (!response) return undefined
      told('read', response.resource, response)
      return response.resource && { document: response.resource, etag: response.etag }
    },

    async create(document) {
      const response = await answered('be written', () => container.items.create(document), { 409: undefined })
      return response && written('create', document, response as ItemResponse<Document>)
    },

    async replace(document, partition, etag) {
      const item = container.item(document.id, partition)
      const races = { 404: undefined, 412: undefined }
      const response = await answered('be written', () => item.replace(document, ifMatch(etag)), races)
      return response && written('replace', document, response as ItemResponse<Document>)
    },

    async upsert(document) {
      const response = await answered('be written', () => container.items.upsert<Document>(document))
      return written('upsert', document, response)
    },

    async remove(id, partition, etag) {
      const item = container.item(id, partition)
      const races = { 404: 'missing', 412: 'changed' } as const
      const response = await answered('be written', () => item.delete(ifMatch(etag)), races)
      if (typeof response === 'string') return response
      told('delete', undefined, response)
      return 'removed'
    },

    async query<T>({ where, values, select = '*', orderBy, limit, partition }: Query) {
      const query = `SELECT ${select} FROM c WHERE ${where}${orderBy ? ` ORDER BY ${orderBy}` : ''}`
      const parameters = Object.entries(values).map(([name, value]) => ({ name: `@${name}`, value }))
      const pages = container.items.query<T>(
        { query, parameters },
        {
          ...(partition === undefined ? {} : { partitionKey: partition }),
          ...(limit === undefined ? {} : { maxItemCount: limit }),
        },
      )
      const found: T[] = []
      while (pages.hasMoreResults() && (limit === undefined || found.length < limit)) {
        const page = await answered('be read', () => pages.fetchNext())
        found.push(...(page.resources ?? []))
        measure({
          name: 'query',
          bytes: JSON.stringify(page.resources ?? []).length,
          partition: partition !== undefined,
          requestUnits: page.requestCharge,
        })
      }
      return limit === undefined ? found : found.slice(0, limit)
    },
  }
}
