import type { Deployment } from './deployment.ts'
import { type Fault, into, listOf, under } from './fault.ts'

/** What is reached from the bot's network alone: the part of it, and the name under which that network finds it. */
const privately: Readonly<Record<string, { group: string; zone: string }>> = {
  'Microsoft.DocumentDB/databaseAccounts': { group: 'Sql', zone: 'privatelink.documents.azure.com' },
  'Microsoft.KeyVault/vaults': { group: 'vault', zone: 'privatelink.vaultcore.azure.net' },
  'Microsoft.CognitiveServices/accounts': { group: 'account', zone: 'privatelink.openai.azure.com' },
}

/** Whether the bot can reach what nobody else can: a private endpoint, its name, and a site inside the network. */
export const checkReach = ({ resources }: Deployment): Fault[] => {
  const ofType = (type: string) => resources.filter((one) => one.type === `Microsoft.Network/${type}`)
  const subnets = ofType('virtualNetworks').flatMap(({ id, body }) =>
    listOf(under(body, 'properties', 'subnets')).map((subnet) => ({
      id: `${id}/subnets/${under(subnet, 'name')}`,
      delegated: listOf(under(subnet, 'properties', 'delegations')).length > 0,
    })),
  )
  const isSubnet = (id: unknown, delegated: boolean): boolean =>
    subnets.some((subnet) => subnet.id === id && subnet.delegated === delegated)

  const endpoints = ofType('privateEndpoints').flatMap(({ id, body }) =>
    listOf(under(body, 'properties', 'privateLinkServiceConnections')).map((connection) => ({
      id,
      subnet: under(body, 'properties', 'subnet', 'id'),
      to: under(connection, 'properties', 'privateLinkServiceId'),
      groups: listOf(under(connection, 'properties', 'groupIds')),
    })),
  )
  const zonesOf = (endpoint: string) =>
    ofType('privateEndpoints/privateDnsZoneGroups')
      .filter(({ id }) => id.startsWith(`${endpoint}/`))
      .flatMap(({ body }) => listOf(under(body, 'properties', 'privateDnsZoneConfigs')))
      .map((config) => String(under(config, 'properties', 'privateDnsZoneId')))
  const linked = (zone: string): boolean =>
    ofType('privateDnsZones/virtualNetworkLinks').some(({ id }) => id.includes(`/privateDnsZones/${zone}/`))

  const hidden = resources.flatMap(({ at, id, type }): Fault[] => {
    const wanted = privately[type]
    if (!wanted) return []
    const endpoint = endpoints.find(({ to, groups }) => to === id && groups.includes(wanted.group))
    if (!endpoint || !isSubnet(endpoint.subnet, false)) {
      const cure = `Add a private endpoint for ${wanted.group} in a subnet of its own`
      return [{ at, rule: 'network', what: 'the bot cannot reach it', cure }]
    }
    if (zonesOf(endpoint.id).some((zone) => zone.endsWith(`/${wanted.zone}`)) && linked(wanted.zone)) return []
    const cure = `Add the zone ${wanted.zone}, its link to the network and the endpoint's zone group`
    return [{ at, rule: 'network', what: 'the bot cannot find it by name', cure }]
  })

  const sites = resources
    .filter(({ type }) => /^Microsoft\.Web\/sites(\/slots)?$/.test(type))
    .filter(({ body }) => !isSubnet(under(body, 'properties', 'virtualNetworkSubnetId'), true))
    .map(({ at }): Fault => {
      const place = into(into(at, 'properties'), 'virtualNetworkSubnetId')
      const cure = 'Name the subnet that is delegated to Microsoft.Web/serverFarms'
      return { at: place, rule: 'network', what: 'it is not in the network', cure }
    })
  return [...hidden, ...sites]
}
