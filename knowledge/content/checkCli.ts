/**
 * Checks the content of a folder and prints what is wrong with it.
 *
 *     npm run knowledge:check [-- DIR]
 *
 * Without DIR it is `KNOWLEDGE_DIR`, else the folder that ships. The exit code is 1 on any fault; warnings leave it at 0.
 */
import path from 'node:path'
import { report } from './check/report.ts'

const { checkContent } = await import('./check/index.ts').catch((fault) => {
  if (fault.code !== 'ERR_MODULE_NOT_FOUND') throw fault
  process.stderr.write('The check needs the packages of development: run npm ci without --omit=dev.\n')
  return process.exit(1)
})

const dir = process.argv[2] ?? process.env.KNOWLEDGE_DIR ?? path.dirname(import.meta.dirname)
const findings = checkContent(dir, new Date())
process.stdout.write(report(findings))
process.exitCode = findings.faults.length > 0 ? 1 : 0
