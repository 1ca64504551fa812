import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { ContentError } from './fault.ts'
import { parseYaml } from './yamlFile.ts'

const phrases = z.array(z.coerce.string().min(1))
const words = z.string().transform((text) => text.trim().split(/\s+/))

/** Reads the lists of words and phrases by which English is read. @throws ContentError naming each line that cannot be used */
function load(): Readonly<Record<string, readonly string[]>> {
  const text = readFileSync(new URL('../english.yaml', import.meta.url), 'utf8')
  const parsed = parseYaml(text, z.record(z.string(), phrases.or(words)), 'knowledge/english.yaml')
  if ('faults' in parsed) throw new ContentError(parsed.faults)
  return parsed.value
}

/** The lists by name. English is the same for every trust: other content than the shipped one is read with them too. */
export const english = load()
