import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inspect } from 'node:util'
import { fillManifest } from './manifest.ts'
import { PackageError, PLACEHOLDER_SITE, readSettings } from './settings.ts'
import { manifestBytes, packageFaults, zipPackage } from './teamsPackage.ts'

const beside = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, name))
const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Writes the package that a Teams administrator uploads, and reads it back to check it. */
try {
  const settings = readSettings(process.argv.slice(2))
  const zip = zipPackage({
    'manifest.json': manifestBytes(fillManifest(JSON.parse(beside('manifest.template.json').toString()), settings)),
    'color.png': beside('color.png'),
    'outline.png': beside('outline.png'),
  })
  const faults = packageFaults(zip)
  if (faults.length > 0) throw new PackageError(faults.join('\n'))
  const out = path.resolve(settings.out)
  mkdirSync(path.dirname(out), { recursive: true })
  writeFileSync(out, zip)
  if (!readFileSync(out).equals(zip)) throw new PackageError(`${out} was not written whole: write it to another disk.`)
  say(`${out} (version ${settings.version})`)
  if ([settings.website, settings.privacy, settings.terms].some((url) => url.startsWith(PLACEHOLDER_SITE))) {
    say(
      'Its pages are those of an example trust: give --developer, --website, --privacy and --terms before you upload it.',
    )
  }
} catch (fault) {
  process.stderr.write(`${fault instanceof PackageError ? fault.message : inspect(fault)}\n`)
  process.exitCode = 1
}
