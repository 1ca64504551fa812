export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [name: string]: Json
}

/** What a fault is about. */
export type Rule =
  | 'template'
  | 'parameter'
  | 'expression'
  | 'reference'
  | 'property'
  | 'value'
  | 'transport'
  | 'network'
  | 'secret'
  | 'setting'
  | 'health'
  | 'identity'
  | 'role'
  | 'container'
  | 'diagnostics'
  | 'place'

/** One thing that is wrong: where (a file and a JSON pointer in it), what, and what to do about it. */
export interface Fault {
  readonly at: string
  readonly rule: Rule
  readonly what: string
  readonly cure: string
}

/** `template.json#/resources/3/properties/httpsOnly: transport: it is missing. Set it to true.` */
export const faultLine = ({ at, rule, what, cure }: Fault): string => `${at}: ${rule}: ${what}. ${cure}.`

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What lies under some names, one inside the other; undefined where there is nothing. */
export const under = (value: Json | undefined, ...names: readonly string[]): Json | undefined =>
  names.reduce<Json | undefined>((inner, name) => (isObject(inner) ? inner[name] : undefined), value)

export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : [])

/** One step down a JSON pointer (RFC 6901). */
export const into = (at: string, name: string | number): string =>
  `${at}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`

/** Every string of a value, names of properties included, and where it is. */
export const stringsOf = (value: Json | undefined, at: string): { at: string; text: string }[] => {
  if (typeof value === 'string') return [{ at, text: value }]
  if (Array.isArray(value)) return value.flatMap((item, i) => stringsOf(item, into(at, i)))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => [
    { at: into(at, name), text: name },
    ...stringsOf(inner, into(at, name)),
  ])
}
