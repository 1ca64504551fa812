import type { Plant } from './plant.ts'
import { remove, set, setInTemplate } from './shipped.ts'

const account = 'DocumentDB/databaseAccounts'
const container = `${account}/sqlDatabases/containers`
const diagnostics = 'Insights/diagnosticSettings'
const site = 'Web/sites'
const vault = 'KeyVault/vaults'
const appSubnet = (name: string) =>
  `[resourceId('Microsoft.Network/virtualNetworks/subnets', variables('network'), '${name}')]`

/** Faults in what a resource is. */
export const plantedResources: readonly Plant[] = [
  ['a property misspelt', 'property', 'httpOnly', set(site, 'properties/httpOnly', true)],
  ['a property of a container misspelt', 'property', 'defaultTTL', setInTemplate('variables/state/defaultTTL', -1)],
  ['a property of the vault missing', 'value', 'enablePurge', set(vault, 'properties/enablePurgeProtection')],
  ['periodic backup', 'value', 'backupPolicy', set(account, 'properties/backupPolicy/type', 'Periodic')],
  ['an older version of an interface', 'property', 'apiVersion', set(vault, 'apiVersion', '2019-09-01')],
  [
    'a type without a table',
    ['property', 'diagnostics'],
    'type',
    set('Insights/diagnosticSettings', 'type', 'Microsoft.Insights/x', 8),
  ],
  ['Node 20', 'value', 'linuxFxVersion', set(site, 'properties/siteConfig/linuxFxVersion', 'NODE|20-lts')],

  ['a public database', 'network', 'publicNetwork', set(account, 'properties/publicNetworkAccess', 'Enabled')],
  ['a database whose network is left open', 'network', 'publicNetwork', set(account, 'properties/publicNetworkAccess')],
  ['a public vault', 'network', 'publicNetworkAccess', set(vault, 'properties/publicNetworkAccess', 'Enabled')],
  ['a vault open to all', 'network', 'networkAcls', set(vault, 'properties/networkAcls/defaultAction', 'Allow')],
  [
    'deployment from anywhere',
    'network',
    'scmIp',
    set(site, 'properties/siteConfig/scmIpSecurityRestrictionsDefaultAction', 'Allow'),
  ],
  [
    'a staging slot that anybody reaches',
    'network',
    'siteConfig/ip',
    set('Web/sites/slots', 'properties/siteConfig/ipSecurityRestrictionsDefaultAction', 'Allow'),
  ],
  [
    'a vault without a private name',
    ['network', 'reference'],
    'resources',
    remove('Network/privateEndpoints/privateDnsZoneGroups', 1),
  ],
  [
    'a site outside the network',
    'network',
    'virtual',
    set(site, 'properties/virtualNetworkSubnetId', appSubnet('endpoints')),
  ],

  ['http allowed', 'transport', 'httpsOnly', set(site, 'properties/httpsOnly', false)],
  ['https left to the default', 'transport', 'httpsOnly', set(site, 'properties/httpsOnly')],
  ['FTPS on', 'transport', 'ftpsState', set(site, 'properties/siteConfig/ftpsState', 'FtpsOnly')],
  ['TLS 1.0 for the site', 'transport', 'minTlsVersion', set(site, 'properties/siteConfig/minTlsVersion', '1.0')],
  ['TLS 1.1 for the database', 'transport', 'minimalTls', set(account, 'properties/minimalTlsVersion', 'Tls11')],
  [
    'a bot reached by http',
    'transport',
    'endpoint',
    set('BotService/botServices', 'properties/endpoint', 'http://a/api/messages'),
  ],

  ['no health check', 'health', 'healthCheckPath', set(site, 'properties/siteConfig/healthCheckPath')],
  ['a health check of the page', 'health', 'healthCheckPath', set(site, 'properties/siteConfig/healthCheckPath', '/')],
  ['a site that falls asleep', 'health', 'alwaysOn', set(site, 'properties/siteConfig/alwaysOn', false)],

  ['a container missing', ['container', 'reference'], 'resources', remove(container, 2)],
  [
    'a container too many',
    ['container', 'reference'],
    'resources',
    set(container, 'name', "[format('{0}/{1}/x', variables('cosmos'), variables('database'))]", 1),
  ],
  [
    'another partition key',
    'container',
    'partitionKey',
    setInTemplate('variables/interests/partitionKey/paths', ['/id']),
  ],
  ['no TTL', 'container', 'defaultTtl', setInTemplate('variables/records/defaultTtl')],
  ['another TTL', 'container', 'defaultTtl', setInTemplate('variables/state/defaultTtl', 86_400)],
  [
    'a container indexed whole',
    'container',
    'excludedPaths',
    setInTemplate('variables/state/indexingPolicy/excludedPaths', []),
  ],
  [
    'a path less indexed',
    'container',
    'includedPaths',
    setInTemplate('variables/state/indexingPolicy/includedPaths', []),
  ],
  [
    "people's answers indexed",
    'container',
    'excludedPaths',
    setInTemplate('variables/interests/indexingPolicy/excludedPaths', [{ path: '/record/*' }]),
  ],
  [
    'a unique key that the store does not ask for',
    'container',
    'uniqueKeyPolicy',
    setInTemplate('variables/records/uniqueKeyPolicy', { uniqueKeys: [{ paths: ['/id'] }] }),
  ],

  ['no diagnostic setting of the database', 'diagnostics', 'resources', remove(diagnostics, 5)],
  ['a log that is not sent', 'diagnostics', 'properties', set(diagnostics, 'properties/logs/0/enabled', false, 6)],
  [
    'addresses of downloads in a log',
    'diagnostics',
    'properties',
    set(diagnostics, 'properties/logs/3/category', 'AppServiceHTTPLogs', 2),
  ],
  [
    'logs that go elsewhere',
    'diagnostics',
    'properties',
    set(diagnostics, 'properties/workspaceId', "[resourceId('Microsoft.KeyVault/vaults', variables('vault'))]", 6),
  ],

  ['data abroad', 'place', 'location', set(account, 'location', 'westeurope')],
  ['no Teams channel', 'place', 'template', remove('BotService/botServices/channels')],
]
