import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.join(import.meta.dirname, '..', '..')

/** One source file, and what it imports: packages by name, files by their path from the root. */
export interface Source {
  file: string
  text: string
  imports: string[]
}

const IMPORTED = /(?:\bfrom|^import|\bimport\()\s*'([^']+)'/gm

/** A file of the project by its path from the root, with forward slashes. */
export const readText = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

export const filesOf = (...patterns: string[]): string[] =>
  globSync(patterns, { cwd: ROOT, exclude: ['node_modules/**', 'coverage/**'] })
    .map((file) => file.split(path.sep).join('/'))
    .sort()

export const sourcesOf = (...patterns: string[]): Source[] =>
  filesOf(...patterns).map((file) => {
    const text = readText(file)
    const imports = [...text.matchAll(IMPORTED)].map(([, name = '']) =>
      name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name,
    )
    return { file, text, imports }
  })

/** The groups of nodes that reach one another, as sentences; a node that only reaches itself is none. */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = new Map<string, Set<string>>()
  for (const start of graph.keys()) {
    const seen = new Set<string>()
    const waiting = [...(graph.get(start) ?? [])]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (seen.has(next)) continue
      seen.add(next)
      waiting.push(...(graph.get(next) ?? []))
    }
    reached.set(start, seen)
  }
  const circles = [...graph.keys()]
    .filter((node) => reached.get(node)?.has(node))
    .map((node) => [...graph.keys()].filter((other) => reached.get(node)?.has(other) && reached.get(other)?.has(node)))
  return [...new Set(circles.map((nodes) => `${nodes.join(', ')} need one another`))]
}
