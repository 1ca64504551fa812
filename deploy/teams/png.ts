import { inflateSync } from 'node:zlib'

export interface Picture {
  readonly width: number
  readonly height: number
  /** Red, green, blue and alpha of each pixel, row by row. */
  readonly pixels: Uint8Array
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const chunksOf = (file: Buffer): Map<string, Buffer> => {
  const chunks = new Map<string, Buffer>()
  for (let at = SIGNATURE.length; at + 12 <= file.length; ) {
    const length = file.readUInt32BE(at)
    const type = file.toString('latin1', at + 4, at + 8)
    const body = file.subarray(at + 8, at + 8 + length)
    chunks.set(type, Buffer.concat([chunks.get(type) ?? Buffer.alloc(0), body]))
    at += length + 12
  }
  return chunks
}

const paeth = (a: number, b: number, c: number): number => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)]
  if (pa <= pb && pa <= pc) return a
  return pb <= pc ? b : c
}

const predicted = (filter: number, left: number, above: number, corner: number): number => {
  if (filter === 1) return left
  if (filter === 2) return above
  if (filter === 3) return (left + above) >> 1
  return filter === 4 ? paeth(left, above, corner) : 0
}

/** Undoes the filter of each row. Source: https://www.w3.org/TR/png-3/#9Filters */
const unfiltered = (data: Buffer, stride: number, height: number, size: number): Uint8Array => {
  const out = new Uint8Array(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x >= size ? (out[at - size] ?? 0) : 0
      const above = y > 0 ? (out[at - stride] ?? 0) : 0
      const corner = x >= size && y > 0 ? (out[at - stride - size] ?? 0) : 0
      out[at] = (data[y * (stride + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  return out
}

/**
 * Reads a PNG of 8 bits a channel, not interlaced, with or without transparency: what the icons are.
 * @throws Error when it is no such picture
 */
export const readPng = (bytes: Uint8Array): Picture => {
  const file = Buffer.from(bytes)
  if (!file.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error('It is not a PNG.')
  const chunks = chunksOf(file)
  const header = chunks.get('IHDR')
  const [depth, colour, , , interlaced] = header?.subarray(8) ?? []
  if (!header || depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0) {
    throw new Error('It is not a plain PNG of 8 bits a channel in full colour.')
  }
  const [width, height, size] = [header.readUInt32BE(0), header.readUInt32BE(4), colour === 6 ? 4 : 3]
  const data = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0))
  if (data.length !== (width * size + 1) * height) throw new Error('The picture is cut off.')
  const raw = unfiltered(data, width * size, height, size)
  const pixels = new Uint8Array(width * height * 4).fill(255)
  for (let i = 0; i < width * height; i++) pixels.set(raw.subarray(i * size, (i + 1) * size), i * 4)
  return { width, height, pixels }
}
