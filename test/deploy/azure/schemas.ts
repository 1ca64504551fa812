import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2019, type ErrorObject, type ValidateFunction } from 'ajv/dist/2019.js'
import { type Deployment, type Finding, finding, type Given, into, isObject, type Json, under } from './template.ts'

const mapOf = (value: unknown, change: (one: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(value as Json).map(([name, one]) => [name, change(one)]))

/**
 * A schema of draft 4 as one of draft 2019-09 in which a value has no property that the schema does not name. Its oneOf
 * becomes anyOf, since an expression fits each of several forms.
 */
const closed = (schema: unknown, isValue = false): unknown => {
  if (Array.isArray(schema)) return schema.map((one) => closed(one))
  if (!isObject(schema)) return schema
  const { $schema: _, id, oneOf, additionalProperties: others, properties, items, ...rest } = schema
  const isFree = schema.type === 'object' && Object.keys(schema).length === 1
  return {
    ...mapOf(rest, (one) => closed(one)),
    ...(id ? { $id: String(id).replace(/#$/, '') } : {}),
    ...(oneOf ? { anyOf: closed(oneOf) } : {}),
    ...(others ? { additionalProperties: closed(others, true) } : {}),
    ...(properties ? { properties: mapOf(properties, (one) => closed(one, true)) } : {}),
    ...(items ? { items: closed(items, true) } : {}),
    ...(isValue && !isFree ? { unevaluatedProperties: false } : {}),
  }
}

const folder = path.join(import.meta.dirname, 'schemas')
const schemas = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => closed(JSON.parse(readFileSync(path.join(folder, name), 'utf8'))) as Json)
const ajv = new Ajv2019({
  allErrors: true,
  strict: false,
  validateFormats: false,
  verbose: true,
  schemas: [...schemas],
})

/** What any resource may have besides what its schema names. */
const besides = { condition: true, dependsOn: { items: { type: 'string' } }, scope: true, comments: true }

/** The schema of each type of resource at its version, as `type@version`. */
const byType = new Map(
  schemas.flatMap((schema) =>
    Object.keys(schema)
      .filter((section) => section.endsWith('esourceDefinitions'))
      .flatMap((section) =>
        Object.entries(schema[section] as Json).map(([name, one]): [string, Json] => [
          `${under(one, 'properties/type/enum/0')}@${under(one, 'properties/apiVersion/enum/0')}`,
          { $ref: `${schema.$id}#/${section}/${name}`, properties: besides, unevaluatedProperties: false },
        ]),
      ),
  ),
)

const inWords = ({ keyword, instancePath, params, message, data }: ErrorObject, at: string): Finding => {
  const place = at + instancePath
  if (keyword === 'unevaluatedProperties')
    return finding(into(place, params.unevaluatedProperty), 'there is no such property', 'Correct its name')
  if (keyword === 'required') return finding(into(place, params.missingProperty), 'it is missing', 'Add it')
  const cure = keyword === 'enum' ? `Set it to one of ${params.allowedValues.join(', ')}` : 'Correct it'
  return finding(place, `it is ${JSON.stringify(data)}, and ${message}`, cure)
}

/** Compiled schemas by their text: the schema of a parameters file is made anew each time. */
const compiled = new Map<string, ValidateFunction>()

/** What a schema finds wrong with a value; where something lies deeper, not what follows from that above it. */
export const faultsBy = (schema: Json, value: unknown, at: string): Finding[] => {
  const text = JSON.stringify(schema)
  const validate = compiled.get(text) ?? ajv.compile(schema)
  compiled.set(text, validate)
  if (validate(value)) return []
  const errors = (validate.errors ?? []).filter(
    ({ keyword, schemaPath }) => keyword !== 'anyOf' && !schemaPath.includes('definitions/expression'),
  )
  return errors
    .filter((one) => !errors.some(({ instancePath }) => instancePath.startsWith(`${one.instancePath}/`)))
    .map((one) => inWords(one, at))
}

const { $id: $ref } = schemas.find(({ $id }) => String($id).endsWith('/deploymentTemplate.json')) ?? {}
const templateSchema = { $ref, unevaluatedProperties: false }

const anyText = { type: 'string' }
const value = { properties: { value: true }, required: ['value'], unevaluatedProperties: false }
const parametersSchema = {
  properties: {
    $schema: anyText,
    contentVersion: anyText,
    parameters: { type: 'object', additionalProperties: value },
  },
  required: ['$schema', 'contentVersion', 'parameters'],
  unevaluatedProperties: false,
}

/** Whether the two files have the shape of a template, its resources left aside, and of a parameters file. */
export const checkShapes = ({ template, parameters }: Given, names: Deployment['names']): Finding[] => [
  ...faultsBy(templateSchema, template, `${names.template}#`),
  ...faultsBy(parametersSchema, parameters, `${names.parameters}#`),
]

/** Every resource against Microsoft's schema of its type. */
export const checkSchemas = ({ resources }: Deployment): Finding[] =>
  resources.flatMap(({ at, type, apiVersion, filled }) => {
    const schema = byType.get(`${type}@${apiVersion}`)
    if (schema) return faultsBy(schema, filled, at)
    const place = [...byType.keys()].some((known) => known.startsWith(`${type}@`)) ? 'apiVersion' : 'type'
    return [finding(into(at, place), `there is no schema of ${type} at ${apiVersion}`, 'Correct it, or add the schema')]
  })
