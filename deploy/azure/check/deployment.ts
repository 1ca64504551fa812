import * as z from 'zod'
import { orFault, resolve, resolveAt, type Scope, surveyExpressions } from './evaluate.ts'
import { ExpressionError } from './expression.ts'
import { type Fault, into, isObject, type Json, type JsonObject } from './fault.ts'
import { resourceGroup } from './functions.ts'
import { type ParameterFile, parameterDefinition, parameterValues } from './parameters.ts'
import { runtimeState } from './runtimeState.ts'

/** What was parsed from JSON is JSON. */
const json = z.unknown() as z.ZodType<Json>

export const templateShape = z.strictObject({
  $schema: z.string(),
  contentVersion: z.string(),
  metadata: z.strictObject({ description: z.string() }),
  parameters: z.record(z.string(), parameterDefinition),
  variables: z.record(z.string(), json),
  resources: z.array(z.record(z.string(), json)),
  outputs: z.record(z.string(), z.strictObject({ type: z.string(), value: z.string() })),
})
export type Template = z.output<typeof templateShape>

/** A resource as it would be sent to Azure, with every expression worked out. */
export interface Resource {
  /** Its place in the template. */
  readonly at: string
  readonly type: string
  readonly apiVersion: string
  readonly name: string
  readonly id: string
  /** Whether its condition holds. */
  readonly deployed: boolean
  readonly dependsOn: readonly Json[]
  /** Ids of which it asks the state, which makes them come first too. */
  readonly asks: ReadonlySet<string>
  /** Everything but type, apiVersion, name, condition and dependsOn. */
  readonly body: JsonObject
}

export interface Deployment {
  /** Those whose condition holds. */
  readonly resources: readonly Resource[]
  /** Ids of the others. */
  readonly leftOut: ReadonlySet<string>
  readonly parameters: JsonObject
}

const none: readonly Json[] = []

const idOf = (type: string, name: string, scope: string | undefined): string => {
  const [namespace, ...kinds] = type.split('/')
  const names = name.split('/')
  if (kinds.length !== names.length) {
    throw new ExpressionError(
      `the name ${name} has ${names.length} part(s), and ${type} takes ${kinds.length}`,
      'Write the names of its parents before it',
    )
  }
  if (names.includes('')) throw new ExpressionError('it has no name', 'Give it one')
  return [`${scope ?? resourceGroup}/providers/${namespace}`, ...kinds.map((kind, i) => `${kind}/${names[i]}`)].join(
    '/',
  )
}

/** First what can be known before anything is there: names, conditions, ids. */
const outline = (raw: JsonObject, at: string, scope: Scope): Omit<Resource, 'asks' | 'body'> => {
  const { type, apiVersion, name, condition = true, dependsOn = none, scope: target } = raw
  const within = target === undefined ? undefined : String(resolve(target, scope))
  const fullName = String(resolve(name ?? '', scope))
  return {
    at,
    type: String(type),
    apiVersion: String(apiVersion),
    name: fullName,
    id: idOf(String(type), fullName, within),
    deployed: resolve(condition, scope) === true,
    dependsOn: Array.isArray(dependsOn) ? dependsOn.map((item) => resolve(item, scope)) : none,
  }
}

const referencing =
  (deployed: ReadonlyMap<string, string>, asked: Set<string>): Scope['reference'] =>
  (id) => {
    const type = deployed.get(id.toLowerCase())
    if (type === undefined)
      throw new ExpressionError(`${id} is not deployed here`, 'Refer to a resource of the template')
    asked.add(id)
    return runtimeState(type, id)
  }

const tooEarly: Scope['reference'] = () => {
  throw new ExpressionError('reference is used before anything is there', 'Use it in properties alone')
}

/**
 * What one parameters file makes of the template, or the faults that keep it from being worked out.
 * Beside a deployment, `faults` names what is declared and not used.
 */
export const deploymentOf = (
  template: Template,
  file: ParameterFile,
  names: { readonly template: string; readonly parameters: string },
): { deployment?: Deployment; faults: Fault[] } => {
  const { values: parameters, faults } = parameterValues(template.parameters, file, names.parameters)
  const declared = { parameters: Object.keys(template.parameters), variables: Object.keys(template.variables) }
  const { variables, resources, outputs } = template
  const survey = surveyExpressions({ variables, resources, outputs }, `${names.template}#`, declared)
  faults.push(...survey.faults)
  const unused = (['parameters', 'variables'] as const).flatMap((kind) =>
    declared[kind]
      .filter((name) => !survey.used.has(`${kind}/${name}`))
      .map((name): Fault => {
        return {
          at: `${names.template}#/${kind}/${name}`,
          rule: 'parameter',
          what: 'nothing uses it',
          cure: 'Remove it',
        }
      }),
  )
  if (faults.length > 0) return { faults }

  const scope: Scope = { parameters, variables, reference: tooEarly }
  const outlines = resources.flatMap((raw, i) => {
    const at = `${names.template}#/resources/${i}`
    return orFault(at, faults, () => ({ raw, ...outline(raw, at, scope) })) ?? []
  })
  const deployed = new Map(outlines.filter((one) => one.deployed).map(({ id, type }) => [id.toLowerCase(), type]))
  const whole = outlines
    .filter((one) => one.deployed)
    .map(({ raw, ...known }): Resource => {
      const asks = new Set<string>()
      const bodyScope = { ...scope, reference: referencing(deployed, asks) }
      const { type: _t, apiVersion: _a, name: _n, condition: _c, dependsOn: _d, ...rest } = raw
      const body = resolveAt(rest, known.at, bodyScope, faults)
      return { ...known, asks, body: isObject(body) ? body : {} }
    })
  const outputScope = { ...scope, reference: referencing(deployed, new Set()) }
  for (const [name, { value }] of Object.entries(outputs)) {
    resolveAt(value, into(`${names.template}#/outputs`, name), outputScope, faults)
  }
  if (faults.length > 0) return { faults }
  const leftOut = new Set(outlines.filter((one) => !one.deployed).map(({ id }) => id))
  return { deployment: { resources: whole, leftOut, parameters }, faults: unused }
}
