import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { ContentError } from './fault.ts'
import { parseYaml } from './yamlFile.ts'

const words = z.array(z.coerce.string().trim().min(1)).default([])
const named = z.strictObject({ name: z.string().trim().min(1), ways: words })
const role = named.extend({ programme: z.boolean().default(false) })

/** The words by which staff name their place of work, their service and their role. Every part is optional. */
const places = z.strictObject({
  places: z.array(named).default([]),
  services: z.array(named).default([]),
  teamWords: words,
  roles: z.array(role).default([]),
  roleWords: words,
  roleQualifiers: words,
})
export type Places = z.infer<typeof places>
export type NamedWays = z.infer<typeof named>
export type RoleWays = z.infer<typeof role>

/**
 * Reads the vocabulary of places and roles.
 * @param dir the folder that holds `places.yaml`; without the file the vocabulary is empty
 * @throws ContentError naming each line that cannot be used
 */
export function loadPlaces(dir: string): Places {
  const file = path.join(dir, 'places.yaml')
  if (!existsSync(file)) return places.parse({})
  const parsed = parseYaml(readFileSync(file, 'utf8'), places, path.join(path.basename(dir), 'places.yaml'))
  if ('faults' in parsed) throw new ContentError(parsed.faults)
  return parsed.value
}
