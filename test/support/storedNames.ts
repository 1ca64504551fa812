import { DatabaseSync } from 'node:sqlite'
import type { Container, CosmosClient } from '@azure/cosmos'

/** Below these stand words of many keys, somebody's identity, or a shape that another system gave: they are named as one. */
const OPEN = new Set([
  ...['data', 'detail', 'reference', 'basis', 'report', 'dialogs'],
  ...['by', 'actor', 'assignee', 'filter', 'within', 'before', 'changes'],
])

type Json = Record<string, unknown>

/** The names of all that a document holds, lists and depths included: `interest.history.by.name`. */
function names(prefix: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => names(prefix, one))
  if (typeof value !== 'object' || value === null || OPEN.has(prefix.split('.').at(-1) ?? '')) return [prefix]
  return Object.entries(value).flatMap(([key, inner]) => names(`${prefix}.${key}`, inner))
}

const sorted = (found: readonly string[]): string[] => [...new Set(found)].sort()

/** The names of all that a SQLite file holds: a document's by its table, a column's by table and column. */
export function storedInSqlite(file: string): string[] {
  const db = new DatabaseSync(file, { readOnly: true })
  const tables = db.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual')")
  const found = tables
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !name.startsWith('sqlite_'))
    .flatMap((table) => {
      const columns = db.prepare('SELECT name FROM pragma_table_info(?)').all(table)
      const bodies = columns.some(({ name }) => name === 'body')
        ? db
            .prepare(`SELECT body FROM ${table}`)
            .all()
            .flatMap(({ body }) => names(table, JSON.parse(String(body))))
        : []
      return [...columns.filter(({ name }) => name !== 'body').map(({ name }) => `${table}:${name}`), ...bodies]
    })
  db.close()
  return sorted(found)
}

const TABLES: Readonly<Record<string, string>> = { value: 'kind', record: 'record', item: 'state' }

/** The document inside a Cosmos document, under the name of its SQLite table. */
const tableOf = (key: string, document: Json): string => {
  if (TABLES[key] === 'kind') return String(document.kind ?? 'person_notice')
  if (key === 'record') return String(document.part).startsWith('audit-') ? 'audit' : 'programme_record'
  if (key === 'notice') return 'person_notice'
  return TABLES[key] ?? key
}
const WHOLE = new Set(['interest', 'value', 'record', 'item', 'question', 'feedback', 'cohort', 'notice'])

/** The names of all that a Cosmos database holds: a document's by its SQLite table, a property's by container. */
export async function storedInCosmos(
  client: CosmosClient,
  database: string,
  ids: readonly string[],
): Promise<string[]> {
  const all = async (container: Container) => (await container.items.readAll<Json>().fetchAll()).resources
  const found: string[] = []
  for (const id of ids)
    for (const document of await all(client.database(database).container(id)))
      for (const [key, value] of Object.entries(document)) {
        if (key.startsWith('_')) continue
        const inner = WHOLE.has(key) && typeof value === 'object'
        found.push(...(inner ? names(tableOf(key, document), value) : [`${id}:${key}`]))
      }
  return sorted(found)
}
