import type { Entry, Knowledge } from '../../content/knowledge.ts'
import type { Composed } from '../decision.ts'

/** Wholes that a part is looked up in. */
const MOST_WHOLES = 3

/** The content as a table of subjects by aspects. */
export function cellsOf({ entries, subjects }: Pick<Knowledge, 'entries' | 'subjects'>) {
  const cells = new Map<string, string[]>()
  const filled = new Map<string, Entry[]>()
  for (const entry of entries.values())
    for (const subject of entry.subject) {
      filled.set(subject, [...(filled.get(subject) ?? []), entry])
      for (const aspect of entry.aspect) {
        const key = cellId(subject, aspect)
        cells.set(key, [...(cells.get(key) ?? []), entry.id])
      }
    }
  const subjectOf = new Map(subjects.subjects.map((one) => [one.id, one]))
  const aspectOf = new Map(subjects.aspects.map((one) => [one.id, one]))

  const partsOf = Map.groupBy(subjects.subjects, ({ partOf }) => partOf ?? '')
  /** What a subject is a part of, the nearest first. */
  const wholesOf = (subject: string): string[] => {
    const wholes: string[] = []
    for (let one = subjectOf.get(subject)?.partOf; one && wholes.length < MOST_WHOLES; one = subjectOf.get(one)?.partOf)
      wholes.push(one)
    return wholes
  }
  /** What is told of the subject, or else of what it is a part of. */
  const answerOn = (subject: string): Entry | undefined =>
    [subject, ...wholesOf(subject)]
      .flatMap((one) => (filled.get(one) ?? []).toSorted((a, b) => a.subject.indexOf(one) - b.subject.indexOf(one)))
      .find(({ kind }) => kind === 'answer')

  const unpublished = (id: string, what: string, subject: string, begins = 'What it does say: '): Composed => {
    const beside = answerOn(subject)
    const told = beside && ` ${begins}${beside.shortAnswer}`
    return { id, say: `**What is published ${what}.**${told ?? ''}`, ...(beside && { beside }) }
  }

  return {
    /** The entries that tell this aspect of this subject. */
    entriesOf: (subject: string, aspect: string): readonly string[] => cells.get(cellId(subject, aspect)) ?? [],

    /** The subject as a sentence names it. */
    nameOf: (subject: string): string | undefined => subjectOf.get(subject)?.name,

    /** The entries that tell this aspect of what the subject is a part of, or of its parts. */
    entriesNear: (subject: string, aspect: string): readonly string[] =>
      [...wholesOf(subject), ...(partsOf.get(subject) ?? []).map(({ id }) => id)].flatMap(
        (near) => cells.get(cellId(near, aspect)) ?? [],
      ),

    /** That what is published does not tell this aspect of this subject, beside the nearest that it does tell. */
    notPublished(subject: string, aspect: string): Composed | undefined {
      const [named, asked] = [subjectOf.get(subject), aspectOf.get(aspect)]
      if (!named || !asked) return undefined
      const unsaid = asked.unsaid
        .replaceAll('{it}', named.name)
        .replace(/\{([^{}|]*)\|([^{}|]*)\}/g, (_, one: string, several: string) => (named.plural ? several : one))
      return unpublished(cellId(subject, aspect), `does not say ${unsaid}`, subject)
    },

    /** That what is published does not tell what was asked of this subject, whatever it was. */
    noMore(subject: string): Composed | undefined {
      const name = subjectOf.get(subject)?.name
      return name === undefined
        ? undefined
        : unpublished(subject, 'does not answer that', subject, `On ${name}, it says: `)
    },
  }
}

export type Cells = ReturnType<typeof cellsOf>

const cellId = (subject: string, aspect: string): string => `${subject}/${aspect}`
