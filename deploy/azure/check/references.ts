import type { Deployment, Resource } from './deployment.ts'
import { type Fault, into, listOf, stringsOf, under } from './fault.ts'

const same = (id: string): string => id.toLowerCase()

/** Parts of a resource that are not resources of their own in the template, or that Azure brings along. */
const inside = ({ id, type, body }: Resource): string[] => {
  if (type === 'Microsoft.DocumentDB/databaseAccounts') {
    return [`${id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002`]
  }
  if (type !== 'Microsoft.Network/virtualNetworks') return []
  return listOf(under(body, 'properties', 'subnets')).map((subnet) => `${id}/subnets/${under(subnet, 'name')}`)
}

/** The ids of the resources that are there when this one is made. */
const before = (resource: Resource, byId: ReadonlyMap<string, Resource>, seen = new Set<string>()): Set<string> => {
  for (const id of [...resource.dependsOn.map(String), ...resource.asks].map(same)) {
    const earlier = byId.get(id)
    if (!earlier || seen.has(id)) continue
    seen.add(id)
    before(earlier, byId, seen)
  }
  return seen
}

const builtIn = /^\/subscriptions\/[^/]+\/providers\/Microsoft\.Authorization\/roleDefinitions\//i

/** What depends on nothing that is there, speaks of what is not there, or is not told to wait for what it speaks of. */
export const checkReferences = ({ resources, leftOut }: Deployment): Fault[] => {
  const byId = new Map(resources.map((resource) => [same(resource.id), resource]))
  const owners = new Map(resources.flatMap((one) => [one.id, ...inside(one)].map((id) => [same(id), same(one.id)])))
  const out = new Set([...leftOut].map(same))

  const earlierOf = new Map(resources.map((resource) => [resource, before(resource, byId)]))
  const comesBefore = (id: string, resource: Resource): boolean => earlierOf.get(resource)?.has(id) ?? false

  const dangling = (resource: Resource): Fault[] =>
    resource.dependsOn.flatMap((id, i) => {
      const known = typeof id === 'string' && (byId.has(same(id)) || out.has(same(id)))
      const at = into(into(resource.at, 'dependsOn'), i)
      return known ? [] : [{ at, rule: 'reference', what: `${id} is not there`, cure: 'Correct it, or take it out' }]
    })

  const ownerOf = (text: string): string | undefined => owners.get(same(text.replace(/\/dbs\/[^/]+$/, '')))

  const spoken = (resource: Resource): Fault[] =>
    stringsOf(resource.body, resource.at).flatMap(({ at, text }): Fault[] => {
      if (!text.startsWith('/subscriptions/') || builtIn.test(text)) return []
      const owner = ownerOf(text)
      if (!owner) {
        return [{ at, rule: 'reference', what: `${text} is not there`, cure: 'Refer to a resource of the template' }]
      }
      if (owner === same(resource.id) || comesBefore(owner, resource)) return []
      return [{ at, rule: 'reference', what: `nothing makes it wait for ${text}`, cure: 'Add that to dependsOn' }]
    })

  const orphaned = (resource: Resource): Fault[] => {
    const parent = same(resource.id).split('/').slice(0, -2).join('/')
    const scoped = resource.body.scope !== undefined || resource.type.split('/').length < 3
    if (scoped || comesBefore(parent, resource)) return []
    const what = byId.has(parent) ? 'nothing makes it wait for its parent' : 'its parent is not there'
    return [{ at: resource.at, rule: 'reference', what, cure: 'Add the parent, and dependsOn with its id' }]
  }

  const twice = (resource: Resource): Fault[] =>
    byId.get(same(resource.id)) === resource
      ? []
      : [{ at: resource.at, rule: 'reference', what: `${resource.name} stands twice`, cure: 'Remove one' }]

  const circular = (resource: Resource): Fault[] =>
    comesBefore(same(resource.id), resource)
      ? [
          {
            at: into(resource.at, 'dependsOn'),
            rule: 'reference',
            what: 'it waits for itself',
            cure: 'Break the circle',
          },
        ]
      : []

  return resources.flatMap((one) => [dangling, spoken, orphaned, twice, circular].flatMap((look) => look(one)))
}
