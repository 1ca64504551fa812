import type { Plant } from './plant.ts'
import { remove, renamed, set, setInTemplate, setting } from './shipped.ts'

const account = 'DocumentDB/databaseAccounts'
const cosmosRole = `${account}/sqlRoleAssignments`
const bot = 'BotService/botServices'
const role = 'Authorization/roleAssignments'
const insightsString = 'APPLICATIONINSIGHTS_CONNECTION_STRING'
const nobody = '00000000-0000-0000-0000-000000000000'
const administrator = '00482a5a-887f-4fb3-b363-3b7fe8e74483'
const settings = 'appSettings'

const stateOf = (type: string, variable: string, property: string) =>
  `[reference(resourceId('Microsoft.${type}', variables('${variable}')), '2024-05-15').${property}]`

/** Faults in who may do what, and in what the bot is told. */
export const plantedAccess: readonly Plant[] = [
  ['keys of the database on', 'value', 'disableLocalAuth', set(account, 'properties/disableLocalAuth', false)],
  ['a key in a setting', 'setting', settings, setting('COSMOS_KEY', 'a-key')],
  ['a password in a setting', 'setting', settings, setting('MICROSOFT_APP_PASSWORD', 'a-password')],
  [
    'a key in a setting for something else',
    'setting',
    settings,
    setting('HOST', 'AccountEndpoint=https://a/;AccountKey=YQ=='),
  ],
  ['a key within an expression', 'setting', settings, setting('HOST', "[format('AccountKey={0}', variables('base'))]")],
  ['a key put together', 'setting', settings, setting('COSMOS_KEY', "[format('a-{0}', variables('base'))]")],
  [
    'a connection string outside the vault',
    'setting',
    settings,
    setting(insightsString, stateOf('Insights/components', 'insights', 'ConnectionString')),
  ],
  [
    'a reference to a secret that is not made',
    'setting',
    settings,
    setting(insightsString, '@Microsoft.KeyVault(SecretUri=https://other.vault.azure.net/secrets/other)'),
  ],
  [
    'a function that lists keys',
    'expression',
    settings,
    setting('HOST', "[listKeys(variables('cosmos'), '2024-05-15').primaryMasterKey]"),
  ],
  ['a password for FTP', 'presence', 'resources', remove('Web/sites/basicPublishingCredentialsPolicies')],
  [
    'a password for the slot',
    'value',
    'allow',
    set('Web/sites/slots/basicPublishingCredentialsPolicies', 'properties/allow', true),
  ],

  ['a setting that the bot does not know', 'setting', settings, setting('RETENTION_DAY', '30')],
  ['a setting that the bot refuses', 'setting', settings, setting('RETENTION_DAYS', 'a year')],
  ['a setting that is misspelt', 'setting', settings, renamed('MICROSOFT_APP_TENANT_ID', 'MICROSOFT_APP_TENANTID')],
  ['a setting that the slot lacks', 'setting', settings, renamed('DATA_DIR', 'KNOWLEDGE_DIR', ['sites/slots'])],
  ['a setting that stands twice', 'setting', settings, renamed('OPENAI_DAILY_TOKENS', 'NODE_ENV')],
  ['a bot that is not in production', 'setting', settings, setting('NODE_ENV', 'development')],
  ['a bot that expects a password', 'setting', settings, setting('MICROSOFT_APP_TYPE', 'SingleTenant')],
  ['a database that is not made', 'setting', settings, setting('COSMOS_DATABASE', 'elsewhere', ['sites'])],
  [
    'a database of somebody else',
    'setting',
    settings,
    setting('COSMOS_ENDPOINT', 'https://other.documents.azure.com:443/'),
  ],
  [
    'a staging slot on live data',
    'setting',
    settings,
    setting('COSMOS_DATABASE', "[variables('database')]", ['sites/slots']),
  ],
  ['a setting of the site alone', 'setting', settings, setting('LOG_LEVEL', 'debug', ['sites/slots'])],
  [
    'data that travels with the swap',
    'setting',
    settings,
    set('Web/sites/config', 'properties/appSettingNames', ['PUBLIC_URL']),
  ],

  ['a site without the identity', 'value', 'identity', set('Web/sites', 'identity/userAssignedIdentities', {})],
  ['an identity of the site alone', 'value', 'identity', set('Web/sites', 'identity/type', 'SystemAssigned')],
  ['a bot of another identity', 'value', 'properties', set(bot, 'properties/msaAppId', nobody)],
  ['a bot with a password', 'value', 'msaAppType', set(bot, 'properties/msaAppType', 'MultiTenant')],
  ['no role on the live database', ['reference', 'role'], 'resources', remove(cosmosRole)],
  ['a role of somebody else on the database', 'role', 'resources', set(cosmosRole, 'properties/principalId', nobody)],
  [
    'a role on every database',
    'role',
    'resources',
    set(cosmosRole, 'properties/scope', "[resourceId('Microsoft.DocumentDB/databaseAccounts', variables('cosmos'))]"),
  ],
  ['no role on Application Insights', 'role', 'resources', remove(role, 1)],
  ['a role at a wrong scope', 'role', 'resources', set(role, 'scope', '[resourceGroup().id]', 1)],
  [
    'more than reading of secrets',
    'role',
    'resources',
    setInTemplate('variables/roles/keyVaultSecretsUser', administrator),
  ],
]
