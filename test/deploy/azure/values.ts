import { isDeepStrictEqual } from 'node:util'
import { type Deployment, type Finding, finding, identity, idOf, into, isObject, ofIdentity, told } from './template.ts'

type Wanted = Readonly<Record<string, unknown>>

const uk = new Set(['uksouth', 'ukwest'])
const tls = new Set(['1.2', '1.3'])
const given = new Set()
const inTheUk = { location: uk, tags: given }
const anywhere = { location: new Set(['global']), tags: given }
const subnet = (name: string): string =>
  `[${idOf('Microsoft.Network/virtualNetworks/subnets', "variables('network')", `'${name}'`)}]`

const delegation = { properties: { serviceName: 'Microsoft.Web/serverFarms' } }

/** The site is public, since Teams must reach it: who posts is proved by a signature. */
const siteWith = (ipSecurityRestrictionsDefaultAction: string, slotConfig: Wanted = {}): Wanted => ({
  ...inTheUk,
  kind: 'app,linux',
  identity: { type: 'UserAssigned', userAssignedIdentities: { [`[${identity}]`]: new Set([{}]) } },
  properties: {
    serverFarmId: given,
    reserved: true,
    publicNetworkAccess: 'Enabled',
    httpsOnly: true,
    clientAffinityEnabled: false,
    virtualNetworkSubnetId: subnet('app'),
    keyVaultReferenceIdentity: `[${identity}]`,
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts',
      appCommandLine: 'node bot/main.ts',
      healthCheckPath: '/readyz',
      alwaysOn: true,
      minTlsVersion: tls,
      scmMinTlsVersion: tls,
      ftpsState: 'Disabled',
      remoteDebuggingEnabled: false,
      httpLoggingEnabled: false,
      vnetRouteAllEnabled: true,
      ipSecurityRestrictionsDefaultAction,
      scmIpSecurityRestrictionsDefaultAction: 'Deny',
      scmIpSecurityRestrictionsUseMain: false,
      scmIpSecurityRestrictions: { 0: { action: 'Allow', ipAddress: given } },
      ...slotConfig,
    },
  },
})

