/**
 * Checks the Azure template with each parameters file and prints what is wrong, one line for each fault.
 *
 *     npm run check:azure [-- FOLDER]
 *
 * FOLDER holds template.json and parameters.*.json; without it, the one that ships. The exit code is 1 on any fault.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkTemplate, type Fault, faultLine } from './check.ts'
import type { Given } from './template.ts'

const folder = process.argv[2] ?? path.join(import.meta.dirname, '../../../deploy/azure')

const check = (name: string): Fault[] => {
  const faults: Fault[] = []
  const read = (file: string) => {
    try {
      return JSON.parse(readFileSync(path.join(folder, file), 'utf8'))
    } catch (error) {
      const what = `it is no JSON: ${(error as Error).message}`
      faults.push({ at: `${file}#`, rule: 'template', what, cure: 'Correct it' })
    }
  }
  const given: Given = { template: read('template.json'), parameters: read(name) }
  return faults.length > 0 ? faults : checkTemplate(given, { template: 'template.json', parameters: name })
}

const files = readdirSync(folder).filter((name) => /^parameters\.\w+\.json$/.test(name))
const lines = [...new Set(files.flatMap(check).map(faultLine))]
const summary = files.length > 0 ? `${files.join(', ')}: ${lines.length} fault(s)` : `${folder} has no parameters file.`
process.stdout.write(`${[...lines, summary].join('\n')}\n`)
process.exitCode = lines.length > 0 || files.length === 0 ? 1 : 0
