import { fields, id, is, listOf, oneOf, text } from '../shape.ts'
import { everywhere, inTheUk, type Shapes, shape, tags } from './shapes.ts'

const api = '2024-01-01'
const zones = '2020-06-01'
const network = text(/^\d+\.\d+\.\d+\.\d+\/\d+$/, 'a network such as 10.0.0.0/24')

export const networks: Shapes = {
  'Microsoft.Network/virtualNetworks': shape(api, {
    location: inTheUk,
    tags,
    properties: fields({
      addressSpace: fields({ addressPrefixes: listOf(network) }),
      subnets: listOf(
        fields({
          name: text(),
          properties: fields({
            addressPrefix: network,
            'delegations?': listOf(
              fields({ name: text(), properties: fields({ serviceName: is('Microsoft.Web/serverFarms') }) }),
            ),
            'privateEndpointNetworkPolicies?': oneOf(['Disabled', 'Enabled']),
          }),
        }),
      ),
    }),
  }),
  'Microsoft.Network/privateDnsZones': shape(zones, { location: everywhere, tags }),
  'Microsoft.Network/privateDnsZones/virtualNetworkLinks': shape(zones, {
    location: everywhere,
    properties: fields({ registrationEnabled: is(false), virtualNetwork: fields({ id }) }),
  }),
  'Microsoft.Network/privateEndpoints': shape(api, {
    location: inTheUk,
    tags,
    properties: fields({
      subnet: fields({ id }),
      privateLinkServiceConnections: listOf(
        fields({
          name: text(),
          properties: fields({ privateLinkServiceId: id, groupIds: listOf(oneOf(['Sql', 'vault', 'account'])) }),
        }),
      ),
    }),
  }),
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups': shape(api, {
    properties: fields({
      privateDnsZoneConfigs: listOf(fields({ name: text(), properties: fields({ privateDnsZoneId: id }) })),
    }),
  }),
}
