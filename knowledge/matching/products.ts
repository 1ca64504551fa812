/** Numbers of a row that are multiplied in one go: few enough for the processor's cache. */
export const DEPTH = 256

/** How exact the factors are; sums over blocks are always in double precision. */
export type Precision = 'single' | 'double'

/**
 * For 4 rows of `a` and `columns` rows of `b`, an even number: c −= a·bᵀ over `depth` bytes of each row. All but the last
 * two are addresses; a row of `c` takes `width` bytes, of `a` and `b` `DEPTH` numbers.
 */
type Strip = (c: number, width: number, a: number, b: number, columns: number, depth: number) => void

const unsigned = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)])
const signed = (n: number): number[] => (n < 64 ? [n] : [(n & 127) | 128, ...signed(n >>> 7)])
const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes]
const section = (id: number, ...bytes: number[]): number[] => [id, ...sized(bytes)]

const I32 = 0x7f
const V128 = 0x7b
const END = 0x0b
const ADD = 0x6a
const get = (local: number) => [0x20, local]
const set = (local: number) => [0x21, local]
const constant = (n: number) => [0x41, ...signed(n)]
const advance = (local: number, ...by: number[]) => [...get(local), ...by, ADD, ...set(local)]
const loadVector = (at: number, offset: number) => [...get(at), 0xfd, 0, 0, ...unsigned(offset)]
const loop = (body: readonly number[]) => [0x03, 0x40, ...body, 0x0d, 0, END]

/** What differs between the precisions: bytes of a number, and the codes for their vectors and numbers. */
const CODES = {
  single: { bytes: 4, multiply: [0xfd, 0xe6, 1], add: [0xfd, 0xe4, 1], lane: 0x1f, addNumbers: 0x92, toDouble: [0xbb] },
  double: { bytes: 8, multiply: [0xfd, 0xf2, 1], add: [0xfd, 0xf0, 1], lane: 0x21, addNumbers: 0xa0, toDouble: [] },
}

/**
 * `Strip` as WebAssembly, for its vector instructions: three to four times as fast as the same in JavaScript. Written out
 * by hand, as it is one loop in another. Tiles of 4 × 2 sums stay in registers (Golub and Van Loan, Matrix Computations,
 * section 1.5). Codes from the WebAssembly specification 2.0, section 5.4; without relaxed instructions, so that every
 * processor gives the same bits.
 */
function moduleOf({
  bytes,
  multiply,
  add,
  lane,
  addNumbers,
  toDouble,
}: (typeof CODES)['single']): Uint8Array<ArrayBuffer> {
  const row = DEPTH * bytes
  const [c, width, a, b, columns, depth, k, atA, atB] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const
  const sums = [9, 10, 11, 12, 13, 14, 15, 16]
  const [b0, b1, factor] = [17, 18, 19] as const
  const lanes = Array.from({ length: 16 / bytes }, (_, i) => i)
  const multiplyAll = loop([
    ...[...get(a), ...get(k), ADD, ...set(atA), ...get(b), ...get(k), ADD, ...set(atB)],
    ...[...loadVector(atB, 0), ...set(b0), ...loadVector(atB, row), ...set(b1)],
    ...[0, 1, 2, 3].flatMap((r) => [
      ...[...loadVector(atA, r * row), ...set(factor)],
      ...[b0, b1].flatMap((column, j) => {
        const sum = sums[2 * r + j] as number
        return [...get(sum), ...get(factor), ...get(column), ...multiply, ...add, ...set(sum)]
      }),
    ]),
    ...[...advance(k, ...constant(16)), ...get(k), ...get(depth), 0x49],
  ])
  const across = (sum: number) => [
    ...lanes.flatMap((i) => [...get(sum), 0xfd, lane, i, ...(i === 0 ? [] : [addNumbers])]),
    ...toDouble,
  ]
  const subtractAll = [0, 1, 2, 3].flatMap((r) => [
    ...[0, 1].flatMap((j) => [
      ...[...get(k), ...get(k), 0x2b, 0, 8 * j],
      ...[...across(sums[2 * r + j] as number), 0xa1, 0x39, 0, 8 * j],
    ]),
    ...advance(k, ...get(width)),
  ])
  const body = [
    ...[2, 3, I32, 11, V128],
    ...loop([
      ...sums.flatMap((sum) => [0xfd, 0x0c, ...Array(16).fill(0), ...set(sum)]),
      ...[...constant(0), ...set(k), ...multiplyAll, ...get(c), ...set(k), ...subtractAll],
      ...[...advance(c, ...constant(16)), ...advance(b, ...constant(2 * row))],
      ...[...get(columns), ...constant(2), 0x6b, 0x22, columns],
    ]),
    END,
  ]
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, 1, 0x60, ...sized(Array(6).fill(I32)), 0),
    ...section(2, 1, ...sized([0x6d]), ...sized([0x6d]), 2, 0, 1),
    ...section(3, 1, 0),
    ...section(7, 1, ...sized([0x66]), 0, 0),
    ...section(10, 1, ...sized(body)),
  ])
}

/** Opens `Strip` over a memory. */
export function openStrip(memory: WebAssembly.Memory, precision: Precision): Strip {
  const compiled = new WebAssembly.Module(moduleOf(CODES[precision]))
  return new WebAssembly.Instance(compiled, { m: { m: memory } }).exports.f as Strip
}
