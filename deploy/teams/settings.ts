import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** What the package is filled with. */
export interface PackageSettings {
  /** The bot's Microsoft App ID; the Teams app bears it too. */
  readonly appId: string
  readonly version: string
  readonly name: string
  /** The trust, and its pages about the app. */
  readonly developer: string
  readonly website: string
  readonly privacy: string
  readonly terms: string
  /** Hosts whose pages the app shows inside Teams. */
  readonly domains: readonly string[]
  readonly out: string
}

/** What was asked cannot be done, in one sentence with the cure. */
export class PackageError extends Error {
  override readonly name = 'PackageError'
}

export const PLACEHOLDER_SITE = 'https://www.example.nhs.uk'

const USAGE =
  'Usage: npm run package:teams -- --app-id GUID [--out FILE] [--version N.N.N] [--name NAME] [--developer TRUST] [--website URL] [--privacy URL] [--terms URL] [--domain HOST]...'

const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const NOBODY = /^[0-]+$/

const read = (args: readonly string[]) => {
  const text = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: {
        ...{ 'app-id': text, out: text, version: text, name: text, developer: text },
        ...{ website: text, privacy: text, terms: text, domain: { type: 'string', multiple: true } },
      },
    }).values
  } catch (fault) {
    throw new PackageError(`${(fault as Error).message.split('. ')[0]}. ${USAGE}`)
  }
}

const projectVersion = (): string =>
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version

/**
 * The command's arguments, with the project's version and a placeholder trust for what is left out.
 * @throws PackageError when the app id is missing or wrong, or an argument is unknown
 */
export const readSettings = (args: readonly string[]): PackageSettings => {
  const given = read(args)
  const appId = given['app-id']?.trim().toLowerCase()
  if (!appId) throw new PackageError(`--app-id is missing: give the bot's Microsoft App ID. ${USAGE}`)
  if (!GUID.test(appId) || NOBODY.test(appId)) {
    throw new PackageError(
      `--app-id ${appId} is not an id like 5f2c1d3e-8a4b-4c6d-9e0f-1a2b3c4d5e6f: copy the Microsoft App ID from the bot in Azure.`,
    )
  }
  const website = given.website ?? PLACEHOLDER_SITE
  return {
    appId,
    version: given.version ?? projectVersion(),
    name: given.name ?? 'Assistant Practitioner bot',
    developer: given.developer ?? 'Example NHS trust',
    website,
    privacy: given.privacy ?? `${website}/privacy`,
    terms: given.terms ?? `${website}/terms`,
    domains: given.domain ?? [],
    out: given.out ?? '.data/teams-package.zip',
  }
}
