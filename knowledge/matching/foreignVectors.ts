import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readVectors } from './fittedModel.ts'
import type { SentenceVectors } from './sentenceVectors.ts'

/** The folder of an encoder that is not ours: vectors of two encoders are never mixed. */
export const folderOf = ({ id }: Pick<SentenceVectors, 'id'>): string => id.replace(/[^a-z0-9.-]+/gi, '-')

/** Texts embedded before the vectors are written, so that little is asked for anew when the encoder fails. */
const BATCH = 1024

/**
 * Fetches the vectors that a folder does not hold, and keeps them there.
 * @throws what the encoder throws; what came before it is kept
 */
export async function keepVectors(texts: readonly string[], encoder: SentenceVectors, dir: string): Promise<void> {
  const store = readVectors(dir, encoder.dimensions)
  const missing = [...new Set(texts)].filter((text) => !store.has(text))
  mkdirSync(dir, { recursive: true })
  const file = path.join(dir, 'vectors.bin')
  for (let at = 0; at < missing.length; at += BATCH) {
    const batch = missing.slice(at, at + BATCH)
    for (const [i, vector] of (await encoder.embed(batch)).entries()) store.add(batch[i] as string, vector)
    writeFileSync(`${file}.part`, store.serialise(texts))
    renameSync(`${file}.part`, file)
  }
}
