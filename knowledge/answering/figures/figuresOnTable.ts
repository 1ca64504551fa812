import type { Entry } from '../../content/knowledge.ts'
import type { Programme } from '../../content/schema.ts'
import { type Figure, latest, type Table } from '../table.ts'
import { type FiguresReading, readFigures } from './readFigures.ts'

/** How much of the evidence is left by how many frames lie on top of the figures. */
const DEPTH = [1, 0.9, 0.75, 0.6]

/**
 * Reads a message against the figures on the table, where they still lie near its top.
 * @param message as it was typed
 * @returns nothing when there are none, or the message counts nothing of them
 */
export function figuresOnTable(message: string, table: Table | undefined): FiguresReading | undefined {
  const frame = latest(table, 'figures')
  const depth = frame && DEPTH[(table ?? []).indexOf(frame)]
  const read = frame && depth ? readFigures(message, frame.figures) : undefined
  return read && { ...read, evidence: read.evidence * (depth ?? 0) }
}

/** The published figures, with those that an entry is of marked as told; none when it is of none. */
export const figuresTold = (
  { figures: told }: Pick<Entry, 'figures'>,
  { figures }: Pick<Programme, 'figures'>,
): Figure[] =>
  told.length === 0
    ? []
    : figures.map(({ stage, ...figure }) => ({ ...figure, id: stage, ...(told.includes(stage) && { told: true }) }))
