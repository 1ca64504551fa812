/** A template expression, parsed: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }

/** What is wrong with an expression, and the cure. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
  readonly cure: string

  constructor(what: string, cure: string) {
    super(what)
    this.cure = cure
  }
}

const token = /\s*(?:'((?:[^']|'')*)'|(-?\d+)|([A-Za-z]\w*)|([(),.]))/y

type Token =
  | { readonly kind: 'literal'; readonly value: string | number }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'mark'; readonly value: string }

const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  const whole = text.trimEnd()
  token.lastIndex = 0
  while (token.lastIndex < whole.length) {
    const from = token.lastIndex
    const [, quoted, figures, name, mark] = token.exec(whole) ?? []
    if (quoted !== undefined) tokens.push({ kind: 'literal', value: quoted.replaceAll("''", "'") })
    else if (figures !== undefined) tokens.push({ kind: 'literal', value: Number(figures) })
    else if (name !== undefined) tokens.push({ kind: 'name', value: name })
    else if (mark !== undefined) tokens.push({ kind: 'mark', value: mark })
    else throw new ExpressionError(`"${whole.slice(from)}" cannot be read`, 'Correct the expression')
  }
  return tokens
}

/** Whether a string of a template is an expression: [ begins one, [[ is a bracket that is meant. */
export const isExpression = (text: string): boolean => /^\[(?!\[).*\]$/s.test(text)

const parsed = new Map<string, Expression>()

/** Parses what stands between the brackets, each text once. Throws an ExpressionError when it is no expression. */
export const parseExpression = (text: string): Expression => {
  const expression = parsed.get(text) ?? parse(text)
  parsed.set(text, expression)
  return expression
}

const parse = (text: string): Expression => {
  const tokens = tokensOf(text.slice(1, -1))
  let next = 0
  const isMark = (mark: string): boolean => tokens[next]?.kind === 'mark' && tokens[next]?.value === mark
  const fail = (): never => {
    const what = tokens[next]?.value ?? 'the end'
    throw new ExpressionError(`${what} stands where it cannot in ${text}`, 'Correct the expression')
  }
  const take = (mark: string): void => {
    if (!isMark(mark)) fail()
    next += 1
  }
  const nameHere = (): string => {
    const found = tokens[next]
    if (found?.kind !== 'name') return fail()
    next += 1
    return found.value
  }
  const argsHere = (): Expression[] => {
    const args: Expression[] = []
    take('(')
    while (!isMark(')')) {
      if (args.length > 0) take(',')
      args.push(valueHere())
    }
    take(')')
    return args
  }
  const valueHere = (): Expression => {
    const first = tokens[next]
    if (first?.kind === 'literal') {
      next += 1
      return first
    }
    let value: Expression = { kind: 'call', name: nameHere(), args: argsHere() }
    while (isMark('.')) {
      next += 1
      value = { kind: 'member', of: value, name: nameHere() }
    }
    return value
  }
  const whole = valueHere()
  return next === tokens.length ? whole : fail()
}

/** Every call in an expression, the outermost first. */
export const callsOf = (expression: Expression): Extract<Expression, { kind: 'call' }>[] => {
  if (expression.kind === 'literal') return []
  if (expression.kind === 'member') return callsOf(expression.of)
  return [expression, ...expression.args.flatMap(callsOf)]
}
