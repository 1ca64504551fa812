import type { Entry } from '../../content/knowledge.ts'
import type { Programme } from '../../content/schema.ts'
import { tokenString } from '../../matching/text.ts'
import { says } from '../../reading/phrases.ts'
import type { Part } from '../decision.ts'
import { type Figure, latest, put, type Table } from '../table.ts'
import { type FiguresReading, readFigures } from './readFigures.ts'

/** What the answer of those figures says as well. Else what counts with them says more than an answer that tells them again. */
const GOES_NO_FURTHER: readonly string[] = ['figures/stages', 'figures/as-of']

/** A count of interest is none of these figures. */
const isOfInterest = (message: string): boolean => says(tokenString(message), 'askInterest')

/** How much of the evidence is left by how many frames lie on top of the figures. */
const DEPTH = [1, 0.9, 0.75, 0.6]

/**
 * Reads a message against the figures on the table, where they still lie near its top.
 * @param message as it was typed
 * @param fresh what it was taken for by itself
 * @returns nothing when there are none, or the message counts nothing of them
 */
export function figuresOnTable(message: string, table: Table | undefined, fresh?: Part): FiguresReading | undefined {
  const frame = latest(table, 'figures')
  const depth = frame && DEPTH[(table ?? []).indexOf(frame)]
  const read = frame && depth && !isOfInterest(message) ? readFigures(message, frame.figures) : undefined
  if (!read || !depth) return undefined
  const isOfFigures = fresh && 'entry' in fresh && fresh.entry.kind === 'answer' && fresh.entry.figures.length > 0
  const evidence = isOfFigures && !GOES_NO_FURTHER.includes(read.id) ? 1 - (1 - read.evidence) / 4 : read.evidence
  return { ...read, evidence: evidence * depth }
}

/**
 * The table with these figures on top. What was told before them is marked: "both" is of the two.
 * @param figures all of them, those that the reply is of marked as told
 */
export function tell(table: Table | undefined, figures: readonly Figure[]): Table {
  const before = latest(table, 'figures')?.figures ?? []
  const toldBefore = before.filter(({ told }) => told).map(({ id }) => id)
  const isSame = figures.every(({ id, told = false }) => told === toldBefore.includes(id))
  const earlier = isSame ? before.filter((one) => one.earlier).map(({ id }) => id) : toldBefore
  return put(table, {
    kind: 'figures',
    figures: figures.map(({ earlier: _, ...one }) => ({ ...one, ...(earlier.includes(one.id) && { earlier: true }) })),
  })
}

/** The published figures, with those that an entry is of marked as told; none when it is of none. */
export const figuresTold = (
  { figures: told }: Pick<Entry, 'figures'>,
  { figures }: Pick<Programme, 'figures'>,
): Figure[] =>
  told.length === 0
    ? []
    : figures.map(({ stage, ...figure }) => ({ ...figure, id: stage, ...(told.includes(stage) && { told: true }) }))
