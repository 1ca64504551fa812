import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { ConfigError, secretSettings } from './settings.ts'

const othersRead = 0o004
const othersWrite = 0o002

const modeOf = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mode

/**
 * In production, refuses a key or the list of roles in a file that everyone on the machine can read or write. Windows
 * has no such mode.
 */
export const refuseExposedFiles = (options: { folder: string; production: boolean; rolesFile?: string }): void => {
  const { folder, production, rolesFile } = options
  const rolesMode = rolesFile === undefined ? undefined : modeOf(rolesFile)
  if (rolesFile !== undefined && rolesMode === undefined) {
    throw new ConfigError('ROLES_FILE names a file that is not there: create it, or correct the path.')
  }
  if (!production || process.platform === 'win32') return
  if (rolesMode !== undefined && rolesMode & (othersRead | othersWrite)) {
    throw new ConfigError('ROLES_FILE can be read or changed by everyone on this machine: run chmod 640 on it.')
  }
  const envFile = join(folder, '.env')
  const mode = modeOf(envFile)
  if (mode === undefined || !(mode & (othersRead | othersWrite))) return
  const inFile = parseEnv(readFileSync(envFile, 'utf8'))
  const exposed = secretSettings.find((name) => inFile[name])
  if (exposed) {
    throw new ConfigError(`${exposed} is in an .env file that everyone on this machine can read: run chmod 600 .env.`)
  }
}
