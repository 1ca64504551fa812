import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { type CosmosOptions, openCosmos } from '../../bot/stores/cosmos/openCosmos.ts'
import type { Stores } from '../../bot/stores/stores.ts'

const { createHttpServer } = createRequire(import.meta.url)('@vercel/cosmosdb-server') as {
  createHttpServer(options: { keepAlive: boolean }): Server
}

export interface CosmosEmulator {
  endpoint: string
  key: string
  open(database: string, options?: Partial<CosmosOptions>): Promise<Stores>
  stop(): Promise<void>
}

/** Any key will do: the emulator checks none. */
const KEY = Buffer.from('the emulator checks no key').toString('base64')

export const openEmulated = (
  endpoint: string,
  database: string,
  options: Partial<CosmosOptions> = {},
): Promise<Stores> => openCosmos({ endpoint, key: KEY, database, endpointDiscovery: false, ...options })

/** Starts the emulator on a free port of loopback. */
export const startCosmosEmulator = async (): Promise<CosmosEmulator> => {
  const server = createHttpServer({ keepAlive: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    endpoint,
    key: KEY,
    open: (database, options) => openEmulated(endpoint, database, options),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
