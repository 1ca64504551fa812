import {
  callsOf,
  type Deployment,
  type Finding,
  finding,
  idOf,
  into,
  isExpression,
  listOf,
  type Resource,
  stringsOf,
  under,
} from './template.ts'

/** The functions that the template uses: none that lists keys, and none that gives another value each time. */
const functions = new Set(
  `and cidrSubnet empty equals extensionResourceId format greater guid if parameters reference resourceGroup resourceId
   startsWith string subscription subscriptionResourceId take uniqueString variables`.split(/\s+/),
)

/** Whether every expression is whole, calls what is known and names what is declared, and everything declared is used. */
export const checkExpressions = ({ template, names }: Deployment): Finding[] => {
  const { variables, resources, outputs } = template
  const all = stringsOf({ variables, resources, outputs }, `${names.template}#`)
  const expressions = all.filter(({ text }) => isExpression(text) && text.endsWith(']'))
  const wrong = expressions.flatMap(({ at, text }) => {
    const bare = text.replace(/'[^']*'/g, '')
    const unknown = [...bare.matchAll(/(\w+)\(/g)].map(([, name = '']) => name).filter((name) => !functions.has(name))
    const undeclared = [...text.matchAll(/\b(parameters|variables)\('(\w+)'\)(?:\.(\w+))?/g)]
      .filter(([, kind, name, part]) => under(template, [kind, name, part].filter(Boolean).join('/')) === undefined)
      .map(([named]) => named)
    return [
      ...(bare.split('(').length === bare.split(')').length ? [] : ['its brackets do not match']),
      ...unknown.map((name) => `the function ${name} is not known`),
      ...undeclared.map((named) => `there is no ${named}`),
    ].map((what) => finding(at, what, 'Correct the expression'))
  })
  const used = expressions.map(({ text }) => text).join(' ')
  const unused = (['parameters', 'variables'] as const).flatMap((kind) =>
    Object.keys(template[kind])
      .filter((name) => !used.includes(`${kind}('${name}')`))
      .map((name) => finding(`${names.template}#/${kind}/${name}`, 'nothing uses it', 'Remove it')),
  )
  return [...wrong, ...unused]
}

const idsIn = (text: string): string[] =>
  callsOf(text, /^(extensionR|r)esourceId$/).map(({ name, args }) => `${name}(${args.join(', ')})`)

/** Ids of parts that are not resources of their own in the template, or that Azure brings along. */
const partsOf = ({ type, names, raw }: Resource): string[] => {
  if (type === 'Microsoft.DocumentDB/databaseAccounts')
    return [idOf(`${type}/sqlRoleDefinitions`, ...names, "variables('roles').cosmosDataContributor")]
  const subnets = type === 'Microsoft.Network/virtualNetworks' ? listOf(under(raw, 'properties/subnets')) : []
  return subnets.map((subnet) => idOf(`${type}/subnets`, ...names, `'${under(subnet, 'name')}'`))
}

/** The ids of what a resource waits for: what it depends on, and what it asks the state of. */
const waitsFor = ({ dependsOn, raw }: Resource): string[] => {
  const asked = stringsOf(raw.properties, '').flatMap(({ text }) => callsOf(text, /^reference$/))
  return [...dependsOn, ...asked.map(({ args: [id = ''] }) => id)]
}

/** The ids of everything that is made before the resource of an id. */
const before = (id: string, waits: ReadonlyMap<string, readonly string[]>, seen = new Set<string>()): Set<string> => {
  for (const earlier of waits.get(id) ?? []) {
    if (!seen.has(earlier)) before(earlier, waits, seen.add(earlier))
  }
  return seen
}

/** Whether a resource, or what one expression of it says, is left out whenever another is. */
const goesWith = ({ condition }: Resource, text: string, { condition: other }: Resource): boolean =>
  !other || condition === other || condition?.startsWith(`and(${other}, `) || text.includes(`if(${other}, `)

/** What depends on nothing that is there, speaks of what is not there, or is not told to wait for what it speaks of. */
export const checkReferences = ({ resources }: Deployment): Finding[] => {
  const byId = new Map(resources.map((resource) => [resource.id, resource]))
  const owners = new Map(resources.flatMap((one) => [one.id, ...partsOf(one)].map((id) => [id, one])))
  const waits = new Map(resources.map((resource) => [resource.id, waitsFor(resource)]))
  return resources.flatMap((resource) => {
    const { at, id: own, parent = '', dependsOn } = resource
    const earlier = before(own, waits)
    const { name: _n, condition: _c, dependsOn: _d, ...rest } = resource.raw
    const spoken = [...stringsOf(rest, at), { at, text: parent }].flatMap(({ at, text }) =>
      idsIn(text).flatMap((id) => {
        const owner = owners.get(id)
        if (!owner) return [finding(at, `${id} is not there`, 'Refer to a resource of the template')]
        if (owner !== resource && !earlier.has(owner.id))
          return [finding(at, `nothing makes it wait for ${id}`, 'Add that to dependsOn')]
        if (goesWith(resource, text, owner)) return []
        return [finding(at, `${id} may be left out`, `Give it the condition ${owner.condition} too`)]
      }),
    )
    const dangling = dependsOn.flatMap((id, i) =>
      byId.has(id) ? [] : [finding(into(`${at}/dependsOn`, i), `${id} is not there`, 'Correct it, or take it out')],
    )
    return [
      ...spoken,
      ...dangling,
      ...(byId.get(own) === resource ? [] : [finding(at, `${own} stands twice`, 'Remove one')]),
      ...(earlier.has(own) ? [finding(`${at}/dependsOn`, 'it waits for itself', 'Break the circle')] : []),
    ]
  })
}
