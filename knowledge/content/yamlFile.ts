import { isMap, isNode, LineCounter, parseDocument } from 'yaml'
import type * as z from 'zod'
import type { Fault } from './fault.ts'

/** A valid YAML value, with the line of each of its parts. */
export interface Parsed<T> {
  value: T
  lineOf: (path: readonly PropertyKey[]) => number
}

/**
 * Reads YAML against a schema.
 * @param text the YAML
 * @param schema what it must hold
 * @param file name for the faults
 * @param lineOffset lines that precede `text` in its file
 * @returns the value, or one fault for each thing wrong
 */
export function parseYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  file: string,
  lineOffset = 0,
): Parsed<T> | { faults: Fault[] } {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter })
  const at = (offset: number) => counter.linePos(offset).line + lineOffset
  if (document.errors.length > 0)
    return {
      faults: document.errors.map((e) => ({
        file,
        line: at(e.pos[0]),
        what: `Not valid YAML: ${e.message.split('\n')[0]?.replace(/ at line.*$/, '')}`,
        cure: 'Put quotes around text that holds a colon, a hash or a quotation mark',
      })),
    }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const keys = path.slice(0, depth)
      const parent = document.getIn(keys.slice(0, -1), true)
      const pair = isMap(parent) ? parent.items.find((p) => String(p.key) === String(keys.at(-1))) : undefined
      const node = pair?.key ?? document.getIn(keys, true)
      if (isNode(node) && node.range) return at(node.range[0])
    }
    return 1 + lineOffset
  }
  const result = schema.safeParse(document.toJS() ?? {})
  if (result.success) return { value: result.data, lineOf }
  return {
    faults: result.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      what: `${issue.path.join('.') || 'The file'}: ${issue.message}`,
      cure: 'Write it as the other files of its kind do',
    })),
  }
}
