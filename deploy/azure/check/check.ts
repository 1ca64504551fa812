import type * as z from 'zod'
import { checkContainers } from './containers.ts'
import { type Deployment, deploymentOf, templateShape } from './deployment.ts'
import { checkDiagnostics } from './diagnostics.ts'
import type { Fault } from './fault.ts'
import { parameterFile } from './parameters.ts'
import { checkPlace } from './place.ts'
import { checkProperties } from './properties.ts'
import { checkReach } from './reach.ts'
import { checkReferences } from './references.ts'
import { checkRoles } from './roles.ts'
import { checkSettings } from './settings.ts'

const rules: readonly ((deployment: Deployment) => Fault[])[] = [
  checkProperties,
  checkReferences,
  checkReach,
  checkSettings,
  checkRoles,
  checkContainers,
  checkDiagnostics,
  checkPlace,
]

const misshapen = (file: string, { issues }: z.ZodError): Fault[] =>
  issues.map(({ path, message }) => ({
    at: `${file}#/${path.join('/')}`,
    rule: 'template',
    what: message,
    cure: 'Correct it',
  }))

/** What the files are called in the faults. */
export interface Names {
  readonly template: string
  readonly parameters: string
}

/** Everything wrong with a template and one parameters file, both parsed from JSON; nothing when they can be used. */
export const checkTemplate = (template: unknown, parameters: unknown, names: Names): Fault[] => {
  const shaped = templateShape.safeParse(template)
  const given = parameterFile.safeParse(parameters)
  if (!shaped.success) return misshapen(names.template, shaped.error)
  if (!given.success) return misshapen(names.parameters, given.error)
  const { deployment, faults } = deploymentOf(shaped.data, given.data, names)
  return [...faults, ...(deployment ? rules.flatMap((rule) => rule(deployment)) : [])]
}
