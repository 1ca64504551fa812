import type { Stores } from '../../bot/stores/stores.ts'

/** Opens a place of an engine: called twice, in one process or two, it is two connections to the same data. */
export const openPlace = async (place: string): Promise<Stores> => {
  const [engine, where, database] = JSON.parse(place) as [string, string, string]
  if (engine === 'sqlite') return (await import('../../bot/stores/sqlite/openSqlite.ts')).openSqlite(where)
  return (await import('./cosmosEmulator.ts')).openEmulated(where, database)
}
