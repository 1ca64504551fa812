import type { Entry, Knowledge } from '../../content/knowledge.ts'
import { termNormaliser, tokenString } from '../../matching/text.ts'
import type { Frame, Table } from '../table.ts'

/** Frames from the top among which what was listed can still be chosen from. */
const RECENT = 3

type SubjectFrame = Frame<'subject'>

/** Reads what a reply listed: the subjects that an entry names side by side, and the place of each in an order. */
export function enumerations({ entries, subjects, language }: Pick<Knowledge, 'entries' | 'subjects' | 'language'>) {
  const inTerms = termNormaliser(language)
  const normal = (text: string): string => ` ${tokenString(inTerms(text))} `
  const namesOf = new Map(subjects.subjects.map(({ id, names }) => [id, names.map(normal)]))
  const partOf = new Map(subjects.subjects.map(({ id, partOf }) => [id, partOf]))

  /** Where a text first names a subject; beyond its end when it does not. */
  const placeIn = (text: string, subject: string): number => {
    const places = (namesOf.get(subject) ?? []).map((name) => text.indexOf(name)).filter((at) => at >= 0)
    return Math.min(Number.POSITIVE_INFINITY, ...places)
  }

  /** The subject that is spoken of and what it has parts of. */
  const subjectsOf = ({ id, subject }: SubjectFrame): string[] => [
    ...new Set([...(subject ? [subject] : []), ...(entries.get(id)?.subject ?? [])]),
  ]

  /** The subjects side by side that a frame's entry names, in its order: the parts of its subject, or the steps of an order. */
  const listedIn = (frame: SubjectFrame): string[] => {
    const main = [...new Set([frame.subject, entries.get(frame.id)?.subject[0]])].filter((one) => one !== undefined)
    const text = normal(entries.get(frame.id)?.body ?? '')
    const wholes = main.flatMap((one) => [one, partOf.get(one)]).filter((one) => one !== undefined)
    const groups = [
      ...wholes.map((whole) => [...partOf.keys()].filter((id) => partOf.get(id) === whole)),
      ...subjects.orders,
    ]
    const [longest = []] = groups
      .map((group) => group.filter((id) => placeIn(text, id) < Number.POSITIVE_INFINITY))
      .sort((a, b) => b.length - a.length)
    return longest.sort((a, b) => placeIn(text, a) - placeIn(text, b))
  }

  const framesOf = (table: Table | undefined): SubjectFrame[] =>
    (table ?? []).filter((frame) => frame.kind === 'subject').slice(0, RECENT)

  /** The entry that tells of a subject before any other: an answer, of that subject first of all. */
  const entryOn = (subject: string): Entry | undefined =>
    [...entries.values()]
      .filter((entry) => entry.subject.includes(subject))
      .map((entry) => ({
        entry,
        weight:
          (entry.kind === 'answer' ? 4 : 0) + (entry.subject[0] === subject ? 2 : 0) + +entry.aspect.includes('what'),
      }))
      .sort((a, b) => b.weight - a.weight)[0]?.entry

  /** Whether an answer tells of the subject before any other. */
  const isTold = (subject: string): boolean => entryOn(subject)?.kind === 'answer'

  return {
    subjectsOf,
    entryOn,

    /** The subjects that the latest reply listed in its order, or one before it that listed what the latest is of; none for fewer than two. */
    listed(table: Table | undefined, most = RECENT): readonly string[] {
      const [top, ...earlier] = framesOf(table).slice(0, most)
      if (!top) return []
      const [now, on] = [listedIn(top), subjectsOf(top).slice(0, 1)]
      const before = earlier.map(listedIn).find((one) => one.some((id) => on.includes(id)))
      return [now, before ?? []].find(({ length }) => length > 1) ?? []
    },

    /** The other parts of what the subject is a part of, as far as answers tell of them. */
    siblings: (subject: string): readonly string[] =>
      [...partOf.keys()].filter(
        (id) => id !== subject && partOf.get(id) !== undefined && partOf.get(id) === partOf.get(subject) && isTold(id),
      ),

    /** The order in which what a reply told of has its place, and the places that it told of. */
    orderOf(frame: SubjectFrame): { order: readonly string[]; from: number; to: number } | undefined {
      const on = subjectsOf(frame)
      const near = new Set([...on, ...on.flatMap((one) => partOf.get(one) ?? [])])
      const told = new Set(
        on.some((one) => subjects.orders.some((order) => order.includes(one))) ? on : listedIn(frame),
      )
      for (const order of subjects.orders.map((one) => one.filter(isTold))) {
        const places = order.flatMap((id, at) => (told.has(id) ? [at] : []))
        const nearby = places.length > 0 ? places : order.flatMap((id, at) => (near.has(id) ? [at] : []))
        if (nearby.length > 0) return { order, from: Math.min(...nearby), to: Math.max(...nearby) }
      }
      return undefined
    },
  }
}

export type Enumerations = ReturnType<typeof enumerations>
