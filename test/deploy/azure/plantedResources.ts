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
  ['a property misspelt', 'schema', 'httpOnly', set(site, 'properties/httpOnly', true)],
  [
    'a property of a container misspelt',
    ['schema', 'container'],
    'defaultTTL',
    setInTemplate('variables/state/defaultTTL', -1),
  ],
  ['a property of the vault missing', 'value', 'enablePurge', set(vault, 'properties/enablePurgeProtection')],
  ['periodic backup', ['schema', 'value'], 'backupPolicy', set(account, 'properties/backupPolicy/type', 'Periodic')],
  ['an older version of an interface', 'schema', 'apiVersion', set(vault, 'apiVersion', '2019-09-01')],
  [
    'a type without a table',
    ['schema', 'diagnostics'],
    'type',
    set('Insights/diagnosticSettings', 'type', 'Microsoft.Insights/x', 8),
  ],
  ['Node 20', 'value', 'linuxFxVersion', set(site, 'properties/siteConfig/linuxFxVersion', 'NODE|20-lts')],

  ['a public database', 'value', 'publicNetwork', set(account, 'properties/publicNetworkAccess', 'Enabled')],
  ['a database whose network is left open', 'value', 'publicNetwork', set(account, 'properties/publicNetworkAccess')],
  ['a public vault', 'value', 'publicNetworkAccess', set(vault, 'properties/publicNetworkAccess', 'Enabled')],
  ['a vault open to all', 'value', 'networkAcls', set(vault, 'properties/networkAcls/defaultAction', 'Allow')],
  [
    'deployment from anywhere',
    'value',
    'scmIp',
    set(site, 'properties/siteConfig/scmIpSecurityRestrictionsDefaultAction', 'Allow'),
  ],
  [
    'a staging slot that anybody reaches',
    'value',
    'siteConfig/ip',
    set('Web/sites/slots', 'properties/siteConfig/ipSecurityRestrictionsDefaultAction', 'Allow'),
  ],
  [
    'a vault without a private name',
    ['reference', 'network'],
    'resources',
    remove('Network/privateEndpoints/privateDnsZoneGroups', 1),
  ],
  [
    'a site outside the network',
    'value',
    'virtual',
    set(site, 'properties/virtualNetworkSubnetId', appSubnet('endpoints')),
  ],

  ['http allowed', 'value', 'httpsOnly', set(site, 'properties/httpsOnly', false)],
  ['https left to the default', 'value', 'httpsOnly', set(site, 'properties/httpsOnly')],
  ['FTPS on', 'value', 'ftpsState', set(site, 'properties/siteConfig/ftpsState', 'FtpsOnly')],
  ['TLS 1.0 for the site', 'value', 'minTlsVersion', set(site, 'properties/siteConfig/minTlsVersion', '1.0')],
  ['TLS 1.1 for the database', 'value', 'minimalTls', set(account, 'properties/minimalTlsVersion', 'Tls11')],
  [
    'a bot reached by http',
    'value',
    'endpoint',
    set('BotService/botServices', 'properties/endpoint', 'http://a/api/messages'),
  ],

  ['no health check', 'value', 'healthCheckPath', set(site, 'properties/siteConfig/healthCheckPath')],
  ['a health check of the page', 'value', 'healthCheckPath', set(site, 'properties/siteConfig/healthCheckPath', '/')],
  ['a site that falls asleep', 'value', 'alwaysOn', set(site, 'properties/siteConfig/alwaysOn', false)],

  ['a container missing', ['reference', 'container'], 'resources', remove(container, 2)],
  [
    'a container too many',
    ['reference', 'container'],
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
    'indexingPolicy',
    setInTemplate('variables/state/indexingPolicy/excludedPaths', []),
  ],
  [
    'a path less indexed',
    'container',
    'indexingPolicy',
    setInTemplate('variables/state/indexingPolicy/includedPaths', []),
  ],
  [
    "people's answers indexed",
    'container',
    'indexingPolicy',
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

  ['data abroad', 'value', 'location', set(account, 'location', 'westeurope')],
  ['no Teams channel', 'presence', 'template', remove('BotService/botServices/channels')],
]