/** What is safe and what the bot relies on, where the schemas leave a choice. A Set is a choice of ours, an empty one anything. */
const wanted: Readonly<Record<string, Wanted>> = {
  'ManagedIdentity/userAssignedIdentities': inTheUk,
  'Network/virtualNetworks': {
    ...inTheUk,
    properties: {
      addressSpace: { addressPrefixes: given },
      subnets: { 0: { name: 'app', properties: { delegations: { 0: delegation } } } },
    },
  },
  'Network/privateDnsZones': anywhere,
  'Network/privateDnsZones/virtualNetworkLinks': {
    location: 'global',
    properties: { registrationEnabled: false, virtualNetwork: { id: given } },
  },
  'Network/privateEndpoints': { ...inTheUk, properties: { subnet: { id: subnet('endpoints') } } },
  'Authorization/roleAssignments': { properties: { principalType: 'ServicePrincipal' } },
  'OperationalInsights/workspaces': {
    ...inTheUk,
    properties: {
      sku: { name: 'PerGB2018' },
      features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true },
    },
  },
  'Insights/components': {
    ...inTheUk,
    properties: { IngestionMode: 'LogAnalytics', DisableLocalAuth: true, DisableIpMasking: false },
  },
  'Insights/autoscalesettings': {
    ...inTheUk,
    condition: "[variables('scalesOut')]",
    properties: { enabled: true, targetResourceUri: given },
  },
  'DocumentDB/databaseAccounts': {
    ...inTheUk,
    kind: 'GlobalDocumentDB',
    properties: {
      locations: { 0: { locationName: uk, failoverPriority: 0, isZoneRedundant: given } },
      consistencyPolicy: { defaultConsistencyLevel: new Set(['Session', 'BoundedStaleness', 'Strong']) },
      backupPolicy: { type: 'Continuous' },
      minimalTlsVersion: 'Tls12',
      disableLocalAuth: true,
      disableKeyBasedMetadataWriteAccess: true,
      publicNetworkAccess: 'Disabled',
      networkAclBypass: 'None',
    },
  },
  'DocumentDB/databaseAccounts/sqlDatabases': {
    properties: { options: { autoscaleSettings: { maxThroughput: given } } },
  },
  'KeyVault/vaults/secrets': { properties: { value: given } },
  'KeyVault/vaults': {
    ...inTheUk,
    properties: {
      enableRbacAuthorization: true,
      enableSoftDelete: true,
      enablePurgeProtection: true,
      enabledForDeployment: false,
      enabledForDiskEncryption: false,
      enabledForTemplateDeployment: false,
      publicNetworkAccess: 'Disabled',
      networkAcls: { defaultAction: 'Deny' },
    },
  },
  'CognitiveServices/accounts': {
    condition: "[parameters('openAi')]",
    location: new Set(['uksouth', 'swedencentral', 'francecentral']),
    kind: 'OpenAI',
    tags: given,
    sku: { name: 'S0' },
    properties: {
      customSubDomainName: given, // without it no Entra identity is let in
      disableLocalAuth: true,
      publicNetworkAccess: 'Disabled',
      networkAcls: { defaultAction: 'Deny' },
    },
  },
  'CognitiveServices/accounts/deployments': {
    sku: { name: new Set(['Standard', 'DataZoneStandard']), capacity: given },
    properties: { model: { format: 'OpenAI', version: given }, versionUpgradeOption: 'NoAutoUpgrade' }, // as evaluated
  },
  'Web/serverfarms': {
    ...inTheUk,
    kind: 'linux',
    sku: { name: given, capacity: given },
    properties: { reserved: true, zoneRedundant: given },
  },
  'Web/sites': siteWith('Allow'),
  'Web/sites/slots': {
    ...siteWith('Deny', { ipSecurityRestrictions: { 0: { action: 'Allow', ipAddress: given } } }),
    condition: "[parameters('stagingSlot')]",
  },
  'Web/sites/basicPublishingCredentialsPolicies': { properties: { allow: false } },
  'Web/sites/slots/basicPublishingCredentialsPolicies': { properties: { allow: false } },
  'BotService/botServices': {
    ...anywhere,
    kind: 'azurebot',
    sku: { name: given },
    properties: {
      endpoint: "[format('https://{0}/api/messages', variables('siteHost'))]",
      msaAppType: 'UserAssignedMSI',
      msaAppId: ofIdentity('clientId'),
      msaAppMSIResourceId: `[${identity}]`,
      msaAppTenantId: '[subscription().tenantId]',
      disableLocalAuth: true,
    },
  },
  'BotService/botServices/channels': {
    location: 'global',
    properties: { channelName: 'MsTeamsChannel', properties: { isEnabled: true } },
  },
}

const differences = (wish: unknown, raw: unknown, filled: unknown, at: string): Finding[] => {
  if (isObject(wish) && !(wish instanceof Set))
    return Object.entries(wish).flatMap(([name, one]) =>
      differences(one, (raw as Wanted | undefined)?.[name], (filled as Wanted | undefined)?.[name], into(at, name)),
    )
  const choice = wish instanceof Set ? [...wish] : [wish]
  if (wish === given) return filled === undefined ? [finding(at, told(filled), 'Give it a value')] : []
  const isRight = choice.some((one) => isDeepStrictEqual(one, raw) || isDeepStrictEqual(one, filled))
  return isRight ? [] : [finding(at, told(filled), `Set it to ${choice.join(' or ')}`)]
}

/** Whether every resource is as safe as it must be, and there where data may lie. */
export const checkValues = ({ resources }: Deployment): Finding[] =>
  resources.flatMap(({ at, type, raw, filled }) =>
    differences(wanted[type.replace('Microsoft.', '')] ?? {}, raw, filled, at),
  )
