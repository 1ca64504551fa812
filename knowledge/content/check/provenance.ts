import type { Rule } from './content.ts'

/** A source that no file in `sources/` has, or a section that its source does not have. */
export const provenance: Rule = ({ entries, sources }) =>
  [...entries.values()].flatMap((entry) => {
    if (entry.source === undefined) return []
    const source = sources.get(entry.source)
    if (!source)
      return [
        {
          file: entry.file,
          line: entry.lineOf(['source']),
          what: `No source is called ${entry.source}`,
          cure: `Name one of: ${[...sources.keys()].join(', ') || 'none yet, so add it to sources/'}`,
        },
      ]
    if (entry.section === undefined || source.sections.some(({ name }) => name === entry.section)) return []
    return [
      {
        file: entry.file,
        line: entry.lineOf(['section']),
        what: `${source.id} has no section "${entry.section}"`,
        cure: `Name one of: ${source.sections.map(({ name }) => name).join('; ')}`,
      },
    ]
  })
