import { readFile, stat } from 'node:fs/promises'
import * as z from 'zod'
import type { Role } from '../../dialogs/access.ts'
import type { Logger } from '../logger.ts'
import type { RolesSource } from './rolesSource.ts'

const objectIds = z.array(z.string().trim().toLowerCase().min(1)).default([])
const rolesFile = z.strictObject({ manager: objectIds, hr: objectIds })

const nobody: ReadonlyMap<string, Role> = new Map()

const readRoles = async (path: string): Promise<ReadonlyMap<string, Role>> => {
  const { manager, hr } = rolesFile.parse(JSON.parse(await readFile(path, 'utf8')))
  return new Map<string, Role>([
    ...manager.map((id) => [id, 'manager'] as const),
    ...hr.map((id) => [id, 'hr'] as const), // after the managers: who is both is HR
  ])
}

/** `{"manager": ["<object id>"], "hr": [...]}`, read again when it changes. While it is broken, everyone is staff. */
export const rolesFromFile = (path: string, { log }: { log: Logger }): RolesSource => {
  let version = ''
  let roles = Promise.resolve(nobody)

  const versionNow = async (): Promise<string> => {
    try {
      const { mtimeNs, size, ino } = await stat(path, { bigint: true })
      return `${mtimeNs}/${size}/${ino}`
    } catch {
      return 'not there'
    }
  }

  const read = async (): Promise<ReadonlyMap<string, Role>> => {
    try {
      return await readRoles(path)
    } catch (err) {
      log.error({ err }, 'ROLES_FILE cannot be read: everyone is staff until it is mended')
      return nobody
    }
  }

  return {
    async roleOf(_tenantId, objectId) {
      const now = await versionNow()
      if (now !== version) {
        version = now
        roles = read()
      }
      return (await roles).get(objectId.toLowerCase()) ?? 'staff'
    },
  }
}
