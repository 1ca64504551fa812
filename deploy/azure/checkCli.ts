/**
 * Checks the Azure template with each parameters file and prints what is wrong, one line for each fault.
 *
 *     npm run check:azure [-- FOLDER]
 *
 * FOLDER holds template.json and parameters.*.json; without it, the one that ships. The exit code is 1 on any fault.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { checkTemplate } from './check/check.ts'
import { type Fault, faultLine } from './check/fault.ts'

const folder = process.argv[2] ?? import.meta.dirname

const read = (name: string, faults: Fault[]): unknown => {
  try {
    return JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  } catch (error) {
    const what = `it is no JSON: ${(error as Error).message}`
    faults.push({ at: `${name}#`, rule: 'template', what, cure: 'Correct it' })
    return undefined
  }
}

const check = (name: string): Fault[] => {
  const faults: Fault[] = []
  const template = read('template.json', faults)
  const parameters = read(name, faults)
  return faults.length > 0
    ? faults
    : checkTemplate(template, parameters, { template: 'template.json', parameters: name })
}

const files = readdirSync(folder).filter((name) => /^parameters\.\w+\.json$/.test(name))
const lines = [...new Set(files.flatMap(check).map(faultLine))]
const summary = files.length > 0 ? `${files.join(', ')}: ${lines.length} fault(s)` : `${folder} has no parameters file.`
process.stdout.write(`${[...lines, summary].join('\n')}\n`)
process.exitCode = lines.length > 0 || files.length === 0 ? 1 : 0
