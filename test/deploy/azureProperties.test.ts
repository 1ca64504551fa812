import { expect } from 'chai'
import { type Change, faultsAfter, give, type Shipped } from './azure/shipped.ts'

type Path = readonly (string | number)[]
type Edit = (parent: Record<string, unknown>, name: string) => void

const placesIn = (value: unknown, path: Path = []): Path[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(Array.isArray(value) ? [] : [[...path, name]]),
    ...placesIn(inner, [...path, name]),
  ])
}

const shipped = (): Shipped => {
  const kept: Shipped[] = []
  faultsAfter((what) => kept.push(what))
  const [what] = kept
  if (!what) throw new Error('Nothing ships.')
  return what
}

/** Each property of a type of resource once: its names, and a path that leads there. */
type Properties = Map<string, Path>

const propertiesByType = (): Map<string, Properties> => {
  const types = new Map<string, Properties>()
  for (const [i, resource] of shipped().template.resources.entries()) {
    const type = String(resource.type)
    const known = types.get(type) ?? new Map()
    types.set(type, known)
    for (const path of placesIn(resource)) {
      known.set(path.filter((part) => !/^\d+$/.test(String(part))).join(' '), [i, ...path])
    }
  }
  return types
}

const edited =
  (path: Path, edit: Edit): Change =>
  ({ template }) => {
    const parent = path.slice(0, -1).reduce<unknown>((inner, name) => (inner as never)[name], template.resources)
    edit(parent as Record<string, unknown>, String(path.at(-1)))
  }

/** Those after whose change nothing is wrong: neither live with both models, nor for test without any. */
const unnoticed = (properties: Properties, edit: Edit): string[] =>
  [...properties]
    .filter(([, path]) =>
      [true, false].every((openAi) => {
        const change: Change = (what) => {
          give('openAi', openAi)(what)
          give('embeddingModel', openAi ? 'text-embedding-3-small' : '')(what)
          edited(path, edit)(what)
        }
        return faultsAfter(change, openAi ? 'live' : 'test').length === 0
      }),
    )
    .map(([name]) => name)

const misspell: Edit = (parent, name) => {
  parent[`${name}x`] = parent[name]
  delete parent[name]
}

const drop: Edit = (parent, name) => {
  delete parent[name]
}

const inSite = (...names: string[]): string[] => names.map((name) => `properties siteConfig ${name}`)
const siteSpare = (list: string): string[] => inSite(`${list} name`, `${list} priority`)
const siteDefaults = inSite('http20Enabled', 'webSocketsEnabled', 'use32BitWorkerProcess')
const bothDoors = ['properties publicNetworkAccessForIngestion', 'properties publicNetworkAccessForQuery']

/** What may be left out: Azure's default is as good, or Azure refuses the template without it. */
const spare: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.OperationalInsights/workspaces': bothDoors,
  'Microsoft.Insights/components': bothDoors,
  'Microsoft.Network/virtualNetworks': [
    'properties subnets properties',
    'properties subnets properties addressPrefix',
    'properties subnets properties delegations name',
    'properties subnets properties privateEndpointNetworkPolicies',
  ],
  'Microsoft.Network/privateDnsZones': ['condition'], // a name that nothing uses
  'Microsoft.Network/privateEndpoints': ['properties privateLinkServiceConnections name'],
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups': ['properties privateDnsZoneConfigs name'],
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers': ['properties options'],
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments': ['condition'],
  'Microsoft.KeyVault/vaults': ['properties softDeleteRetentionInDays', 'properties networkAcls bypass'],
  'Microsoft.KeyVault/vaults/secrets': ['properties contentType'],
  'Microsoft.CognitiveServices/accounts/deployments': ['properties model name'],
  'Microsoft.Web/sites': [...siteDefaults, ...siteSpare('scmIpSecurityRestrictions')],
  'Microsoft.Web/sites/slots': [
    ...siteDefaults,
    ...siteSpare('ipSecurityRestrictions'),
    ...siteSpare('scmIpSecurityRestrictions'),
  ],
  'Microsoft.Web/sites/config': ['condition'], // sticky settings without a slot
  'Microsoft.Insights/autoscalesettings': ['properties profiles rules scaleAction value'],
  'Microsoft.Insights/diagnosticSettings': ['properties logAnalyticsDestinationType'], // one table or several
  'Microsoft.BotService/botServices': [
    'dependsOn', // its reference to the identity says the same
    ...['isStreamingSupported', 'schemaTransformationVersion', 'publicNetworkAccess'].map(
      (name) => `properties ${name}`,
    ),
  ],
  'Microsoft.BotService/botServices/channels': ['enableCalling', 'acceptedTerms', 'deploymentEnvironment'].map(
    (name) => `properties properties ${name}`,
  ),
}

describe('a property of the Azure template is found', () => {
  for (const [type, properties] of propertiesByType()) {
    it(`when it is misspelt in ${type}`, () => {
      expect(properties.size).to.be.above(3)
      expect(unnoticed(properties, misspell)).to.deep.equal([])
    })

    it(`when it is missing in ${type}, unless it may be`, () => {
      expect(unnoticed(properties, drop)).to.deep.equal(spare[type] ?? [])
    })
  }
})
