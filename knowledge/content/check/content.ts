import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Fault } from '../fault.ts'
import type { Entry, Knowledge } from '../knowledge.ts'
import { loadKnowledge } from '../load.ts'
import { subjects } from '../subjects.ts'
import { parseYaml } from '../yamlFile.ts'

/** The knowledge to be checked, with the lines on which its parts stand. */
export interface Content extends Knowledge {
  /** The line of its file on which each entry's Markdown begins. */
  bodyLines: ReadonlyMap<string, number>
  /** Where a part of `subjects.yaml` stands. */
  subjectsFile: { at: (path: readonly PropertyKey[]) => Pick<Fault, 'file' | 'line'> }
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
  return { ...knowledge, bodyLines, subjectsFile: subjectsFileOf(root) }
}

function subjectsFileOf(root: string): Content['subjectsFile'] {
  const [name, file] = [path.join(path.basename(root), 'subjects.yaml'), path.join(root, 'subjects.yaml')]
  const parsed = existsSync(file) ? parseYaml(readFileSync(file, 'utf8'), subjects, name) : { faults: [] }
  return { at: (keys) => ({ file: name, line: 'lineOf' in parsed ? parsed.lineOf(keys) : 1 }) }
}

/** The line of its file for a line of an entry's Markdown, counted from 0. */
export const lineInFile = (content: Content, entry: Entry, bodyLine: number): number =>
  (content.bodyLines.get(entry.id) ?? 1) + bodyLine
