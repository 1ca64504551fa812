import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Weights } from './fit.ts'
import type { TrainingSet } from './phrasings.ts'
import type { SentenceVectors } from './sentenceVectors.ts'
import { VectorStore } from './vectorStore.ts'

/** Changes whenever the method does, so that no old fit is taken for a new one. */
const METHOD = 'kernel-ridge-1'

/** The costly parts of a fit: the vectors of the phrasings (when there is an encoder) and the solved weights. */
export interface FittedModel {
  vectors: VectorStore | undefined
  weights: Weights
}

/** Names a fit by all that it depends on: the method, the encoder, the normalised phrasings and their classes. */
export const fitKey = (set: TrainingSet, encoder: Pick<SentenceVectors, 'id'> | undefined): string =>
  createHash('sha256')
    .update(JSON.stringify([METHOD, encoder?.id ?? null, set.classes, set.texts, set.labels]))
    .digest('hex')

const vectorsFile = (dir: string) => path.join(dir, 'vectors.bin')
const weightsFile = (dir: string, key: string) => path.join(dir, `weights-${key.slice(0, 16)}.bin`)

/** The vectors that a folder holds; none of another encoder's, as the folder is named for it by the caller. */
export function readVectors(dir: string, dimensions: number, into = new VectorStore(dimensions)): VectorStore {
  if (existsSync(vectorsFile(dir))) into.read(readFileSync(vectorsFile(dir)))
  return into
}

/** The weights of exactly this fit, if the folder holds them whole. */
export function readWeights(dir: string, key: string, length: number): Weights | undefined {
  const file = weightsFile(dir, key)
  if (!existsSync(file)) return undefined
  const bytes = Uint8Array.from(readFileSync(file))
  return bytes.byteLength === length * 2 ? new Float16Array(bytes.buffer) : undefined
}

/** Writes a fit so that a reader sees all of it or none, and removes those it replaces. */
export function writeModel(dir: string, key: string, texts: readonly string[], model: FittedModel): void {
  mkdirSync(dir, { recursive: true })
  const write = (file: string, bytes: Uint8Array) => {
    writeFileSync(`${file}.part`, bytes)
    renameSync(`${file}.part`, file)
  }
  if (model.vectors) write(vectorsFile(dir), model.vectors.serialise(texts))
  const { buffer, byteOffset, byteLength } = model.weights
  write(weightsFile(dir, key), new Uint8Array(buffer, byteOffset, byteLength))
  for (const old of globSync(path.join(dir, 'weights-*.bin'))) if (old !== weightsFile(dir, key)) rmSync(old)
}
