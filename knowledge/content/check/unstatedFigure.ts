import type { Entry } from '../knowledge.ts'
import type { Source } from '../schema.ts'
import { type Content, lineInFile, type Rule } from './content.ts'
import { figuresIn, sumsIn } from './figures.ts'
import { plainLines } from './plainText.ts'

/**
 * A figure that an entry gives and its source does not state. Looked at: the text of every entry that names a source, and its plainer form.
 * Not counted: figures inside a name ("5 Boroughs"), the day and year of the source itself, a sum set out in full
 * ("7 + 5 makes 12"), and in a `not-stated` entry the figures of its own question ("Band 2"). A source's figures serve
 * all of its sections, since an answer may set one beside another.
 */
export const unstatedFigure: Rule = (content) =>
  [...content.entries.values()].flatMap((entry) => {
    const source = content.sources.get(entry.source ?? '')
    if (!source) return []
    const allowed = figuresAllowed(entry, source)
    const phrases = phrasesAllowed(content, source)
    const lines = [
      ...(entry.plainer === undefined ? [] : [{ line: entry.lineOf(['plainer']), text: entry.plainer }]),
      ...plainLines(entry.body).map(({ line, text }) => ({ line: lineInFile(content, entry, line), text })),
    ]
    return lines.flatMap(({ line, text }) => {
      const rest = phrases.reduce((left, phrase) => left.replaceAll(phrase, ' '), text.replace(/\{\{.*?\}\}/g, ' '))
      const sums = sumsIn(rest, allowed)
      return figuresIn(rest)
        .filter(({ value }) => !allowed.has(value) && !sums.includes(value))
        .map((figure) => ({
          file: entry.file,
          line,
          what: `The figure "${figure.text}" is not stated by ${source.id}`,
          cure: `Take it out, or add "${figure.value}" to the figures of the section that states it`,
        }))
    })
  })

function figuresAllowed(entry: Entry, source: Source): Set<string> {
  const stated = source.sections.flatMap((section) => section.figures)
  const asked = entry.kind === 'not-stated' ? [entry.question] : []
  return new Set([...stated, ...asked, source.date.slice(0, 4)].flatMap(figuresIn).map(({ value }) => value))
}

/** Names that hold a figure, each from the figure to the end of the next word, and the source's own date in words. */
function phrasesAllowed({ programme }: Content, source: Source): string[] {
  const names = [
    programme.trust.name,
    programme.trust.shortName,
    programme.programme.name,
    source.title,
    source.publisher,
  ]
  const inNames = names.flatMap((name) =>
    figuresIn(name).map(({ at }) => /^\S+(?:\s+[\p{L}\p{N}]+)?/u.exec(name.slice(at))?.[0] ?? ''),
  )
  const date = new Date(source.date)
  const dayAndMonth = date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return [...inNames.filter((phrase) => phrase !== ''), dayAndMonth]
}
