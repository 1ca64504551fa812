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
