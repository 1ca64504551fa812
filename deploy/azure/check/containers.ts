import { isDeepStrictEqual } from 'node:util'
import { CONTAINERS } from '../../../bot/stores/cosmos/containers.ts'
import type { Deployment } from './deployment.ts'
import { type Fault, into, type Json, listOf, under } from './fault.ts'

type Declared = (typeof CONTAINERS)[number]

const sortedPaths = (list: Json | readonly { path?: string }[] | undefined): string[] =>
  (Array.isArray(list) ? list : []).map((one: { path?: string }) => String(one.path)).sort()

/** What the store asks of a container, and what the template gives it, in one form; the defaults are Azure's. */
const asDeclared = ({ partitionKey, defaultTtl, indexingPolicy, uniqueKeyPolicy }: Declared) => ({
  'partitionKey/paths': typeof partitionKey === 'object' ? [...partitionKey.paths] : [String(partitionKey)],
  defaultTtl: defaultTtl ?? 'none',
  'indexingPolicy/indexingMode': indexingPolicy?.indexingMode ?? 'consistent',
  'indexingPolicy/automatic': indexingPolicy?.automatic ?? true,
  'indexingPolicy/includedPaths': sortedPaths(indexingPolicy?.includedPaths),
  'indexingPolicy/excludedPaths': sortedPaths(indexingPolicy?.excludedPaths),
  uniqueKeyPolicy: uniqueKeyPolicy ?? 'none',
})

const asGiven = (resource: Json | undefined): ReturnType<typeof asDeclared> => ({
  'partitionKey/paths': listOf(under(resource, 'partitionKey', 'paths')).map(String),
  defaultTtl: (under(resource, 'defaultTtl') as number | undefined) ?? 'none',
  'indexingPolicy/indexingMode': under(resource, 'indexingPolicy', 'indexingMode') as 'consistent',
  'indexingPolicy/automatic': under(resource, 'indexingPolicy', 'automatic') as boolean,
  'indexingPolicy/includedPaths': sortedPaths(under(resource, 'indexingPolicy', 'includedPaths')),
  'indexingPolicy/excludedPaths': sortedPaths(under(resource, 'indexingPolicy', 'excludedPaths')),
  uniqueKeyPolicy: (under(resource, 'uniqueKeyPolicy') as 'none' | undefined) ?? 'none',
})

const differences = (declared: Declared, given: Json | undefined, at: string): Fault[] => {
  const found = asGiven(given)
  return Object.entries(asDeclared(declared)).flatMap(([part, wanted]): Fault[] => {
    const here = found[part as keyof typeof found]
    if (isDeepStrictEqual(here, wanted)) return []
    const what = `${declared.id} has ${JSON.stringify(here)}, and the store declares ${JSON.stringify(wanted)}`
    return [{ at: `${at}/${part}`, rule: 'container', what, cure: 'Make it as in bot/stores/cosmos/containers.ts' }]
  })
}

const kind = 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases'

/** Whether each database has the containers that the store declares, those alone, and each as declared. */
export const checkContainers = ({ resources }: Deployment): Fault[] => {
  const containers = resources.filter(({ type }) => type === `${kind}/containers`)
  const databases = resources.filter(({ type }) => type === kind)
  const extra = containers.filter(({ name }) => !CONTAINERS.some(({ id }) => id === name.split('/').at(-1)))
  const within = databases.flatMap(({ at, id: database, name }) =>
    CONTAINERS.flatMap((declared): Fault[] => {
      const own = containers.find(({ id }) => id === `${database}/containers/${declared.id}`)
      if (!own) {
        const what = `the container ${declared.id} of ${name} is not there`
        return [{ at, rule: 'container', what, cure: 'Add it: the bot may not make it' }]
      }
      const resource = under(own.body, 'properties', 'resource')
      const place = `${own.at}/properties/resource`
      const misnamed: Fault = {
        at: into(place, 'id'),
        rule: 'container',
        what: 'it is not its name',
        cure: 'Correct it',
      }
      return [...(under(resource, 'id') === declared.id ? [] : [misnamed]), ...differences(declared, resource, place)]
    }),
  )
  return [
    ...within,
    ...extra.map(({ at, name }): Fault => {
      return { at, rule: 'container', what: `the store declares no ${name}`, cure: 'Remove it, or correct its name' }
    }),
  ]
}
