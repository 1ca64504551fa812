import * as z from 'zod'
import { BANDS, bandText } from '../reading/bands.ts'
import type { FieldName, InterestFields } from './interest.ts'

/** What is wrong with a field, and what to do about it, for the person to read. */
export interface Problem {
  field: FieldName | 'cohortId' | 'receivedOn'
  message: string
}

const bandProblem = (band: string): string => {
  if (band === '') return 'Choose your band.'
  if (band === '8') return 'Say which part of band 8 it is: 8a, 8b, 8c or 8d.'
  const named = band.length <= 10 ? `Band ${band} is not a band` : 'That is not a band'
  return `${named} that the form takes. Choose one from 2 to 9. Band 8 is 8a, 8b, 8c or 8d.`
}

interface TextField {
  what: string
  max: number
  /** What is said where nothing is given; the field may be left out without it. */
  missing?: string
}

/** The fields that are texts, as the form and the service check them. */
export const TEXT_FIELDS = {
  name: { what: 'your name', max: 200, missing: 'Enter your name.' },
  email: { what: 'your e-mail address', max: 254 },
  currentRole: {
    what: 'your current role',
    max: 200,
    missing: 'Enter your current role, such as support worker.',
  },
  service: { what: 'your service or team', max: 200 },
  base: { what: 'your base', max: 200 },
  why: { what: 'why you are interested', max: 500 },
  reach: { what: 'how HR may reach you', max: 200 },
  manager: { what: 'your line manager’s name', max: 200 },
} as const satisfies Partial<Record<FieldName, TextField>>

export const EMAIL = {
  pattern: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  problem: 'Enter an e-mail address like name@example.nhs.uk, or leave it empty.',
}

const textOf = ({ what, max, missing }: TextField) =>
  z
    .string()
    .transform((text) => text.trim())
    .refine((text) => text.length <= max, `Shorten ${what} to ${max} characters or fewer.`)
    .refine((text) => !missing || text !== '', missing)

const fieldsSchema = z.object({
  name: textOf(TEXT_FIELDS.name),
  email: textOf(TEXT_FIELDS.email).refine((text) => text === '' || EMAIL.pattern.test(text), EMAIL.problem),
  band: z
    .string()
    .transform(bandText)
    .refine((band) => (BANDS as readonly string[]).includes(band), {
      error: (issue) => bandProblem(String(issue.input)),
    }),
  currentRole: textOf(TEXT_FIELDS.currentRole),
  service: textOf(TEXT_FIELDS.service),
  base: textOf(TEXT_FIELDS.base),
  why: textOf(TEXT_FIELDS.why),
  reach: textOf(TEXT_FIELDS.reach),
  managerKnows: z.enum(['yes', 'no', 'not-said'], {
    error: 'Say yes, no or I’d rather not say to “My manager knows and supports this”.',
  }),
  manager: textOf(TEXT_FIELDS.manager),
  tellMe: z.boolean({ error: 'Say yes or no to “Tell me when something changes”.' }),
}) satisfies z.ZodType<InterestFields>

const EMPTY: InterestFields = {
  name: '',
  email: '',
  band: '',
  currentRole: '',
  service: '',
  base: '',
  why: '',
  reach: '',
  managerKnows: 'not-said',
  manager: '',
  tellMe: false,
}

export const FIELD_NAMES = Object.keys(EMPTY) as FieldName[]

type CheckedFields = { ok: true; fields: InterestFields } | { ok: false; problems: Problem[] }

/**
 * Checks what a person gave, whatever its shape: fields left out count as empty, others are ignored.
 * @param given from a form or from messages
 * @param before what stands already, for a change
 * @returns the fields as they are kept, or every problem, one per field
 */
export const checkFields = (given: Partial<InterestFields>, before: InterestFields = EMPTY): CheckedFields => {
  const all = Object.fromEntries(FIELD_NAMES.map((name) => [name, given[name] ?? before[name]]))
  const result = fieldsSchema.safeParse(all)
  if (result.success) return { ok: true, fields: result.data }
  const problems = new Map<FieldName, string>()
  for (const issue of result.error.issues) {
    const field = issue.path[0] as FieldName
    const message =
      issue.code === 'invalid_type' && !issue.message.endsWith('.') ? 'Enter this as text.' : issue.message
    if (!problems.has(field)) problems.set(field, message)
  }
  return { ok: false, problems: [...problems].map(([field, message]) => ({ field, message })) }
}

/** The fields of an interest alone. */
export const fieldsOf = (from: InterestFields): InterestFields =>
  Object.fromEntries(FIELD_NAMES.map((name) => [name, from[name]])) as unknown as InterestFields
