import type { Part } from '../decision.ts'
import type { PartMaker } from '../parts.ts'
import type { Cells } from '../subjects/cells.ts'
import type { Enumerations } from './enumeration.ts'
import type { SubjectFrame, ToldReader } from './told.ts'

/** Which of an order is asked for: what comes after or before what was told, or its first or last. */
export type PlaceInOrder = 'next' | 'previous' | 'start' | 'end'

/** Aspects by their ids in `subjects.yaml`. */
const ASPECT = { previous: 'before', next: 'next', start: 'next', end: 'next' } as const

/** Tells what comes after or before what was told in its order, or that nothing is published of it. */
export function nextInOrder({
  cells,
  lists,
  told,
  makes,
}: {
  cells: Cells
  lists: Enumerations
  told: ToldReader
  makes: PartMaker
}) {
  /** @returns nothing where what was told has no place in an order */
  return (frame: SubjectFrame, asked: PlaceInOrder, text: string): Part | undefined => {
    const place = lists.orderOf(frame)
    if (!place) return undefined
    const { order, from, to } = place
    const at = { next: to + 1, previous: from - 1, start: 0, end: order.length - 1 }[asked]
    const beside = order[asked === 'next' ? to : from] ?? ''
    const [subject, entry] = [order[at], lists.entryOn(order[at] ?? '')]
    if (!subject || !entry) {
      const [filling] = cells.entriesOf(beside, ASPECT[asked])
      const none = cells.notPublished(beside, ASPECT[asked])
      if (filling && filling !== frame.id) return makes.chosenPart(filling, text)
      return none && told.partOn(frame, text).composed(none)
    }
    const [name, besideName] = [cells.nameOf(subject), cells.nameOf(beside)]
    const straight = {
      next: `After ${besideName} comes ${name}.`,
      previous: `Before ${besideName} comes ${name}.`,
      start: `First comes ${name}.`,
      end: `Last comes ${name}.`,
    }[asked]
    return { ...makes.chosenPart(entry.id, text), straight, about: { subject, told: entry.aspect } }
  }
}
