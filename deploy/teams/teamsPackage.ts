import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { iconFaults } from './iconFaults.ts'
import { manifestFaults } from './manifestFaults.ts'

/** What Teams looks for at the top of the package, and nothing else. */
const FILES = ['manifest.json', 'color.png', 'outline.png'] as const
export type PackageFiles = Readonly<Record<(typeof FILES)[number], Uint8Array>>

/** A zip keeps local time without a zone: this is the same everywhere. */
const mtime = new Date(2000, 0, 1)

/** The zip that is uploaded to Teams: the same bytes for the same files. */
export const zipPackage = (files: PackageFiles): Uint8Array =>
  zipSync(Object.fromEntries(FILES.map((name) => [name, files[name]])), { level: 9, mtime })

/** The manifest as it goes into the package. */
export const manifestBytes = (manifest: object): Uint8Array => strToU8(`${JSON.stringify(manifest, undefined, 2)}\n`)

/** What is wrong with a package, a sentence each; nothing when Teams can be given it. */
export const packageFaults = (zip: Uint8Array): string[] => {
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(zip)
  } catch (fault) {
    return [`The package cannot be opened: ${(fault as Error).message}.`]
  }
  const { 'manifest.json': manifest, 'color.png': color, 'outline.png': outline } = files
  return [
    ...FILES.filter((name) => !files[name]).map((name) => `${name} is missing`),
    ...Object.keys(files).flatMap((name) => (FILES.some((known) => known === name) ? [] : [`${name} does not belong`])),
    ...(manifest ? manifestFaults(strFromU8(manifest)) : []),
    ...(color ? iconFaults('color.png', color) : []),
    ...(outline ? iconFaults('outline.png', outline) : []),
  ]
}
