import type { Role } from '../../dialogs/access.ts'

/** Says what somebody may be. Closed on failure: never throws, and answers staff when it does not know. */
export interface RolesSource {
  roleOf(tenantId: string, objectId: string): Promise<Role>
}
