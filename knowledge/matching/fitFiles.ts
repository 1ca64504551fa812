import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import type { Weights } from './fullFit.ts'
import type { SentenceEncoder } from './sentenceEncoder.ts'
import type { TrainingSet } from './trainingSet.ts'
import { VectorStore } from './vectorStore.ts'

/** The version of the method and the file format, so that no older fit is read as this one. */
const METHOD = 'kernel-ridge-4'

/** A fit: its weights and what they were fitted to. */
export interface FittedWeights {
  /** The ids of the classes, in the order of the columns. */
  classes: readonly string[]
  /** The phrasings, in the order of the rows, and the class of each. */
  texts: readonly string[]
  labels: readonly number[]
  weights: Weights
}

type Encoder = Pick<SentenceEncoder, 'id'> | undefined

/** The hash of all that a fit depends on: the method, the encoder, the phrasings and their classes. */
export const fitKey = (set: Pick<TrainingSet, 'classes' | 'texts' | 'labels'>, encoder: Encoder): string =>
  createHash('sha256')
    .update(JSON.stringify([METHOD, encoder?.id ?? null, set.classes, set.texts, set.labels]))
    .digest('hex')

const vectorsFile = (dir: string) => path.join(dir, 'vectors.bin')
const fullFile = (dir: string, key: string) => path.join(dir, `weights-${key.slice(0, 16)}.bin`)
const refitFile = (dir: string, key: string) => path.join(dir, `refit-${key.slice(0, 16)}.bin`)

/** Adds the vectors of a folder, which are all of one encoder: the caller has a folder for each. */
export function readVectors(dir: string, dimensions: number, into = new VectorStore(dimensions)): VectorStore {
  if (existsSync(vectorsFile(dir))) into.read(readFileSync(vectorsFile(dir)))
  return into
}

/** The weights of the fit with this key, full fit or refit, if the folder holds them whole. */
export function readWeights(dir: string, key: string, length: number): Weights | undefined {
  for (const file of [fullFile(dir, key), refitFile(dir, key)]) {
    const weights = existsSync(file) ? read(file)?.weights : undefined
    if (weights?.length === length) return weights
  }
  return undefined
}

/**
 * The full fits of a folder for this encoder. A refit starts from one of them, never from a refit: so errors do not add up,
 * and it depends on nothing but that fit and the content.
 */
export const readFullFits = (dir: string, encoder: Encoder): FittedWeights[] =>
  globSync(path.join(dir, 'weights-*.bin'))
    .sort()
    .flatMap((file) => read(file) ?? [])
    .filter(({ encoder: id }) => id === (encoder?.id ?? null))

/**
 * Writes a fit atomically and removes those it replaces: a full fit all others, a refit the earlier refits.
 * @param kept phrasings beside its own whose vectors stay: those of the full fit that a later refit starts from
 */
export function writeModel(
  dir: string,
  encoder: Encoder,
  set: Pick<TrainingSet, 'classes' | 'texts' | 'labels'>,
  {
    weights,
    vectors,
    full,
    kept = [],
  }: { weights: Weights; vectors: VectorStore | undefined; full: boolean; kept?: readonly string[] },
): void {
  mkdirSync(dir, { recursive: true })
  const write = (file: string, bytes: Uint8Array) => {
    writeFileSync(`${file}.part`, bytes)
    renameSync(`${file}.part`, file)
  }
  if (vectors) write(vectorsFile(dir), vectors.serialise([...set.texts, ...kept]))
  const file = (full ? fullFile : refitFile)(dir, fitKey(set, encoder))
  const head = { method: METHOD, encoder: encoder?.id ?? null, texts: set.texts, labels: set.labels }
  write(file, serialise({ ...head, classes: set.classes.map(({ id }) => id) }, weights))
  for (const old of globSync(path.join(dir, full ? '{weights,refit}-*.bin' : 'refit-*.bin')))
    if (old !== file) rmSync(old)
}

interface Head extends Omit<FittedWeights, 'weights'> {
  method: string
  encoder: string | null
}

/** Length of the head (4 bytes, little-endian), the head as deflated JSON, the weights in half precision row by row. */
function serialise(head: Head, { buffer, byteOffset, byteLength }: Weights): Buffer {
  const deflated = deflateSync(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(deflated.length)
  return Buffer.concat([length, deflated, new Uint8Array(buffer, byteOffset, byteLength)])
}

/** The inverse of `serialise`; nothing for a file that is truncated or of another method. */
function read(file: string): (Head & FittedWeights) | undefined {
  try {
    const bytes = readFileSync(file)
    const start = 4 + bytes.readUInt32LE(0)
    const head: Head = JSON.parse(inflateSync(bytes.subarray(4, start)).toString())
    const weights = new Float16Array(Uint8Array.from(bytes.subarray(start)).buffer)
    return head.method === METHOD && weights.length === head.texts.length * head.classes.length
      ? { ...head, weights }
      : undefined
  } catch {
    return undefined
  }
}
