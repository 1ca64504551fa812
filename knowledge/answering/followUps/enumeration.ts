import type { Entry, Knowledge } from '../../content/knowledge.ts'
import { termNormaliser, tokenString } from '../../matching/text.ts'
import type { Frame, Table } from '../table.ts'

/** Frames from the top among which what was listed can still be chosen from. */
const RECENT = 5

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

  /** The subjects that a frame's entry names side by side, in its order: the parts of its subject, or the steps of an order. */
  const listedIn = ({ id, subject }: SubjectFrame): string[] => {
    const { body = '', subject: on = [] } = entries.get(id) ?? {}
    const text = normal(body)
    const wholes = [...new Set([on[0], subject])].filter((one) => one !== undefined)
    const parts = wholes.map((whole) => [...partOf.keys()].filter((one) => partOf.get(one) === whole))
    const isOwn = (order: readonly string[]): boolean => order.includes(on[0] ?? '')
    const named = (groups: readonly (readonly string[])[]): string[] =>
      groups
        .map((group) => group.filter((one) => placeIn(text, one) < Number.POSITIVE_INFINITY))
        .reduce((most, group) => (group.length > most.length ? group : most), [])
    const apart = named([...parts, ...subjects.orders.filter((order) => !isOwn(order))])
    const listed = apart.length > 1 ? apart : named(subjects.orders.filter(isOwn))
    return listed.sort((a, b) => placeIn(text, a) - placeIn(text, b))
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
    listed(table: Table | undefined): readonly string[] {
      const [top, ...earlier] = framesOf(table)
      if (!top) return []
      const [now, on] = [listedIn(top), subjectsOf(top).slice(0, 1)]
      const before = earlier.map(listedIn).find((one) => one.some((id) => on.includes(id)))
      return [now, before ?? []].find(({ length }) => length > 1) ?? []
    },

    /** The other parts of what an entry's only subject is a part of, as far as answers are of them alone. */
    siblings(id: string): readonly string[] {
      const [subject, ...more] = entries.get(id)?.subject ?? []
      const whole = partOf.get(subject ?? '')
      const isAlone = (one: string): boolean => isTold(one) && entryOn(one)?.subject.length === 1
      return [...partOf.keys()].filter(
        (one) => more.length === 0 && one !== subject && whole && partOf.get(one) === whole && isAlone(one),
      )
    },

    /** The order in which what a reply told of has its place, and the places that it told of. */
    orderOf(frame: SubjectFrame): { order: readonly string[]; from: number; to: number } | undefined {
      const on = subjectsOf(frame)
      const wholes = on.flatMap((one) => partOf.get(one) ?? [])
      const isPart = (one: string | undefined): boolean =>
        one !== undefined && (on.includes(one) || isPart(partOf.get(one)))
      for (const isMeant of [(one: string) => on.includes(one), isPart, (one: string) => wholes.includes(one)])
        for (const order of subjects.orders.map((one) => one.filter(isTold))) {
          const places = order.flatMap((id, at) => (isMeant(id) ? [at] : []))
          if (places.length > 0) return { order, from: Math.min(...places), to: Math.max(...places) }
        }
      return undefined
    },
  }
}

export type Enumerations = ReturnType<typeof enumerations>
