import { readFileSync } from 'node:fs'
import { checkTemplate, type Fault } from './check.ts'
import type { Given } from './template.ts'

type Environment = 'test' | 'live'

/** What ships, as parsed from JSON; a test may change it. */
export interface Shipped {
  readonly template: { resources: Loose[] } & Loose
  readonly parameters: Loose
}

type Loose = Record<string, unknown>
export type Change = (what: Shipped) => void

const read = (name: string): unknown => JSON.parse(readFileSync(`deploy/azure/${name}`, 'utf8'))

/** The nth resource of a type. */
const resource = ({ template }: Shipped, type: string, nth = 0): Loose => {
  const found = template.resources.filter((one) => one.type === `Microsoft.${type}`)[nth]
  if (!found) throw new Error(`There is no ${type} ${nth} to change.`)
  return found
}

/** Writes a value under a path such as properties/logs/0/enabled; undefined takes it out. */
const write = (into: unknown, path: string, value: unknown): void => {
  const names = path.split('/')
  const last = names.pop() ?? ''
  const parent = names.reduce<unknown>((inner, name) => (inner as Loose)[name], into) as Loose
  if (value === undefined) delete parent[last]
  else parent[last] = value
}

const settings = (what: Shipped, kind: 'sites' | 'sites/slots'): { name: string; value: string }[] => {
  const { siteConfig } = resource(what, `Web/${kind}`).properties as { siteConfig: { appSettings: never } }
  return siteConfig.appSettings
}

/** Changes of what ships. */
export const set =
  (type: string, path: string, value?: unknown, nth?: number): Change =>
  (what) =>
    write(resource(what, type, nth), path, value)

export const setInTemplate =
  (path: string, value?: unknown): Change =>
  ({ template }) =>
    write(template, path, value)

export const give =
  (name: string, value?: unknown): Change =>
  ({ parameters }) =>
    write(parameters, `parameters/${name}`, value === undefined ? undefined : { value })

export const remove =
  (type: string, nth?: number): Change =>
  (what) => {
    what.template.resources.splice(what.template.resources.indexOf(resource(what, type, nth)), 1)
  }

/** Writes one app setting, or adds it: of the site and its slot, or of one of them. */
export const setting =
  (name: string, value: string, kinds: readonly ('sites' | 'sites/slots')[] = ['sites', 'sites/slots']): Change =>
  (what) => {
    for (const kind of kinds) {
      const list = settings(what, kind)
      const own = list.find((one) => one.name === name)
      if (own) own.value = value
      else list.push({ name, value })
    }
  }

export const renamed =
  (from: string, to: string, kinds: readonly ('sites' | 'sites/slots')[] = ['sites', 'sites/slots']): Change =>
  (what) => {
    for (const kind of kinds) {
      for (const own of settings(what, kind)) if (own.name === from) own.name = to
    }
  }

/** What is wrong with what ships after a change. */
export const faultsAfter = (change: Change, environment: Environment = 'live'): Fault[] => {
  const what = {
    template: read('template.json') as Shipped['template'],
    parameters: read(`parameters.${environment}.json`) as Loose,
  }
  change(what)
  return checkTemplate(what as unknown as Given, { template: 'template', parameters: 'parameters' })
}
