import type { Deployment } from './deployment.ts'
import type { Fault } from './fault.ts'
import { cosmos } from './shapes/cosmos.ts'
import { monitor } from './shapes/monitor.ts'
import { networks } from './shapes/network.ts'
import { others } from './shapes/others.ts'
import type { Shapes } from './shapes/shapes.ts'
import { web } from './shapes/web.ts'

const shapes: Shapes = { ...web, ...cosmos, ...networks, ...monitor, ...others }

/** Every resource against the table of what its type may and must have. */
export const checkProperties = ({ resources }: Deployment): Fault[] =>
  resources.flatMap(({ at, type, apiVersion, body }): Fault[] => {
    const shape = shapes[type]
    if (!shape) {
      const cure = 'Correct it, or add it to the tables in deploy/azure/check/shapes'
      return [{ at: `${at}/type`, rule: 'property', what: `there is no table for ${type}`, cure }]
    }
    const old: Fault = {
      at: `${at}/apiVersion`,
      rule: 'property',
      what: `it is ${apiVersion}, and the table was written for another`,
      cure: `Set it to ${shape.apiVersion}`,
    }
    return [...(apiVersion === shape.apiVersion ? [] : [old]), ...shape.body(body, at)]
  })
