import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Fault } from '../fault.ts'
import type { Entry, Knowledge } from '../knowledge.ts'
import { loadKnowledge } from '../load.ts'

/** The knowledge to be checked, with the line of its file on which each entry's Markdown begins. */
export interface Content extends Knowledge {
  bodyLines: ReadonlyMap<string, number>
}

/** A rule of the checker: a pure function from the content and the day to its faults. */
export type Rule = (content: Content, now: Date) => Fault[]

/**
 * Reads a folder for the checker.
 * @throws ContentError when the folder breaks the schema
 */
export function readContent(dir: string): Content {
  const root = path.resolve(dir)
  const knowledge = loadKnowledge(root)
  const bodyLines = new Map<string, number>()
  for (const { id, body, file } of knowledge.entries.values()) {
    const text = readFileSync(path.join(path.dirname(root), file), 'utf8')
    bodyLines.set(id, text.slice(0, text.lastIndexOf(body)).split('\n').length)
  }
  return { ...knowledge, bodyLines }
}

/** The line of its file for a line of an entry's Markdown, counted from 0. */
export const lineInFile = (content: Content, entry: Entry, bodyLine: number): number =>
  (content.bodyLines.get(entry.id) ?? 1) + bodyLine
