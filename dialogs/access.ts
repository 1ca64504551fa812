/** What the signed-in identity may be. Nothing that a person says changes it. */
export type Role = 'staff' | 'manager' | 'hr'

/** The person of a turn, made once at the door from the authenticated activity. */
export interface Actor {
  tenantId: string
  /** Microsoft Entra object id. */
  objectId: string
  /** The display name that the channel gave; never an identity. */
  name: string
  role: Role
}

/** Who may do what. What is not listed is refused. */
const PERMISSIONS = {
  'answers:read': ['staff', 'manager', 'hr'],
  'feedback:give': ['staff', 'manager', 'hr'],
  'question:send': ['staff', 'manager', 'hr'],
  'interest:own': ['staff', 'manager', 'hr'],
  'my-data:own': ['staff', 'manager', 'hr'],
  'cohorts:status': ['manager', 'hr'],
  'cohorts:interest-rounded': ['manager'],
  'cohorts:interest-exact': ['hr'],
  'cohorts:edit': ['hr'],
  'review:read': ['hr'],
  'review:change': ['hr'],
  'review:enter': ['hr'],
  'review:export': ['hr'],
  'review:write-to': ['hr'],
  'review:hold': ['hr'],
  'unanswered:read': ['hr'],
  'unanswered:answer': ['hr'],
  'feedback:read': ['hr'],
  'answers:withdraw': ['hr'],
} as const satisfies Record<string, readonly Role[]>

type Permission = keyof typeof PERMISSIONS

/** Whether this person may. Closed by default: an unknown permission or role is refused. */
export const may = (actor: Actor, permission: Permission): boolean =>
  (PERMISSIONS[permission] as readonly Role[] | undefined)?.includes(actor.role) ?? false

/** One person, whatever the device: tenant and object id. */
export const personKey = (actor: Pick<Actor, 'tenantId' | 'objectId'>): string => `${actor.tenantId}/${actor.objectId}`
