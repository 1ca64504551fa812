import type { Role } from '../../dialogs/access.ts'
import type { Config } from '../config.ts'
import type { Logger } from '../logger.ts'
import { graphToken, type SignInClient } from './graphToken.ts'
import { rolesFromFile } from './rolesFromFile.ts'
import { rolesFromGraph } from './rolesFromGraph.ts'
import type { RolesSource } from './rolesSource.ts'

/** The people of the chat page, by object id; everybody else is staff. */
export const rolesFromPeople = (people: ReadonlyMap<string, Role>): RolesSource => ({
  roleOf: async (_tenantId, objectId) => people.get(objectId) ?? 'staff',
})

interface RolesOptions {
  readonly log: Logger
  /** The people of the chat page; looked at in local mode alone, while no setting says who is who. */
  readonly people?: ReadonlyMap<string, Role>
  readonly signInClient?: SignInClient
}

/** The source of roles that the settings name. */
export const rolesOf = (config: Config, { log, people = new Map(), signInClient }: RolesOptions): RolesSource => {
  const { rolesFile, graphRoles: groups, graphBaseUrl: baseUrl, identity, staffTenantId, localMode } = config
  if (rolesFile !== undefined) return rolesFromFile(rolesFile, { log })
  if (groups !== undefined) {
    const app = identity && { ...identity, tenantId: staffTenantId ?? identity.tenantId }
    return rolesFromGraph({ groups, baseUrl, token: graphToken(app, baseUrl, signInClient), log })
  }
  return rolesFromPeople(localMode ? people : new Map())
}
