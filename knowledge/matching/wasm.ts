/**
 * Assembles the few WebAssembly SIMD instructions that `simdProducts.ts` needs. Opcodes from the WebAssembly specification
 * 2.0, chapter 5; none of the relaxed instructions, so that every processor gives the same bits.
 */
export type Code = readonly number[]

export const I32 = 0x7f
export const V128 = 0x7b
const END = 0x0b

const unsigned = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...unsigned(n >>> 7)])
const signed = (n: number): number[] => (n < 64 ? [n] : [(n & 127) | 128, ...signed(n >>> 7)])
const sized = (bytes: Code): number[] => [...unsigned(bytes.length), ...bytes]
const section = (id: number, bytes: Code): number[] => [id, ...sized(bytes)]

export const ADD = 0x6a
export const SUBTRACT = 0x6b
export const LESS = 0x49
export const get = (local: number): number[] => [0x20, local]
export const set = (local: number): number[] => [0x21, local]
/** Sets the local and leaves the value on the stack. */
export const tee = (local: number): number[] => [0x22, local]
export const constant = (n: number): number[] => [0x41, ...signed(n)]
export const increment = (local: number, by: Code): number[] => [...get(local), ...by, ADD, ...set(local)]
export const vector = (...code: number[]): number[] => [0xfd, ...code]
export const loadVector = (offset: number): number[] => vector(0, 0, ...unsigned(offset))
export const clear = (local: number): number[] => [...vector(0x0c, ...Array(16).fill(0)), ...set(local)]
/** The sum of the lanes of a vector. */
export const horizontalSum = (local: number, count: number, lane: number, add: number): number[] =>
  Array.from({ length: count }, (_, i) => [...get(local), ...vector(lane, i), ...(i === 0 ? [] : [add])]).flat()
/** Repeats the body while it leaves a number other than 0 on the stack. */
export const loop = (body: Code): number[] => [0x03, 0x40, ...body, 0x0d, 0, END]

/**
 * Compiles one function without a result over a memory.
 * @param parameters the number of its parameters, all of them I32; the locals follow them
 * @param locals the number of locals of each type, in order
 */
export function compile<F>(
  memory: WebAssembly.Memory,
  parameters: number,
  locals: readonly [count: number, type: number][],
  body: Code,
): F {
  const bytes = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, ...sized(Array(parameters).fill(I32)), 0]),
    ...section(2, [1, ...sized([0x6d]), ...sized([0x6d]), 2, 0, 1]),
    ...section(3, [1, 0]),
    ...section(7, [1, ...sized([0x66]), 0, 0]),
    ...section(10, [1, ...sized([locals.length, ...locals.flat(), ...body, END])]),
  ]
  const compiled = new WebAssembly.Module(Uint8Array.from(bytes))
  return new WebAssembly.Instance(compiled, { m: { m: memory } }).exports.f as F
}

/** A memory of at least that many bytes. */
export const allocate = (bytes: number): WebAssembly.Memory =>
  new WebAssembly.Memory({ initial: Math.ceil(bytes / 65536) })
