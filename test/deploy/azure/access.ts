import { type Deployment, type Finding, finding, idOf, ofIdentity, type Resource, under } from './template.ts'

/** The one role that the bot's identity has on each type of resource: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */
const needed: Readonly<Record<string, readonly [name: string, role: string]>> = {
  'Microsoft.KeyVault/vaults': ['Key Vault Secrets User', '4633458b-17de-408a-874b-0445c86b69e6'],
  'Microsoft.CognitiveServices/accounts': ['Cognitive Services OpenAI User', '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'],
  'Microsoft.Insights/components': ['Monitoring Metrics Publisher', '3913510d-42f4-4e42-8a64-420c390055eb'],
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases': [
    'Cosmos DB Built-in Data Contributor',
    '00000000-0000-0000-0000-000000000002',
  ],
}

/** What is reached from the bot's network alone: the part of it, and the name under which that network finds it. */
const hidden: Readonly<Record<string, readonly [group: string, zone: string]>> = {
  'Microsoft.DocumentDB/databaseAccounts': ['Sql', 'privatelink.documents.azure.com'],
  'Microsoft.KeyVault/vaults': ['vault', 'privatelink.vaultcore.azure.net'],
  'Microsoft.CognitiveServices/accounts': ['account', 'privatelink.openai.azure.com'],
}

/** What may be given a role, as a role's scope is written: of a database, /dbs/ and its name under the account. */
const scopeOf = ({ type, id, names: [account = '', database] }: Resource): string =>
  type.endsWith('/sqlDatabases')
    ? `[format('{0}/dbs/{1}', ${idOf('Microsoft.DocumentDB/databaseAccounts', account)}, ${database})]`
    : `[${id}]`

/** Whether the bot's identity has the roles that it needs, each on one resource, and nobody has another. */
export const checkRoles = ({ resources, template }: Deployment): Finding[] => {
  const isRight = ({ raw }: Resource, target: Resource): boolean => {
    const named = /variables\('roles'\)\.(\w+)\)\]$/.exec(String(under(raw, 'properties/roleDefinitionId')))?.[1]
    return (
      (raw.scope ?? under(raw, 'properties/scope')) === scopeOf(target) &&
      under(raw, 'properties/principalId') === ofIdentity('principalId') &&
      under(template.variables.roles, named ?? '') === needed[target.type]?.[1]
    )
  }
  const assigned = resources.filter(({ type }) => /roleAssignments$/i.test(type))
  const missing = resources.flatMap((target) => {
    const [role] = needed[target.type] ?? []
    if (!role || assigned.some((one) => isRight(one, target))) return []
    return [finding(target.at, `the bot's identity lacks ${role} on it`, `Assign ${role} with its id as scope`)]
  })
  const strange = assigned
    .filter((one) => !resources.some((target) => isRight(one, target)))
    .map(({ at }) => finding(at, 'nobody needs this role there', 'Correct its scope, role or principal, or remove it'))
  return [...missing, ...strange]
}

/** Whether the bot can reach what nobody else can: a private endpoint for each, and its name in the network. */
export const checkNetwork = ({ resources }: Deployment): Finding[] => {
  const ofType = (type: string) => resources.filter((one) => one.type === `Microsoft.Network/${type}`)
  return resources.flatMap(({ at, id, type }) => {
    const [group, zone] = hidden[type] ?? []
    if (!group || !zone) return []
    const endpoint = ofType('privateEndpoints').find(({ raw }) => {
      const connection = under(raw, 'properties/privateLinkServiceConnections/0/properties')
      return under(connection, 'privateLinkServiceId') === `[${id}]` && under(connection, 'groupIds/0') === group
    })
    if (!endpoint) return [finding(at, 'the bot cannot reach it', `Add a private endpoint for ${group}`)]
    const zoneId = `[${idOf('Microsoft.Network/privateDnsZones', `'${zone}'`)}]`
    const named = ofType('privateEndpoints/privateDnsZoneGroups')
      .filter(({ parent }) => parent === endpoint.id)
      .map(({ raw }) => under(raw, 'properties/privateDnsZoneConfigs/0/properties/privateDnsZoneId'))
    const linked = ofType('privateDnsZones/virtualNetworkLinks').some(({ names }) => names[0] === `'${zone}'`)
    if (named.includes(zoneId) && linked) return []
    return [finding(at, 'the bot cannot find it by name', `Add ${zone}, its link and the endpoint's zone group`)]
  })
}
