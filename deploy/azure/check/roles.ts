import type { Deployment, Resource } from './deployment.ts'
import { type Fault, isObject, type Json, under } from './fault.ts'
import { identityIds } from './runtimeState.ts'
import { isSite } from './settings.ts'

/** The one role that the bot's identity has on each type of resource: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
const needed: Readonly<Record<string, { name: string; role: string }>> = {
  'Microsoft.KeyVault/vaults': { name: 'Key Vault Secrets User', role: '4633458b-17de-408a-874b-0445c86b69e6' },
  'Microsoft.CognitiveServices/accounts': {
    name: 'Cognitive Services OpenAI User',
    role: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd',
  },
  'Microsoft.Insights/components': {
    name: 'Monitoring Metrics Publisher',
    role: '3913510d-42f4-4e42-8a64-420c390055eb',
  },
}

const cosmosContributor = '00000000-0000-0000-0000-000000000002'
const last = (id: Json | undefined): string => String(id).split('/').at(-1) ?? ''

const checkAzure = (resources: readonly Resource[]): Fault[] => {
  const assigned = resources.filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments')
  const isRight = (assignment: Resource, target: Resource): boolean =>
    assignment.body.scope === target.id &&
    under(assignment.body, 'properties', 'principalId') === identityIds.principalId &&
    last(under(assignment.body, 'properties', 'roleDefinitionId')) === needed[target.type]?.role
  const missing = resources.flatMap((target): Fault[] => {
    const role = needed[target.type]
    if (!role || assigned.some((one) => isRight(one, target))) return []
    const cure = `Assign ${role.name} with its id as scope`
    return [{ at: target.at, rule: 'role', what: `the bot's identity lacks ${role.name} on it`, cure }]
  })
  const strange = assigned
    .filter((one) => !resources.some((target) => isRight(one, target)))
    .map(({ at }): Fault => {
      const cure = 'Remove it, or correct its scope, role or principal'
      return { at, rule: 'role', what: 'nobody needs this role there', cure }
    })
  return [...missing, ...strange]
}

const checkCosmos = (resources: readonly Resource[]): Fault[] => {
  const kind = 'Microsoft.DocumentDB/databaseAccounts'
  const assigned = resources.filter(({ type }) => type === `${kind}/sqlRoleAssignments`)
  const scopes = resources
    .filter(({ type }) => type === `${kind}/sqlDatabases`)
    .map(({ at, id }) => ({ at, scope: id.replace(/\/sqlDatabases\/([^/]+)$/, '/dbs/$1') }))
  const isRight = ({ body }: Resource, scope: string): boolean =>
    under(body, 'properties', 'scope') === scope &&
    under(body, 'properties', 'principalId') === identityIds.principalId &&
    last(under(body, 'properties', 'roleDefinitionId')) === cosmosContributor
  return [
    ...scopes
      .filter(({ scope }) => !assigned.some((one) => isRight(one, scope)))
      .map(({ at }): Fault => {
        const cure = 'Assign Cosmos DB Built-in Data Contributor on this database, /dbs/ and its name'
        return { at, rule: 'role', what: "the bot's identity may not use it", cure }
      }),
    ...assigned
      .filter((one) => !scopes.some(({ scope }) => isRight(one, scope)))
      .map(({ at }): Fault => {
        const cure = 'Give it the scope of one database of the template and the role of a data contributor'
        return { at, rule: 'role', what: 'it reaches further than one database, or nothing', cure }
      }),
  ]
}

/** The bot's identity is one: on the site, on its slot, on the references to the vault and on the bot. */
const checkIdentity = (resources: readonly Resource[]): Fault[] => {
  const ids = resources
    .filter(({ type }) => type === 'Microsoft.ManagedIdentity/userAssignedIdentities')
    .map(({ id }) => id)
  const isIt = (id: Json | undefined): boolean => ids.some((one) => one === id)
  const fault = (at: string, what: string, cure: string): Fault => ({ at, rule: 'identity', what, cure })
  const sites = resources.filter(isSite).flatMap(({ at, body }) => {
    const held = under(body, 'identity', 'userAssignedIdentities')
    const holds = isObject(held) && Object.keys(held).some(isIt)
    const reads = isIt(under(body, 'properties', 'keyVaultReferenceIdentity'))
    return [
      ...(holds ? [] : [fault(`${at}/identity`, "it does not hold the bot's identity", 'Name its id')]),
      ...(reads
        ? []
        : [fault(`${at}/properties`, 'it cannot read the vault', 'Set keyVaultReferenceIdentity to its id')]),
    ]
  })
  const bots = resources
    .filter(({ type }) => type === 'Microsoft.BotService/botServices')
    .filter(({ body }) => {
      const is = (name: string) => under(body, 'properties', name)
      return !isIt(is('msaAppMSIResourceId')) || is('msaAppId') !== identityIds.clientId
    })
    .map(({ at }) => fault(`${at}/properties`, "it is not the bot's identity", 'Set msaAppId and msaAppMSIResourceId'))
  return [...sites, ...bots]
}

/** Whether the bot's identity may do what the bot does, and nothing else. */
export const checkRoles = ({ resources }: Deployment): Fault[] => [
  ...checkAzure(resources),
  ...checkCosmos(resources),
  ...checkIdentity(resources),
]
