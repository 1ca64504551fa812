import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readVectors } from './fitFiles.ts'
import type { SentenceEncoder } from './sentenceEncoder.ts'

/** The folder of a vendor's encoder: vectors of two encoders are never mixed. */
export const encoderFolder = ({ id }: Pick<SentenceEncoder, 'id'>): string => id.replace(/[^a-z0-9.-]+/gi, '-')

/** Texts that are embedded between two writes, so that little is lost when the encoder fails. */
const BATCH = 1024

/**
 * Embeds the texts whose vectors a folder lacks, and writes them there.
 * @throws what the encoder throws; the vectors before it are written
 */
export async function cacheVectors(texts: readonly string[], encoder: SentenceEncoder, dir: string): Promise<void> {
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
