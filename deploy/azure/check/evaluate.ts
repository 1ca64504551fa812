import { callsOf, type Expression, ExpressionError, isExpression, parseExpression } from './expression.ts'
import { type Fault, into, isObject, type Json, type JsonObject, stringsOf } from './fault.ts'
import { functions } from './functions.ts'

/** What an expression may ask for. */
export interface Scope {
  readonly parameters: JsonObject
  readonly variables: JsonObject
  /** The state of a resource that is there, as Azure would tell it after it is made. */
  readonly reference: (id: string) => Json
}

const named = (values: JsonObject, kind: string, name: Json | undefined): Json => {
  const value = typeof name === 'string' && Object.hasOwn(values, name) ? values[name] : undefined
  if (value !== undefined) return value
  throw new ExpressionError(`there is no ${kind} ${JSON.stringify(name)}`, `Declare the ${kind}, or correct its name`)
}

const call = (name: string, args: readonly Expression[], scope: Scope): Json => {
  const [first, second, third] = args
  if (name === 'if' && first && second && third)
    return evaluate(evaluate(first, scope) === true ? second : third, scope)
  const values = args.map((arg) => evaluate(arg, scope))
  if (name === 'parameters') return named(scope.parameters, 'parameter', values[0])
  if (name === 'variables') return resolve(named(scope.variables, 'variable', values[0]), scope)
  if (name === 'reference') return scope.reference(String(values[0]))
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined
  if (known) return known(...values)
  throw new ExpressionError(`the function ${name} is not known`, 'Use one of those in deploy/azure/check/functions.ts')
}

const evaluate = (expression: Expression, scope: Scope): Json => {
  if (expression.kind === 'literal') return expression.value
  if (expression.kind === 'call') return call(expression.name, expression.args, scope)
  const of = evaluate(expression.of, scope)
  const value = isObject(of) && Object.hasOwn(of, expression.name) ? of[expression.name] : undefined
  if (value !== undefined) return value
  throw new ExpressionError(`there is no ${expression.name} in what stands before it`, 'Correct the name')
}

/** A value with every expression in it worked out. Throws an ExpressionError. */
export const resolve = (value: Json, scope: Scope): Json => {
  if (typeof value === 'string') {
    return isExpression(value) ? evaluate(parseExpression(value), scope) : value.replace(/^\[\[/, '[')
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, scope))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [String(resolve(name, scope)), resolve(inner, scope)]),
  )
}

/** Runs `work`; what is wrong with an expression in it becomes a fault at that place. */
export const orFault = <T>(at: string, faults: Fault[], work: () => T): T | undefined => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error
    faults.push({ at, rule: 'expression', what: error.message, cure: error.cure })
    return undefined
  }
}

/** As `resolve`, place by place: a broken expression is a fault, and the rest is worked out all the same. */
export const resolveAt = (value: Json, at: string, scope: Scope, faults: Fault[]): Json | undefined => {
  if (Array.isArray(value)) return value.map((item, i) => resolveAt(item, into(at, i), scope, faults) ?? null)
  if (!isObject(value)) return orFault(at, faults, () => resolve(value, scope))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      String(orFault(into(at, name), faults, () => resolve(name, scope))),
      resolveAt(inner, into(at, name), scope, faults) ?? null,
    ]),
  )
}

const special = new Set(['if', 'parameters', 'variables', 'reference'])

/**
 * What can be said of expressions without working them out, also where a condition leaves them out: syntax, functions,
 * and the names of parameters and variables. Tells those used.
 */
export const surveyExpressions = (
  value: Json,
  at: string,
  declared: { readonly parameters: readonly string[]; readonly variables: readonly string[] },
): { faults: Fault[]; used: Set<string> } => {
  const faults: Fault[] = []
  const used = new Set<string>()
  for (const { at: place, text } of stringsOf(value, at)) {
    if (!isExpression(text)) continue
    const calls = orFault(place, faults, () => callsOf(parseExpression(text))) ?? []
    for (const { name, args } of calls) {
      const [first] = args
      const asked = first?.kind === 'literal' ? String(first.value) : ''
      if (name === 'parameters' || name === 'variables') {
        used.add(`${name}/${asked}`)
        if (declared[name].includes(asked)) continue
        const what = `there is none of the ${name} called "${asked}"`
        faults.push({ at: place, rule: 'expression', what, cure: `Declare it under ${name}, or correct its name` })
      } else if (!special.has(name) && !Object.hasOwn(functions, name)) {
        const cure = /^list/i.test(name)
          ? 'Leave the key where it is, and give the identity a role'
          : 'Use one of those in deploy/azure/check/functions.ts, or add it there'
        faults.push({ at: place, rule: 'expression', what: `the function ${name} is not known`, cure })
      }
    }
  }
  return { faults, used }
}
