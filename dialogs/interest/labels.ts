import type { FieldName, InterestFields, ManagerKnows } from './interest.ts'
import { FIELD_NAMES } from './interestFields.ts'

export const LABELS: Readonly<Record<FieldName, string>> = {
  name: 'Name',
  email: 'Work e-mail',
  band: 'Band',
  currentRole: 'Current role',
  service: 'Service or team',
  base: 'Base',
  why: 'Why you are interested',
  reach: 'How HR may reach you',
  managerKnows: 'My manager knows and supports this',
  manager: 'Line manager',
  tellMe: 'Tell me when something changes',
}

export const MANAGER_KNOWS: Readonly<Record<ManagerKnows, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-said': 'I’d rather not say',
}

/** The value of a field in words; empty when nothing was said. */
export const fieldValue = (fields: Partial<InterestFields>, field: FieldName): string => {
  const value = fields[field]
  if (field === 'managerKnows') return fields.managerKnows ? MANAGER_KNOWS[fields.managerKnows] : ''
  if (field === 'tellMe') return fields.tellMe === undefined ? '' : fields.tellMe ? 'Yes' : 'No'
  return typeof value === 'string' ? value.trim() : ''
}

/** The fields in which something was said, in the order of the form. */
export const fieldFacts = (fields: Partial<InterestFields>) =>
  FIELD_NAMES.flatMap((field) => {
    const value = fieldValue(fields, field)
    return value === '' ? [] : [{ label: LABELS[field], value: { userText: value } }]
  })

export const NOT_AN_APPLICATION =
  'This is not an application. It tells HR that you are interested. If a post is advertised, you apply for it then.'
