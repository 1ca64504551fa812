import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv, type ErrorObject } from 'ajv'
import addFormats from 'ajv-formats'

const SCHEMA = '@microsoft/app-manifest/build/json-schemas/teams/v1.30/MicrosoftTeams.schema.json'

/**
 * The official schema calls itself draft 4, yet uses `const`, which a draft 4 validator would pass over; all that it
 * uses means the same in draft 7.
 */
const schemaCheck = () => {
  const { $schema: _, ...schema } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve(SCHEMA), 'utf8'))
  const ajv = new Ajv({ allErrors: true, strict: false })
  addFormats.default(ajv)
  return ajv.compile(schema)
}

const validate = schemaCheck()

const inWords = ({ instancePath, message, params }: ErrorObject): string => {
  const about = params.additionalProperty ?? params.allowedValue ?? params.allowedValues
  return `manifest.json ${instancePath || '/'} ${message}${about === undefined ? '' : ` (${about})`}`
}

interface Command {
  readonly title?: string
  readonly type?: string
  readonly prompt?: string
}

interface Bot {
  readonly botId?: string
  readonly scopes?: readonly string[]
  readonly supportsFiles?: boolean
  readonly commandLists?: readonly { readonly commands?: readonly Command[] }[]
}

interface Manifest {
  readonly id?: string
  readonly version?: string
  readonly developer?: Readonly<Record<string, string>>
  readonly bots?: readonly Bot[]
  readonly permissions?: readonly string[]
  readonly validDomains?: readonly string[]
  readonly authorization?: unknown
}

const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/
const VERSION = /^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$/
/** What a compose box shows at a glance. */
const LONGEST_PROMPT = 128

const promptFaults = ({ commandLists = [] }: Bot): string[] => {
  const commands = commandLists.flatMap(({ commands: listed = [] }) => listed)
  return [
    ...(commands.length === 0 ? ['the bot has no prompt starters'] : []),
    ...commands.flatMap(({ title, type, prompt = '' }) => {
      if (type !== 'prompt' || !prompt.trim()) return [`the prompt starter “${title}” puts nothing in the compose box`]
      return prompt.length > LONGEST_PROMPT
        ? [`the prompt starter “${title}” is ${prompt.length} characters long, and ${LONGEST_PROMPT} are the most`]
        : []
    }),
  ]
}

const botFaults = (bot: Bot | undefined, id: string | undefined): string[] => {
  if (!bot) return ['there is no bot']
  return [
    ...(bot.botId === id ? [] : [`/bots/0/botId ${bot.botId} is not the app's id ${id}`]),
    ...(bot.scopes?.join() === 'personal' ? [] : ['/bots/0/scopes is not personal alone, and only that was checked']),
    ...(bot.supportsFiles ? [] : ['/bots/0/supportsFiles is not true, and an export could not be sent']),
    ...promptFaults(bot),
  ]
}

/** What the schema lets pass and Teams, or this app, does not. */
const ruleFaults = (manifest: Manifest): string[] => [
  ...botFaults(manifest.bots?.[0], manifest.id),
  ...(manifest.version && VERSION.test(manifest.version) ? [] : ['/version is not of the form 1.2.3']),
  ...Object.entries(manifest.developer ?? {}).flatMap(([key, url]) => {
    const web = URL.canParse(url) && new URL(url).protocol === 'https:' && new URL(url).hostname !== ''
    return key.endsWith('Url') && !web ? [`/developer/${key} ${url} does not begin with https://`] : []
  }),
  ...(manifest.validDomains ?? []).flatMap((host) =>
    HOST.test(host) ? [] : [`/validDomains ${host} is not a bare host name such as ap-bot.example.nhs.uk`],
  ),
  ...(manifest.permissions?.join() === 'identity' ? [] : ['/permissions asks for more or less than identity']),
  ...(manifest.authorization === undefined ? [] : ['/authorization asks for rights in teams or chats']),
]

/** What is wrong with a manifest, a sentence each: first against Microsoft's schema, then against the app's own rules. */
export const manifestFaults = (text: string): string[] => {
  let manifest: Manifest
  try {
    manifest = JSON.parse(text)
  } catch (fault) {
    return [`manifest.json is not JSON: ${(fault as Error).message}`]
  }
  const bySchema = validate(manifest) ? [] : (validate.errors ?? []).map(inWords)
  if (bySchema.length > 0) return bySchema
  const left = text.match(/\{\{\w+\}\}/g) ?? []
  return [...left.map((name) => `${name} was not filled`), ...ruleFaults(manifest)].map(
    (fault) => `manifest.json ${fault}`,
  )
}
