import { stem } from '../../matching/stem.ts'
import { tokenNormaliser } from '../../matching/text.ts'
import type { Fault } from '../fault.ts'
import type { Content, Rule } from './content.ts'

/** An id in an entry, in `partOf` or in an order that is none of `subjects.yaml`, and one that is used twice there. */
export const subjectIds: Rule = ({ entries, subjects: { subjects, orders, aspects }, subjectsFile }) => {
  const known = { subject: idsOf(subjects), aspect: idsOf(aspects) }
  const unknown = (axis: 'subject' | 'aspect', ids: readonly string[], lineOf: (i: number) => number, file: string) =>
    ids.flatMap((id, i): Fault[] =>
      known[axis].has(id)
        ? []
        : [
            {
              file,
              line: lineOf(i),
              what: `No ${axis} is called ${id}`,
              cure: 'Correct it, or add it to subjects.yaml',
            },
          ],
    )
  const twice = (list: 'subjects' | 'aspects', ids: readonly string[]) =>
    ids.flatMap((id, i): Fault[] =>
      ids.indexOf(id) === i
        ? []
        : [{ ...subjectsFile.at([list, i]), what: `The id ${id} is used twice`, cure: 'Rename one of them' }],
    )
  const here = subjectsFile.at([]).file
  const line = (...keys: PropertyKey[]): number => subjectsFile.at(keys).line
  return [
    ...[...entries.values()].flatMap(({ file, lineOf, subject, aspect }) => [
      ...unknown('subject', subject, () => lineOf(['subject']), file),
      ...unknown('aspect', aspect, () => lineOf(['aspect']), file),
    ]),
    ...subjects.flatMap(({ partOf }, i) =>
      partOf === undefined ? [] : unknown('subject', [partOf], () => line('subjects', i, 'partOf'), here),
    ),
    ...orders.flatMap((order, i) => unknown('subject', order, (j) => line('orders', i, j), here)),
    ...twice('subjects', [...subjects.map(({ id }) => id)]),
    ...twice('aspects', [...aspects.map(({ id }) => id)]),
  ]
}

const idsOf = (list: readonly { id: string }[]): ReadonlySet<string> => new Set(list.map(({ id }) => id))

/** A name or a way of asking that two of them claim, as the reader of messages takes it: in the trust's terms, by its stems. */
export const sharedPhrase: Rule = (content) => {
  const normalise = tokenNormaliser(content.language)
  const claimed = new Map<string, string>()
  return phrasesOf(content).flatMap(({ id, axis, phrase, path }): Fault[] => {
    const key = normalise(phrase).split(' ').map(stem).join(' ')
    const by = claimed.get(key) ?? `${axis} ${id}`
    claimed.set(key, by)
    if (by === `${axis} ${id}`) return []
    return [
      {
        ...content.subjectsFile.at(path),
        what: `"${phrase}" of the ${axis} ${id} is the ${by}'s as well`,
        cure: 'Keep it in one of them',
      },
    ]
  })
}

const phrasesOf = ({ subjects: { subjects, aspects } }: Content) => [
  ...subjects.flatMap(({ id, names }, i) =>
    names.map((phrase, j) => ({ id, axis: 'subject', phrase, path: ['subjects', i, 'names', j] })),
  ),
  ...aspects.flatMap(({ id, asks }, i) =>
    asks.map((phrase, j) => ({ id, axis: 'aspect', phrase, path: ['aspects', i, 'asks', j] })),
  ),
]

/** Where there are subjects, an answer or a "not stated" that is about none: no follow-up finds it by its subject. */
export const noSubject: Rule = ({ entries, subjects }) =>
  subjects.subjects.length === 0
    ? []
    : [...entries.values()]
        .filter(({ kind, subject }) => (kind === 'answer' || kind === 'not-stated') && subject.length === 0)
        .map(({ file, lineOf }) => ({
          file,
          line: lineOf(['kind']),
          what: 'The entry names no subject',
          cure: 'Add subject and aspect, with ids of subjects.yaml',
        }))
