import { ConfigError, readConfig } from '../../../bot/config.ts'
import { secretSettings, settings } from '../../../bot/settings.ts'
import type { Deployment, Resource } from './deployment.ts'
import { type Fault, into, isObject, listOf, under } from './fault.ts'
import { identityIds } from './runtimeState.ts'

/** Settings that Azure's platform and its libraries read, and not the bot. */
const platform = [
  'AZURE_CLIENT_ID',
  'AZURE_TOKEN_CREDENTIALS',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
  'WEBSITE_HEALTHCHECK_MAXPINGFAILURES',
  'WEBSITE_RUN_FROM_PACKAGE',
  'WEBSITE_SWAP_WARMUP_PING_PATH',
  'WEBSITE_SWAP_WARMUP_PING_STATUSES',
] as const

const known: readonly string[] = [...Object.keys(settings.shape), ...platform]
const secret: readonly string[] = secretSettings

const vaultReference = /^@Microsoft\.KeyVault\(SecretUri=(https:\/\/([\w-]+)\.vault\.azure\.net\/secrets\/([\w-]+))\)$/
const looksLikeKey =
  /(Account|SharedAccess|Instrumentation)Key=|SharedAccessSignature|\bsig=|\bpassword=|^[\w+/~.-]{40,}={0,2}$/i

interface Setting {
  readonly name: string
  readonly value: string
  readonly at: string
}

export const isSite = ({ type }: Resource): boolean => /^Microsoft\.Web\/sites(\/slots)?$/.test(type)

export const settingsOf = ({ at, body }: Resource): Setting[] =>
  listOf(under(body, 'properties', 'siteConfig', 'appSettings')).flatMap((one, i) => {
    if (!isObject(one)) return []
    const place = into(`${at}/properties/siteConfig/appSettings`, i)
    return [{ name: String(one.name), value: String(one.value), at: into(place, 'value') }]
  })

/** What the bot would read: a reference to the vault as what lies behind it. */
const asRead = ({ value }: Setting, resources: readonly Resource[]): string => {
  const [, , vault, name] = vaultReference.exec(value) ?? []
  if (vault === undefined) return value
  return String(under(resources.find((one) => one.name === `${vault}/${name}`)?.body, 'properties', 'value') ?? '')
}

/** The values that follow from what else the template makes. */
const agreed = (resources: readonly Resource[], env: NodeJS.ProcessEnv): Record<string, readonly string[]> => {
  const names = (type: string) =>
    resources.filter((one) => one.type === type).map((one) => one.name.split('/').at(-1) ?? '')
  const accounts = names('Microsoft.DocumentDB/databaseAccounts')
  const models = names('Microsoft.CognitiveServices/accounts/deployments')
  return {
    NODE_ENV: ['production'],
    MICROSOFT_APP_TYPE: ['UserAssignedMSI'],
    MICROSOFT_APP_ID: [identityIds.clientId],
    AZURE_CLIENT_ID: [identityIds.clientId],
    COSMOS_ENDPOINT: accounts.map((name) => `https://${name}.documents.azure.com:443/`),
    COSMOS_DATABASE: names('Microsoft.DocumentDB/databaseAccounts/sqlDatabases'),
    ...(env.AZURE_OPENAI_ENDPOINT ? { OPENAI_CHAT_MODEL: models, OPENAI_EMBEDDING_MODEL: ['', ...models] } : {}),
  }
}

const checkOne = (setting: Setting, resources: readonly Resource[]): Fault[] => {
  const { name, value, at } = setting
  const [, uri, vault, secretName] = vaultReference.exec(value) ?? []
  if (!known.includes(name)) {
    const cure = 'Correct its name: bot/settings.ts lists those the bot reads'
    return [{ at, rule: 'setting', what: `nothing reads ${name}`, cure }]
  }
  if (uri !== undefined) {
    if (resources.some((one) => one.name === `${vault}/${secretName}`)) return []
    return [{ at, rule: 'secret', what: `the vault has no ${secretName}`, cure: 'Make the secret in the template' }]
  }
  if (!(secret.includes(name) && value !== '') && !looksLikeKey.test(value)) return []
  const cure = 'Let the identity do it, or write a reference to the Key Vault'
  return [{ at, rule: 'secret', what: `${name} holds a key`, cure }]
}

const checkWhole = (site: Resource, resources: readonly Resource[]): Fault[] => {
  const list = settingsOf(site)
  const at = `${site.at}/properties/siteConfig/appSettings`
  const env = Object.fromEntries(list.map((one) => [one.name, asRead(one, resources)]))
  const faults = Object.entries(agreed(resources, env))
    .filter(([name, values]) => !values.includes(env[name] ?? ''))
    .map(([name, values]): Fault => {
      const place = list.find((one) => one.name === name)?.at ?? at
      const what = `${name} is ${JSON.stringify(env[name])}`
      return { at: place, rule: 'setting', what, cure: `Set it to ${values.join(' or ') || 'what the template makes'}` }
    })
  const twice = list.filter(({ name }, i) => list.findIndex((one) => one.name === name) !== i)
  faults.push(
    ...twice.map((one): Fault => {
      return { at: one.at, rule: 'setting', what: `${one.name} stands twice`, cure: 'Remove one' }
    }),
  )
  try {
    readConfig(env, import.meta.dirname)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const what = `the bot would not start: ${error.message.replace(/\.$/, '')}`
    faults.push({ at, rule: 'setting', what, cure: 'Give it a value that the bot takes' })
  }
  return faults
}

/** A slot differs from its site in the sticky settings alone: any other would travel with the swap. */
const checkSlots = (resources: readonly Resource[]): Fault[] => {
  const sticky = resources
    .filter(({ type, name }) => type === 'Microsoft.Web/sites/config' && name.endsWith('/slotConfigNames'))
    .flatMap(({ body }) => listOf(under(body, 'properties', 'appSettingNames')))
  const [site] = resources.filter(({ type }) => type === 'Microsoft.Web/sites')
  const live = new Map(site ? settingsOf(site).map(({ name, value }) => [name, value]) : [])
  return resources
    .filter(({ type }) => type === 'Microsoft.Web/sites/slots')
    .flatMap((slot) => {
      const own = settingsOf(slot)
      const different = own.filter(({ name, value }) => (live.get(name) === value) === sticky.includes(name))
      const missing = [...live.keys()].filter((name) => !own.some((one) => one.name === name))
      return [
        ...different.map(({ name, at }): Fault => {
          const [what, cure] = sticky.includes(name)
            ? [`${name} is the site's own`, 'Give the slot another: a release is not tried on live data']
            : [`${name} differs from the site's`, 'Make them equal, or name it in slotConfigNames']
          return { at, rule: 'setting', what, cure }
        }),
        ...missing.map((name): Fault => {
          return { at: slot.at, rule: 'setting', what: `the slot has no ${name}`, cure: 'Add it, as the site has it' }
        }),
      ]
    })
}

/** Whether the settings are such that the bot knows them, starts with them, and holds no key in them. */
export const checkSettings = ({ resources }: Deployment): Fault[] => [
  ...resources
    .filter(isSite)
    .flatMap((site) => [
      ...settingsOf(site).flatMap((setting) => checkOne(setting, resources)),
      ...checkWhole(site, resources),
    ]),
  ...checkSlots(resources),
]
