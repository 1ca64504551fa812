import type { Figure } from '../table.ts'

/** An answer made of figures. */
export interface Counted {
  /** What was done with them: `total`. */
  id: string
  /** The answer in a sentence. */
  first: string
  rest?: string
  /** What it was of; all of them when it leaves that out. */
  told?: readonly Figure[]
  /** Those that it takes to qualify. */
  supposed?: readonly Figure[]
  /** Whether a number in it is ours. */
  ours?: boolean
  /** Whether anybody holds what was asked; true unless told. */
  held?: boolean
  /** How surely such a message leans on the figures, 0 to 1; 1 unless told. */
  lean?: number
}

export const sumOf = (figures: readonly Figure[]): number => figures.reduce((all, { count }) => all + count, 0)

/** "31 + 7 + 5 = 43"; of one figure, itself. */
export const additionOf = (figures: readonly Figure[]): string =>
  figures.length < 2 ? `${sumOf(figures)}` : `${figures.map(({ count }) => count).join(' + ')} = ${sumOf(figures)}`

/** "about 72%"; exact when it is whole. */
export const percentOf = (part: number, whole: number): string => {
  const percent = (100 * part) / whole
  return Number.isInteger(percent) ? `${percent}%` : `about ${Math.round(percent)}%`
}

export const sameFigures = (one: readonly Figure[], other: readonly Figure[]): boolean =>
  one.length === other.length && one.every(({ id }) => other.some((figure) => figure.id === id))
