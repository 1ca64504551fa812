import type { Knowledge } from '../../content/knowledge.ts'
import type { Candidate } from '../../matching/matcher.ts'
import { stem } from '../../matching/stem.ts'
import { termNormaliser, tokens } from '../../matching/text.ts'
import type { Cells } from './cells.ts'
import type { Leaning } from './leaning.ts'
import type { MessageRead } from './messageReader.ts'

/** What a candidate gains of the table, in units of the matcher's score. */
export const GAIN = {
  subject: 0.08,
  cell: 0.25,
  furtherCell: 0.1,
  near: 0.15,
  elsewhere: -0.2,
  told: [-0.3, -0.15, -0.15],
}
/**
 * The shares of the message with its subject's name, and of the message alone, in a candidate's score;
 * and of its subject's name alone, which says nothing of what is asked.
 */
const SHARE = { named: 0.65, alone: 0.65, name: -0.4 }
/** The rankings of such a message with its subject named, of the name alone, and of the message as it stands. */
export interface LeaningRankings {
  named: readonly Candidate[]
  name: readonly Candidate[]
  alone: readonly Candidate[]
}

/** Ranks the entries for a message that leans on the table. */
export function tableRanking({ entries, language }: Pick<Knowledge, 'entries' | 'language'>, cells: Cells) {
  const inTerms = termNormaliser(language)
  const isOn = (id: string, on: readonly string[]): boolean =>
    (entries.get(id)?.subject ?? []).some((one) => on.includes(one))

  /** Ranks by both rankings, and by what lies on the table: what was told last counts less than what else fills the cell. */
  const rankOnTable = ({ on, message, told }: Leaning, { named, name, alone }: LeaningRankings) => {
    const [first = [], ...further] = message.aspects.map((aspect) =>
      on.flatMap((subject) => cells.entriesOf(subject, aspect)),
    )
    const near = message.aspects.slice(0, 1).flatMap((one) => on.flatMap((subject) => cells.entriesNear(subject, one)))
    const cell = new Map([
      ...near.map((id) => [id, GAIN.near] as const),
      ...further.flat().map((id) => [id, GAIN.furtherCell] as const),
      ...first.map((id) => [id, GAIN.cell] as const),
    ])
    for (const id of told) if (cell.size > 1) cell.delete(id)
    const [ofMessage, ofName] = [alone, name].map((ranked) => new Map(ranked.map(({ id, score }) => [id, score])))
    const base = (id: string): number =>
      SHARE.alone * (ofMessage?.get(id) ?? 0) + SHARE.name * Math.max(0, ofName?.get(id) ?? 0)
    const beside = new Set([...cell.keys(), ...(entries.get(told[0] ?? '')?.related ?? [])])
    const published = named.filter(({ kind }) => kind === 'answer' || kind === 'not-stated')
    const ranking = published.map((one): Candidate => {
      const place = isOn(one.id, on) ? GAIN.subject : beside.has(one.id) ? 0 : GAIN.elsewhere
      const gain = (cell.get(one.id) ?? GAIN.told[told.indexOf(one.id)] ?? 0) + place
      return { ...one, score: SHARE.named * one.score + base(one.id) + gain }
    })
    return { ranking: ranking.sort((a, b) => b.score - a.score), cell }
  }

  const vocabularies = new Map<string, ReadonlySet<string>>()
  /** Whether any other word of the message occurs in the entry. */
  const isSupported = (id: string, { rest }: MessageRead): boolean => {
    const entry = entries.get(id)
    if (rest.length === 0 || !entry) return true
    const words =
      vocabularies.get(id) ??
      new Set([entry.question, ...entry.phrasings, entry.body].flatMap((text) => tokens(inTerms(text)).map(stem)))
    vocabularies.set(id, words)
    return rest.some((one) => words.has(one))
  }

  return { rankOnTable, isSupported, isOn }
}
