import type { Activity } from 'botbuilder'
import type { Actor } from '../../dialogs/access.ts'
import type { RolesSource } from './rolesSource.ts'

export type Identified =
  | { readonly kind: 'actor'; readonly actor: Actor; readonly email?: string }
  | { readonly kind: 'refused'; readonly why: 'no-tenant' | 'no-person' | 'other-tenant' }

interface IdentityOptions {
  /** The tenant that is served; unset in local mode, where any is. */
  readonly tenantId?: string
  readonly roles: RolesSource
}

const idPattern = /^[\w-]{1,64}$/

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' && idPattern.test(value) ? value.toLowerCase() : undefined

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined)

/** Teams names the tenant in up to three places. */
const tenantsOf = ({ conversation, channelData, from }: Activity): string[] =>
  [conversation?.tenantId, channelData?.tenant?.id, (from as { tenantId?: unknown } | undefined)?.tenantId].flatMap(
    (tenant) => idOf(tenant) ?? [],
  )

/**
 * The actor of an activity whose signature was checked; made once a turn. The name is for display; the role comes from
 * the source of roles alone.
 */
export const actorOf = async (activity: Activity, { tenantId, roles }: IdentityOptions): Promise<Identified> => {
  const tenants = tenantsOf(activity)
  const [tenant] = tenants
  const from = activity.from as (Activity['from'] & { email?: unknown; userPrincipalName?: unknown }) | undefined
  const objectId = idOf(from?.aadObjectId)
  if (tenant === undefined) return { kind: 'refused', why: 'no-tenant' }
  const served = tenantId?.toLowerCase() ?? tenant
  if (tenants.some((named) => named !== served)) return { kind: 'refused', why: 'other-tenant' }
  if (objectId === undefined) return { kind: 'refused', why: 'no-person' }
  const role = await roles.roleOf(tenant, objectId)
  return {
    kind: 'actor',
    actor: { tenantId: tenant, objectId, name: from?.name ?? '', role },
    email: textOf(from?.email) ?? textOf(from?.userPrincipalName),
  }
}
