import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from '../support/sources.ts'
import { reliabilityPicture, type Series } from './reliabilityPicture.ts'
import type { Baseline } from './report.ts'

const FILE = path.join(import.meta.dirname, 'eval.baseline.json')
export const PICTURE = path.join(ROOT, 'deploy', 'images', 'reliability.svg')

/** The sets that are committed. The confidence is fitted to the held-out one, so that says nothing of its reliability. */
export type CommittedSet = 'own' | 'heldOut' | 'blind'
/** What the picture shows, and calls it. */
const PICTURED = { own: 'own questions', blind: 'blind questions' }
export type Baselines = Partial<Record<CommittedSet, Baseline>>

export const readBaselines = (): Baselines => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {})

/** Keeps the baselines, and draws the picture of them. */
export function writeBaselines(baselines: Baselines): void {
  writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(Object.entries(baselines).sort()), null, 2)}\n`)
  writeFileSync(PICTURE, pictureOf(baselines))
}

/** The reliability of the confidence, as the baselines have it. */
export function pictureOf(baselines: Baselines): string {
  const series = (Object.entries(PICTURED) as [CommittedSet, string][]).flatMap(([set, name]): Series[] => {
    const measured = baselines[set]?.calibration
    return measured ? [{ name, bins: measured.width, error: measured.eceWidth }] : []
  })
  return reliabilityPicture(series)
}
