import type { FieldName, InterestFields, ManagerKnows } from '../../interest/interest.ts'

/** What a message may give, in the words of a conversation. Every text is as typed. */
export interface Slots {
  name: string
  role: string
  /** One of BANDS, or 8 while its part is not said. */
  band: string
  /** Service or team; a place when nothing else was said. */
  team: string
  base: string
  manager: string
  managerKnows: ManagerKnows
  email: string
  why: string
  contactBy: string
  notify: boolean
  /** As typed, or ANY_LATER_COHORT. */
  cohort: string
}

export type SlotName = keyof Slots

/** What is known already, in the words of the form. */
export type Known = Partial<InterestFields>

const FIELD_OF = {
  name: 'name',
  role: 'currentRole',
  band: 'band',
  team: 'service',
  base: 'base',
  manager: 'manager',
  managerKnows: 'managerKnows',
  email: 'email',
  why: 'why',
  contactBy: 'reach',
  notify: 'tellMe',
} as const satisfies Record<Exclude<SlotName, 'cohort'>, FieldName>

/** The field of the form that a slot fills; none for the cohort, which a draft keeps beside its fields. */
export const fieldOf = (slot: SlotName): FieldName | undefined => (slot === 'cohort' ? undefined : FIELD_OF[slot])

/** The slots of a message as fields of a draft. */
export const fieldsFromSlots = (slots: Partial<Slots>): Partial<InterestFields> =>
  Object.fromEntries(
    Object.entries(FIELD_OF).flatMap(([slot, field]) => {
      const value = slots[slot as SlotName]
      return value === undefined ? [] : [[field, value]]
    }),
  )

/** The known value of a slot, when it is a text that says something. */
export const knownText = (known: Known | undefined, slot: SlotName): string | undefined => {
  const field = fieldOf(slot)
  const value = field && known?.[field]
  return typeof value === 'string' && value !== '' ? value : undefined
}
