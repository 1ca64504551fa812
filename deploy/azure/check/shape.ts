import { distance } from './distance.ts'
import { type Fault, into, isObject, type Json, type Rule } from './fault.ts'

/** Looks at one value, which may be missing. */
export type Check = (value: Json | undefined, at: string) => Fault[]

const told = (value: Json | undefined): string =>
  value === undefined ? 'it is missing' : `it is ${JSON.stringify(value)}`

const check =
  (right: (value: Json | undefined) => boolean, cure: string, rule: Rule): Check =>
  (value, at) =>
    right(value) ? [] : [{ at, rule, what: told(value), cure }]

/** Exactly this value. */
export const is = (wanted: string | number | boolean, rule: Rule = 'value'): Check =>
  check((value) => value === wanted, `Set it to ${JSON.stringify(wanted)}`, rule)

export const oneOf = (wanted: readonly (string | number)[], rule: Rule = 'value'): Check =>
  check((value) => wanted.some((one) => one === value), `Set it to one of ${wanted.join(', ')}`, rule)

export const text = (pattern = /./, form = 'some text', rule: Rule = 'value'): Check =>
  check((value) => typeof value === 'string' && pattern.test(value), `Write ${form}`, rule)

export const whole = (least: number, most: number, rule: Rule = 'value'): Check =>
  check(
    (value) => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most,
    `Write a whole number from ${least} to ${most}`,
    rule,
  )

export const flag = (rule: Rule = 'value'): Check =>
  check((value) => typeof value === 'boolean', 'Write true or false', rule)

/** An id of a resource; `references.ts` looks whether it is there. */
export const id: Check = text(/^\/subscriptions\//, 'the id of a resource')

export const listOf =
  (item: Check, least = 1): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return [{ at, rule: 'property', what: told(value), cure: 'Write a list' }]
    const short: Fault = {
      at,
      rule: 'property',
      what: `it has ${value.length} item(s)`,
      cure: `Write ${least} or more`,
    }
    return [...(value.length < least ? [short] : []), ...value.flatMap((one, i) => item(one, into(at, i)))]
  }

/** An object whose property names are free. */
export const mapOf =
  (name: RegExp, inner: Check): Check =>
  (value, at) => {
    if (!isObject(value)) return [{ at, rule: 'property', what: told(value), cure: 'Write an object' }]
    return Object.entries(value).flatMap(([key, one]) => [
      ...(name.test(key) ? [] : [unknown(into(at, key), [])]),
      ...inner(one, into(at, key)),
    ])
  }

const unknown = (at: string, known: readonly string[]): Fault => {
  const name = at.split('/').at(-1) ?? ''
  const near = known.find((one) => distance(one.toLowerCase(), name.toLowerCase()) <= 2)
  const cure = near ? `Did you mean ${near}` : 'Remove it, or add it to the table in deploy/azure/check/shapes'
  return { at, rule: 'property', what: 'there is no such property', cure }
}

/** An object with these properties and no others; a name that ends in ? may be left out. */
export const fields = (table: Readonly<Record<string, Check>>): Check => {
  const rows = Object.entries(table).map(([name, inner]) => ({
    name: name.replace(/\?$/, ''),
    optional: name.endsWith('?'),
    inner,
  }))
  const names = rows.map(({ name }) => name)
  return (value, at) => {
    if (!isObject(value)) return [{ at, rule: 'property', what: told(value), cure: 'Write an object' }]
    const strange = Object.keys(value).filter((name) => !names.includes(name))
    return [
      ...strange.map((name) => unknown(into(at, name), names)),
      ...rows
        .filter(({ name, optional }) => !optional || value[name] !== undefined)
        .flatMap(({ name, inner }) => inner(value[name], into(at, name))),
    ]
  }
}

/** No property at all. */
export const nothing: Check = fields({})
