import * as z from 'zod'
import { type Fault, into, type Json, type JsonObject } from './fault.ts'

/** What was parsed from JSON is JSON. */
const json = z.unknown() as z.ZodType<Json>

/** What the template declares of a parameter. */
export const parameterDefinition = z.strictObject({
  type: z.enum(['string', 'int', 'bool', 'object', 'array']),
  defaultValue: json.optional(),
  allowedValues: z.array(json).optional(),
  minValue: z.number().optional(),
  maxValue: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  metadata: z.strictObject({ description: z.string() }).optional(),
})
export type ParameterDefinition = z.output<typeof parameterDefinition>

export const parameterFile = z.strictObject({
  $schema: z.string(),
  contentVersion: z.string(),
  parameters: z.record(z.string(), z.strictObject({ value: json })),
})
export type ParameterFile = z.output<typeof parameterFile>

const isOfType = (type: ParameterDefinition['type'], value: Json): boolean => {
  if (type === 'int') return Number.isInteger(value)
  if (type === 'bool') return typeof value === 'boolean'
  if (type === 'array') return Array.isArray(value)
  return typeof value === type && value !== null && !Array.isArray(value)
}

const wrongWith = (definition: ParameterDefinition, value: Json): string | undefined => {
  const { type, allowedValues, minValue, maxValue, minLength, maxLength } = definition
  if (!isOfType(type, value)) return `${JSON.stringify(value)} is no ${type}`
  if (allowedValues && !allowedValues.includes(value))
    return `${JSON.stringify(value)} is not one of the allowed values`
  const size = typeof value === 'string' ? value.length : value
  if (typeof size !== 'number') return undefined
  const [least, most] = typeof value === 'string' ? [minLength, maxLength] : [minValue, maxValue]
  if (size < (least ?? size)) return `${JSON.stringify(value)} is below the least, ${least}`
  return size > (most ?? size) ? `${JSON.stringify(value)} is above the most, ${most}` : undefined
}

/** The values of a parameters file, defaults filled in, held against what the template declares. */
export const parameterValues = (
  declared: Readonly<Record<string, ParameterDefinition>>,
  { parameters: given }: ParameterFile,
  file: string,
): { values: JsonObject; faults: Fault[] } => {
  const at = `${file}#/parameters`
  const values: Record<string, Json> = {}
  const faults: Fault[] = Object.keys(given)
    .filter((name) => !Object.hasOwn(declared, name))
    .map((name) => ({
      at: into(at, name),
      rule: 'parameter',
      what: 'the template has no such parameter',
      cure: 'Take it out, or correct its name',
    }))
  for (const [name, definition] of Object.entries(declared)) {
    const value = given[name]?.value ?? definition.defaultValue
    const what = value === undefined ? 'it is not given and has no default' : wrongWith(definition, value)
    if (value !== undefined) values[name] = value
    if (what) faults.push({ at: into(at, name), rule: 'parameter', what, cure: 'Give a value that the template takes' })
  }
  return { values, faults }
}
