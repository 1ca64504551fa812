import { checkNetwork, checkRoles } from './access.ts'
import { checkContainers, checkDiagnostics } from './contents.ts'
import { checkParameters, checkPresence } from './parameters.ts'
import { checkExpressions, checkReferences } from './references.ts'
import { checkSchemas, checkShapes } from './schemas.ts'
import { checkSettings } from './settings.ts'
import { type Deployment, deploymentOf, type Finding, type Given } from './template.ts'
import { checkValues } from './values.ts'

const rules = {
  parameter: checkParameters,
  schema: checkSchemas,
  expression: checkExpressions,
  reference: checkReferences,
  value: checkValues,
  setting: checkSettings,
  role: checkRoles,
  network: checkNetwork,
  container: checkContainers,
  diagnostics: checkDiagnostics,
  presence: checkPresence,
} as const

export type Rule = 'template' | keyof typeof rules
export type Fault = Finding & { readonly rule: Rule }

/** `template.json#/resources/3/properties/httpsOnly: value: it is missing. Set it to true.` */
export const faultLine = ({ at, rule, what, cure }: Fault): string => `${at}: ${rule}: ${what}. ${cure}.`

/** Everything wrong with a template and one parameters file, both parsed from JSON; nothing when they can be used. */
export const checkTemplate = (given: Given, names: Deployment['names']): Fault[] => {
  const misshapen = checkShapes(given, names)
  if (misshapen.length > 0) return misshapen.map((found) => ({ ...found, rule: 'template' }))
  const deployment = deploymentOf(given, names)
  return Object.entries(rules).flatMap(([rule, look]) =>
    look(deployment).map((found) => ({ ...found, rule: rule as Rule })),
  )
}
