import { historyOf, type Table } from '../../knowledge/answering/table.ts'
import type { Entry, Knowledge } from '../../knowledge/content/knowledge.ts'

declare module '../turn.ts' {
  interface TurnMemory {
    /** How many replies said that something is not published: the next one opens otherwise. */
    silences?: number
  }
}

/** What the conversation heard before a reply, as far as its wording depends on it. */
export interface Heard {
  /** The entry whose source was told last. */
  cited?: Entry
  /** The entries told of late, the latest first. */
  told: readonly Entry[]
  /** Those that the same message is answered with. */
  beside: readonly Entry[]
  silences: number
  /** The number of the reply's first citation: it counts on from those of the part before. */
  citation: number
}

/** Replies after which what was told may be offered again. */
const OF_LATE = 4

/** What was heard, from the table of a conversation and beside what else its next reply tells. */
export function heardFrom(
  { table, silences = 0 }: { table?: Table; silences?: number },
  { entries }: Pick<Knowledge, 'entries'>,
  beside: readonly Entry[] = [],
  citation = 1,
): Heard {
  const history = historyOf(table)
  const entriesOf = (ids: readonly string[]): Entry[] => ids.flatMap((id) => entries.get(id) ?? [])
  const cited = entriesOf(history).find(({ source }) => source)
  return { ...(cited && { cited }), told: entriesOf(history.slice(0, OF_LATE)), beside, silences, citation }
}

/**
 * The questions to offer after an entry: its neighbours', then theirs. None that was told of late, or whose facts were;
 * beside a silence, what is published first.
 */
export function nextQuestions(entry: Entry, { entries }: Knowledge, { told, beside }: Heard, most: number): string[] {
  const heard = [entry, ...beside, ...told]
  const facts = new Set(heard.flatMap((one) => one.facts))
  const isTold = (one: Entry): boolean =>
    heard.includes(one) || (one.facts.length > 0 && one.facts.every((fact) => facts.has(fact)))
  const near = entry.related.flatMap((id) => entries.get(id) ?? [])
  const further = near.flatMap(({ related }) => related.flatMap((id) => entries.get(id) ?? []))
  const open = [...new Set([...near, ...further])].filter((one) => !isTold(one))
  const published = (one: Entry): number => (entry.kind === 'not-stated' && one.kind === 'answer' ? 0 : 1)
  return open
    .sort((a, b) => published(a) - published(b))
    .slice(0, most)
    .map(({ question }) => question)
}

/** A silence in the next of the content's openings; anything else as it is. */
export function opened(text: string, { programme: { silences } }: Knowledge, count: number): string {
  const [first] = silences
  const next = silences[count % silences.length]
  return first && next ? text.replace(`**${first}`, `**${next}`) : text
}
