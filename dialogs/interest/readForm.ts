import type { FieldName, InterestFields } from './interest.ts'
import { FIELD_NAMES } from './interestFields.ts'
import { MANAGER_KNOWS } from './labels.ts'

const LONGEST = 10_000

/** What a pressed Save sent. Any of it may be forged: texts are cut, the rest is checked by the service. */
export interface FormData {
  fields: Partial<InterestFields>
  cohortId?: string
  noticeVersion?: string
}

/**
 * Reads the inputs of the form from what its button sent. What is no text counts as left out.
 * @param data the submission's
 */
export function readForm(data: Readonly<Record<string, unknown>>): FormData {
  const textOf = (key: string): string | undefined => {
    const value = data[key]
    return typeof value === 'string' ? value.slice(0, LONGEST) : undefined
  }
  const given = FIELD_NAMES.flatMap((field): [FieldName, string | boolean][] => {
    const value = textOf(field)
    switch (field) {
      case 'tellMe':
        return /^(true|false)$/.test(String(data.tellMe)) ? [[field, String(data.tellMe) === 'true']] : []
      case 'managerKnows':
        return value !== undefined && Object.hasOwn(MANAGER_KNOWS, value) ? [[field, value]] : []
      default:
        return value === undefined ? [] : [[field, value]]
    }
  })
  const cohortId = textOf('cohortId')
  const noticeVersion = textOf('noticeVersion')
  return {
    fields: Object.fromEntries(given) as Partial<InterestFields>,
    ...(cohortId && { cohortId }),
    ...(noticeVersion && { noticeVersion }),
  }
}
