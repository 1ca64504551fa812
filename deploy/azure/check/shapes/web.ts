import { type Check, fields, flag, id, is, listOf, mapOf, nothing, oneOf, text, whole } from '../shape.ts'
import { inTheUk, type Shapes, shape, tags } from './shapes.ts'

const api = '2023-12-01'

const addresses = text(
  /^\d+\.\d+\.\d+\.\d+\/\d+(,\d+\.\d+\.\d+\.\d+\/\d+)*$/,
  'addresses such as 192.0.2.0/28',
  'network',
)
const restrictions = listOf(
  fields({ name: text(), priority: whole(1, 65_000), action: oneOf(['Allow', 'Deny']), ipAddress: addresses }),
)

const siteConfig = (access: Readonly<Record<string, Check>>): Check =>
  fields({
    linuxFxVersion: is('NODE|24-lts'),
    appCommandLine: is('node bot/main.ts'),
    healthCheckPath: is('/readyz', 'health'),
    alwaysOn: is(true, 'health'),
    http20Enabled: is(true, 'transport'),
    minTlsVersion: oneOf(['1.2', '1.3'], 'transport'),
    scmMinTlsVersion: oneOf(['1.2', '1.3'], 'transport'),
    ftpsState: is('Disabled', 'transport'),
    remoteDebuggingEnabled: is(false, 'network'),
    webSocketsEnabled: is(false),
    httpLoggingEnabled: is(false),
    use32BitWorkerProcess: is(false),
    vnetRouteAllEnabled: is(true, 'network'),
    ...access,
    scmIpSecurityRestrictionsDefaultAction: is('Deny', 'network'),
    scmIpSecurityRestrictionsUseMain: is(false, 'network'),
    scmIpSecurityRestrictions: restrictions,
    appSettings: listOf(fields({ name: text(/^[A-Z][A-Z0-9_]*$/, 'a name in capitals', 'setting'), value: anyText })),
  })

const anyText: Check = text(/^/)

const site = (access: Readonly<Record<string, Check>>) =>
  shape(api, {
    location: inTheUk,
    tags,
    kind: is('app,linux'),
    identity: fields({
      type: is('UserAssigned', 'identity'),
      userAssignedIdentities: mapOf(/^\/subscriptions\//, nothing),
    }),
    properties: fields({
      serverFarmId: id,
      reserved: is(true),
      httpsOnly: is(true, 'transport'),
      clientAffinityEnabled: is(false),
      publicNetworkAccess: is('Enabled'), // Teams must reach it; who posts is proved by a signature
      virtualNetworkSubnetId: id,
      keyVaultReferenceIdentity: id,
      siteConfig: siteConfig(access),
    }),
  })

const publishing = shape(api, { properties: fields({ allow: is(false, 'secret') }) })

export const web: Shapes = {
  'Microsoft.Web/serverfarms': shape(api, {
    location: inTheUk,
    tags,
    kind: is('linux'),
    sku: fields({ name: oneOf(['B1', 'B2', 'P0v3', 'P1v3', 'P2v3'], 'place'), capacity: whole(1, 10, 'place') }),
    properties: fields({ reserved: is(true), zoneRedundant: flag() }),
  }),
  'Microsoft.Web/sites': site({ ipSecurityRestrictionsDefaultAction: is('Allow') }),
  'Microsoft.Web/sites/slots': site({
    ipSecurityRestrictionsDefaultAction: is('Deny', 'network'),
    ipSecurityRestrictions: restrictions,
  }),
  'Microsoft.Web/sites/config': shape(api, { properties: fields({ appSettingNames: listOf(text()) }) }),
  'Microsoft.Web/sites/basicPublishingCredentialsPolicies': publishing,
  'Microsoft.Web/sites/slots/basicPublishingCredentialsPolicies': publishing,
}
