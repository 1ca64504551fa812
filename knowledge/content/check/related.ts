import type { Rule } from './content.ts'

/** A stage among an entry's `figures` that `programme.yaml` has no figure of. */
export const figureStages: Rule = ({ entries, programme }) =>
  [...entries.values()].flatMap((entry) =>
    entry.figures.flatMap((stage, i) =>
      programme.figures.some((figure) => figure.stage === stage)
        ? []
        : [
            {
              file: entry.file,
              line: entry.lineOf(['figures', i]),
              what: `programme.yaml has no figure of the stage ${stage}`,
              cure: 'Correct it, or take it out of figures',
            },
          ],
    ),
  )

/** A `related` that leads nowhere: to no entry, or to the entry itself. */
export const related: Rule = ({ entries }) =>
  [...entries.values()].flatMap((entry) =>
    entry.related.flatMap((id, i) => {
      const at = { file: entry.file, line: entry.lineOf(['related', i]) }
      if (id === entry.id) return [{ ...at, what: 'The entry is related to itself', cure: `Take ${id} out of related` }]
      if (entries.has(id)) return []
      return [{ ...at, what: `No entry is called ${id}`, cure: 'Correct it, or take it out of related' }]
    }),
  )
