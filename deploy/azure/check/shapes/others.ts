import { fields, flag, id, is, oneOf, text, whole } from '../shape.ts'
import { everywhere, inTheUk, type Shapes, shape, tags } from './shapes.ts'

const guid = text(/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/, 'an id like 00000000-0000-0000-0000-000000000000')

export const others: Shapes = {
  'Microsoft.ManagedIdentity/userAssignedIdentities': shape('2023-01-31', { location: inTheUk, tags }),
  'Microsoft.Authorization/roleAssignments': shape('2022-04-01', {
    scope: id,
    properties: fields({ roleDefinitionId: id, principalId: guid, principalType: is('ServicePrincipal') }),
  }),
  'Microsoft.KeyVault/vaults': shape('2023-07-01', {
    location: inTheUk,
    tags,
    properties: fields({
      tenantId: guid,
      sku: fields({ family: is('A'), name: oneOf(['standard', 'premium']) }),
      enableRbacAuthorization: is(true, 'secret'),
      enableSoftDelete: is(true),
      softDeleteRetentionInDays: whole(7, 90),
      enablePurgeProtection: is(true),
      enabledForDeployment: is(false, 'secret'),
      enabledForDiskEncryption: is(false, 'secret'),
      enabledForTemplateDeployment: is(false, 'secret'),
      publicNetworkAccess: is('Disabled', 'network'),
      networkAcls: fields({
        bypass: oneOf(['None', 'AzureServices'], 'network'),
        defaultAction: is('Deny', 'network'),
      }),
    }),
  }),
  'Microsoft.KeyVault/vaults/secrets': shape('2023-07-01', {
    properties: fields({ value: text(), contentType: text() }),
  }),
  'Microsoft.CognitiveServices/accounts': shape('2024-10-01', {
    location: oneOf(['uksouth', 'swedencentral', 'francecentral'], 'place'),
    tags,
    kind: is('OpenAI'),
    sku: fields({ name: is('S0') }),
    properties: fields({
      customSubDomainName: text(/^[a-z0-9-]{2,64}$/, 'small letters, figures and hyphens'), // without it no Entra identity is let in
      disableLocalAuth: is(true, 'secret'),
      publicNetworkAccess: is('Disabled', 'network'),
      networkAcls: fields({ defaultAction: is('Deny', 'network') }),
    }),
  }),
  'Microsoft.CognitiveServices/accounts/deployments': shape('2024-10-01', {
    sku: fields({ name: oneOf(['Standard', 'DataZoneStandard'], 'place'), capacity: whole(1, 1000) }),
    properties: fields({
      model: fields({ format: is('OpenAI'), name: text(), version: text() }),
      versionUpgradeOption: is('NoAutoUpgrade'), // the evaluation was of one version
    }),
  }),
  'Microsoft.BotService/botServices': shape('2022-09-15', {
    location: everywhere,
    tags,
    kind: is('azurebot'),
    sku: fields({ name: oneOf(['F0', 'S1'], 'place') }),
    properties: fields({
      displayName: text(),
      endpoint: text(/^https:\/\/[^/]+\/api\/messages$/, 'https://, the host and /api/messages', 'transport'),
      msaAppType: is('UserAssignedMSI', 'identity'),
      msaAppId: guid,
      msaAppTenantId: guid,
      msaAppMSIResourceId: id,
      disableLocalAuth: is(true, 'secret'),
      isStreamingSupported: is(false),
      schemaTransformationVersion: is('1.3'),
      publicNetworkAccess: is('Enabled'), // Teams reaches the bot through it
    }),
  }),
  'Microsoft.BotService/botServices/channels': shape('2022-09-15', {
    location: everywhere,
    properties: fields({
      channelName: is('MsTeamsChannel'),
      properties: fields({
        isEnabled: is(true),
        enableCalling: is(false),
        acceptedTerms: flag(),
        deploymentEnvironment: is('CommercialDeployment'),
      }),
    }),
  }),
}
