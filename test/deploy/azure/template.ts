/** One thing that is wrong: where (a file and a JSON pointer in it), what, and what to do about it. */
export interface Finding {
  readonly at: string
  readonly what: string
  readonly cure: string
}

export const finding = (at: string, what: string, cure: string): Finding => ({ at, what, cure })

export const told = (value: unknown): string =>
  value === undefined ? 'it is missing' : `it is ${JSON.stringify(value)}`

/** One step down a JSON pointer (RFC 6901). */
export const into = (at: string, name: string | number): string =>
  `${at}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`

export type Json = Readonly<Record<string, unknown>>

/** A template and one parameters file, both of the right shape. */
export interface Given {
  readonly template: {
    readonly parameters: Readonly<Record<string, Json>>
    readonly variables: Json
    readonly resources: readonly Json[]
    readonly outputs?: Json
  }
  readonly parameters: { readonly parameters: Readonly<Record<string, { readonly value: unknown }>> }
}

/** A resource of the template. Its ids are the text of an expression, without brackets: nothing is evaluated. */
export interface Resource {
  readonly at: string
  readonly type: string
  readonly apiVersion: string
  /** As it stands in the template. */
  readonly raw: Json
  /** With each value that is one parameter or variable alone written out. */
  readonly filled: Json
  /** The arguments of `id` after the type. */
  readonly names: readonly string[]
  readonly id: string
  readonly parent: string | undefined
  readonly condition: string | undefined
  readonly dependsOn: readonly string[]
}

/** A template and a parameters file, read together as far as that needs no evaluation. */
export interface Deployment extends Given {
  /** The values given, and the defaults. */
  readonly values: Json
  readonly resources: readonly Resource[]
  /** What the two files are called. */
  readonly names: { readonly template: string; readonly parameters: string }
}

export const isSite = ({ type }: Resource): boolean => /^Microsoft\.Web\/sites(\/slots)?$/.test(type)

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What lies under a path such as properties/logs/0/enabled; undefined where there is nothing. */
export const under = (value: unknown, path: string): unknown =>
  path.split('/').reduce<unknown>((inner, name) => (inner as Json | undefined)?.[name], value)

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Every string of a value, names of properties included, and where it is. */
export const stringsOf = (value: unknown, at: string): { at: string; text: string }[] => {
  if (typeof value === 'string') return [{ at, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(Array.isArray(value) ? [] : [{ at: into(at, name), text: name }]),
    ...stringsOf(inner, into(at, name)),
  ])
}

export const isExpression = (text: unknown): text is string => typeof text === 'string' && /^\[(?!\[)/.test(text)

/** An expression without its brackets, any other text in quotation marks. */
const bare = (text: unknown): string => (isExpression(text) ? text.slice(1, -1) : `'${text}'`)

/** The calls of some functions in an expression, nested ones too, with their arguments as text. */
export const callsOf = (text: string, functions: RegExp): { name: string; args: string[] }[] =>
  [...text.matchAll(/\b\w+(?=\()/g)]
    .filter(([name]) => functions.test(name))
    .map(({ 0: name, index }) => {
      const args = ['']
      let depth = 0
      let quoted = false
      for (const letter of text.slice(index + name.length)) {
        if (letter === "'") quoted = !quoted
        if (!quoted && letter === ')' && --depth === 0) break
        if (!quoted && letter === '(' && ++depth === 1) continue
        if (!quoted && letter === ',' && depth === 1) args.push('')
        else args.push((args.pop() + letter).trimStart())
      }
      return { name, args }
    })

/** The names in a resource's name: of `[format('{0}/{1}-x', a, b)]` these are `a` and `format('{1}-x', a, b)`. */
const namesIn = (name: unknown): string[] => {
  const text = bare(name)
  const [pattern = '', ...args] = text.startsWith('format(') ? (callsOf(text, /^format$/)[0]?.args ?? []) : [text]
  if (!pattern.startsWith("'")) return [text]
  return pattern
    .slice(1, -1)
    .split('/')
    .map((piece) => {
      const alone = /^\{(\d)\}$/.exec(piece)
      if (alone) return args[Number(alone[1])] ?? ''
      return piece.includes('{') ? `format('${piece}', ${args.join(', ')})` : `'${piece}'`
    })
}

export const idOf = (type: string, ...names: readonly string[]): string =>
  `resourceId(${[`'${type}'`, ...names].join(', ')})`

/** The bot's identity, and what is asked of it after it is made. */
export const identity = idOf('Microsoft.ManagedIdentity/userAssignedIdentities', "variables('identity')")
export const ofIdentity = (state: string): string => `[reference(${identity}, '2023-01-31').${state}]`

const resourceOf = (raw: Json, at: string, fill: (value: unknown) => unknown): Resource => {
  const { type, apiVersion, name, scope, condition, dependsOn, ...rest } = raw
  const names = namesIn(name)
  const parentType = String(type).split('/').slice(0, -1).join('/')
  const target = scope === undefined ? undefined : bare(scope)
  const extension = `extensionResourceId(${[target, `'${type}'`, ...names].join(', ')})`
  return {
    at,
    type: String(type),
    apiVersion: String(apiVersion),
    raw,
    filled: { ...raw, ...(fill(rest) as Json) },
    names,
    id: target ? extension : idOf(String(type), ...names),
    parent: target ?? (names.length > 1 ? idOf(parentType, ...names.slice(0, -1)) : undefined),
    condition: condition === undefined ? undefined : bare(condition),
    dependsOn: listOf(dependsOn).map(bare),
  }
}

/** What a template and a parameters file say together, as far as that needs no evaluation. */
export const deploymentOf = (given: Given, names: Deployment['names']): Deployment => {
  const { template, parameters } = given
  const defaults = Object.entries(template.parameters).map(([name, { defaultValue }]) => [name, defaultValue])
  const values = {
    ...Object.fromEntries(defaults),
    ...Object.fromEntries(Object.entries(parameters.parameters).map(([name, { value }]) => [name, value])),
  }
  const fill = (value: unknown, depth = 0): unknown => {
    if (Array.isArray(value)) return value.map((one) => fill(one, depth))
    if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, depth)]))
    const [, kind, name = ''] = /^\[(parameters|variables)\('(\w+)'\)\]$/.exec(String(value)) ?? []
    const known = kind === 'parameters' ? values[name] : template.variables[name]
    return kind === undefined || known === undefined || depth > 9 ? value : fill(known, depth + 1)
  }
  const resources = template.resources.map((raw, i) => resourceOf(raw, `${names.template}#/resources/${i}`, fill))
  return { ...given, values, resources, names }
}
