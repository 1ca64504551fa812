import { ConfigError, readConfig } from '../../../bot/config.ts'
import { secretSettings, settings } from '../../../bot/settings.ts'
import {
  type Deployment,
  type Finding,
  finding,
  idOf,
  isExpression,
  isSite,
  listOf,
  ofIdentity,
  type Resource,
  told,
  under,
} from './template.ts'

/** Settings that Azure's platform and its libraries read, and not the bot. */
const platform = [
  'AZURE_CLIENT_ID',
  'AZURE_TOKEN_CREDENTIALS',
  'SCM_DO_BUILD_DURING_DEPLOYMENT',
  'WEBSITE_HEALTHCHECK_MAXPINGFAILURES',
  'WEBSITE_RUN_FROM_PACKAGE',
  'WEBSITE_SWAP_WARMUP_PING_PATH',
  'WEBSITE_SWAP_WARMUP_PING_STATUSES',
]
const known: readonly string[] = [...Object.keys(settings.shape), ...platform]
const namesKey = /(Account|SharedAccess|Instrumentation)Key=|SharedAccessSignature|\bsig=|\bpassword=/i
const bareKey = /^[\w+/~.-]{40,}={0,2}$/

/** What Azure would make of the expressions, in the right form. */
const samples: Readonly<Record<string, string>> = {
  PUBLIC_URL: 'https://bot.example',
  MICROSOFT_APP_ID: '00000000-0000-0000-0000-00000000000c',
  MICROSOFT_APP_TENANT_ID: '00000000-0000-0000-0000-00000000000b',
  COSMOS_ENDPOINT: 'https://bot.documents.azure.com:443/',
  AZURE_OPENAI_ENDPOINT: 'https://bot.openai.azure.com/',
  OPENAI_CHAT_MODEL: 'chat',
  OPENAI_DAILY_TOKENS: '1',
  APPLICATIONINSIGHTS_CONNECTION_STRING: 'InstrumentationKey=00000000-0000-0000-0000-00000000000e',
}

interface Setting {
  readonly name: string
  /** As it stands in the template. */
  readonly value: string
  /** With a parameter or variable written out. */
  readonly filled: string
  readonly at: string
}

const settingsOf = ({ at, raw, filled }: Resource): Setting[] => {
  const path = 'properties/siteConfig/appSettings'
  return listOf(under(raw, path)).map((one, i) => ({
    name: String(under(one, 'name')),
    value: String(under(one, 'value')),
    filled: String(under(filled, `${path}/${i}/value`)),
    at: `${at}/${path}/${i}/value`,
  }))
}

const cosmos = idOf('Microsoft.DocumentDB/databaseAccounts', "variables('cosmos')")
const model = idOf('Microsoft.CognitiveServices/accounts', "variables('openAi')")
const secret = idOf('Microsoft.KeyVault/vaults/secrets', "variables('vault')", "variables('telemetrySecret')")
const ifModel = (text: string): string => `[if(parameters('openAi'), ${text}, '')]`

/** The values that follow from what else the template makes, each as it is to be written. */
const agreed: Readonly<Record<string, readonly string[]>> = {
  NODE_ENV: ['production'],
  MICROSOFT_APP_TYPE: ['UserAssignedMSI'],
  MICROSOFT_APP_ID: [ofIdentity('clientId')],
  MICROSOFT_APP_TENANT_ID: ['[subscription().tenantId]'],
  AZURE_CLIENT_ID: [ofIdentity('clientId')],
  COSMOS_ENDPOINT: [`[reference(${cosmos}, '2024-05-15').documentEndpoint]`],
  COSMOS_DATABASE: ["[variables('database')]", "[variables('stagingDatabase')]"],
  AZURE_OPENAI_ENDPOINT: [ifModel(`reference(${model}, '2024-10-01').endpoint`)],
  OPENAI_CHAT_MODEL: [ifModel("parameters('chatModel')")],
  OPENAI_EMBEDDING_MODEL: [ifModel("parameters('embeddingModel')")],
  APPLICATIONINSIGHTS_CONNECTION_STRING: [
    `[format('@Microsoft.KeyVault(SecretUri={0})', reference(${secret}, '2023-07-01').secretUri)]`,
  ],
}

const checkOne = ({ name, filled, at }: Setting): Finding[] => {
  if (!known.includes(name)) {
    return [finding(at, `nothing reads ${name}`, 'Correct its name: bot/settings.ts lists those the bot reads')]
  }
  const isSecret = (secretSettings as readonly string[]).includes(name) && filled !== ''
  const isKey = isSecret ? !filled.includes('@Microsoft.KeyVault(') : namesKey.test(filled) || bareKey.test(filled)
  if (!isKey) return []
  return [finding(at, `${name} holds a key`, 'Let the identity do it, or write a reference to the Key Vault')]
}

const checkWhole = (site: Resource): Finding[] => {
  const list = settingsOf(site)
  const at = `${site.at}/properties/siteConfig/appSettings`
  const wrong = Object.entries(agreed).flatMap(([name, values]) => {
    const own = list.find((one) => one.name === name)
    if (own && values.includes(own.value)) return []
    const cure = `Set it to ${values.join(' or ')}`
    return [finding(own?.at ?? at, `${name}: ${told(own?.value)}`, cure)]
  })
  const twice = list.filter(({ name }, i) => list.findIndex((one) => one.name === name) !== i)
  const env = Object.fromEntries(
    list.map(({ name, filled }) => [name, isExpression(filled) ? (samples[name] ?? '') : filled]),
  )
  const found = [...wrong, ...twice.map((one) => finding(one.at, `${one.name} stands twice`, 'Remove one'))]
  try {
    readConfig(env, import.meta.dirname)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    const what = `the bot would not start: ${error.message.replace(/\.$/, '')}`
    found.push(finding(at, what, 'Give it a value that the bot takes'))
  }
  return found
}

/** A slot differs from its site in the sticky settings alone: any other would travel with the swap. */
const checkSlots = (resources: readonly Resource[]): Finding[] => {
  const ofType = (type: string) => resources.filter((one) => one.type === `Microsoft.Web/${type}`)
  const sticky = ofType('sites/config').flatMap(({ raw }) => listOf(under(raw, 'properties/appSettingNames')))
  const live = new Map(ofType('sites').flatMap((site) => settingsOf(site).map(({ name, value }) => [name, value])))
  return ofType('sites/slots').flatMap((slot) => {
    const own = settingsOf(slot)
    const different = own.filter(({ name, value }) => (live.get(name) === value) === sticky.includes(name))
    const missing = [...live.keys()].filter((name) => !own.some((one) => one.name === name))
    return [
      ...different.map(({ name, at }) =>
        sticky.includes(name)
          ? finding(at, `${name} is the site's own`, 'Give the slot another: a release is not tried on live data')
          : finding(at, `${name} differs from the site's`, 'Make them equal, or name it in slotConfigNames'),
      ),
      ...missing.map((name) => finding(slot.at, `the slot has no ${name}`, 'Add it, as the site has it')),
    ]
  })
}

/** Whether the settings are such that the bot knows them, starts with them, and holds no key in them. */
export const checkSettings = ({ resources }: Deployment): Finding[] => [
  ...resources.filter(isSite).flatMap((site) => [...settingsOf(site).flatMap(checkOne), ...checkWhole(site)]),
  ...checkSlots(resources),
]
