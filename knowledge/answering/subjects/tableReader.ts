import type { Knowledge } from '../../content/knowledge.ts'
import type { Candidate } from '../../matching/matcher.ts'
import { stem } from '../../matching/stem.ts'
import { type Normalise, termNormaliser, tokens, WORD } from '../../matching/text.ts'
import type { Reading } from '../arbiter.ts'
import { CLARIFY_THRESHOLD, calibratedConfidence } from '../confidence.ts'
import type { Composed, Part } from '../decision.ts'
import { type Frame, historyOf, type Table } from '../table.ts'
import { cellsOf } from './cells.ts'
import { type MessageRead, messageReader } from './messageReader.ts'

/** What a candidate gains of the table, in units of the matcher's score. */
const GAIN = { subject: 0.08, cell: 0.25, furtherCell: 0.1, near: 0.15, told: [-0.3, -0.15, -0.15] }
/**
 * The shares of the message with its subject's name, and of the message alone, in a candidate's score;
 * and of its subject's name alone, which says nothing of what is asked.
 */
const SHARE = { named: 0.65, alone: 0.65, name: -0.4 }
/** Words up to which a message may lean on the table. */
const LONGEST = 14
/** Subjects from the top of the table that a message may lean on. */
const DEEPEST = 3
/** Entries up to which a cell is narrow enough to be answered without a word of the message in it. */
const FEW = 3
/** Words up to which a message that points to nothing may lean on it. */
const SHORT = 5
/** The probability that a message that may lean on the table does, by what it says. */
const LEANS = { aspectAlone: 1, points: 0.95, short: 0.88, other: 0.75, namesOther: 0.45 }
/** What is left of a fresh question's confidence where no word of the message speaks of the subject that it came to. */
const UNSUPPORTED = { aspectAlone: 0.45, points: 0.7, other: 0.9, rest: 0.6 }
/** The same, where the curator set it beside what was told last. */
const RELATED = 0.8
/** The most evidence for a fresh question: what is said outright to an ability has more. */
const MOST = 0.99
/** Evidence for a cell: that it is filled, or that of a part or a whole of the subject, or by what was told last alone, that it is empty, or that nothing is told of what was asked. */
const CELL = { filled: 0.9, near: 0.8, told: 0.6, empty: 0.7, noMore: CLARIFY_THRESHOLD }
/** The confidence from which an entry of the subject is meant though it does not fill the cell asked for, by its kind. */
const SURELY = { answer: 0.95, other: 0.6 }

/** A message read against the subject on the table: the entries as they are ranked then, or that a cell is empty. */
export interface TableReading extends Reading {
  ranking: readonly Candidate[]
  composed?: Composed
  /** Whether the first is meant whatever its score: the cell asked for is its. */
  sure?: boolean
}

/** A message that may lean on the table. */
export interface Leaning {
  message: MessageRead
  /** The subjects that it may be about, the likeliest first. */
  on: readonly [string, ...string[]]
  /** The probability that it leans on them. */
  likely: number
  /** The message with the subject's name in it, and the name. */
  resolved: string
  name: string
  /** The ids of what was told, the latest first. */
  told: readonly string[]
}

/** The rankings of such a message with its subject named, of the name alone, and of the message as it stands. */
export interface LeaningRankings {
  named: readonly Candidate[]
  name: readonly Candidate[]
  alone: readonly Candidate[]
}

export interface TableReader {
  /** What a message names and asks for. */
  read(text: string): MessageRead
  /** The subject on the table that a message may lean on; nothing when there is none, or the message stands by itself. */
  leaning(text: string, table: Table | undefined): Leaning | undefined
  /**
   * Reads a message against the subject that it leans on.
   */
  onTable(leaning: Leaning, rankings: LeaningRankings): TableReading
  /** The evidence that a message is the fresh question that its words come to, 0 to 1. */
  freshEvidence(text: string, table: Table | undefined, part: Part): number
  /** What an answer puts on the table: its subject, and the aspects of it that it told. */
  about(text: string, entryId: string, table: Table | undefined): Part['about']
}

/** Reads messages against the subject on the table: the subject from there, the aspect from the message's own words. */
export function tableReader(knowledge: Knowledge): TableReader {
  const { entries, language } = knowledge
  const inTerms: Normalise = termNormaliser(language)
  const readMessage = messageReader(knowledge)
  const cells = cellsOf(knowledge)
  const pointers = new Set(language.pointers)
  const read = (text: string): MessageRead => readMessage(inTerms(text))
  const subjectsOf = (id: string): readonly string[] => entries.get(id)?.subject ?? []

  /** Whether a few entries, and not just this one, tell this aspect of these subjects. */
  const isFilled = (on: readonly string[], aspect: string, told: string): boolean => {
    const ids = new Set(on.flatMap((subject) => cells.entriesOf(subject, aspect)).filter((id) => id !== told))
    return ids.size > 0 && ids.size <= FEW
  }

  /** The subjects of the frame that a message leans on: the latest, or an earlier one that it names in part or that has what it asks. */
  const subjectsMeant = (
    { partly, named, aspects, rest }: MessageRead,
    table: Table | undefined,
  ): readonly string[] => {
    const frames = (table ?? []).flatMap((frame) => (frame.kind === 'subject' ? [frame] : [])).slice(0, DEEPEST)
    const of = ({ id, subject }: Omit<Frame<'subject'>, 'kind'>): string[] => [
      ...new Set([...(subject ? [subject] : []), ...subjectsOf(id)]),
    ]
    const meant = frames.flatMap(of).filter((subject) => partly.includes(subject))
    if (named.length === 0 && meant.length > 0) return meant
    const fills = (frame: (typeof frames)[number]): boolean =>
      aspects.slice(0, 1).some((aspect) => isFilled(of(frame), aspect, frame.id))
    const frame = (rest.length === 0 && frames.find(fills)) || frames[0]
    return frame ? of(frame) : []
  }

  const leans = (message: MessageRead, on: readonly string[]): number => {
    if (message.length > LONGEST) return 0
    if (message.named.some((subject) => !on.includes(subject))) return LEANS.namesOther
    if (message.rest.length === 0 && message.aspects.length === 0 && !message.points) return 0
    if (message.rest.length === 0) return LEANS.aspectAlone
    if (message.points) return LEANS.points
    return message.length <= SHORT ? LEANS.short : LEANS.other
  }

  /** The message with the subject's name in the place of what points to it, or after its other words. */
  const withName = (text: string, name: string): string => {
    let found = false
    const resolved = text.replace(WORD, (word) => {
      if (found || !pointers.has(word.toLowerCase())) return word
      found = true
      return name
    })
    return found ? resolved : `${text.replace(/[?.! ]+$/, '')} ${name}${text.includes('?') ? '?' : ''}`
  }

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
    const ranking = named.map((one): Candidate => {
      const gain = (cell.get(one.id) ?? GAIN.told[told.indexOf(one.id)] ?? 0) + (isOn(one.id, on) ? GAIN.subject : 0)
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

  const isOn = (id: string, on: readonly string[]): boolean => subjectsOf(id).some((one) => on.includes(one))

  const isSurely = (ranking: readonly Candidate[], on: readonly string[]): boolean => {
    const [top] = ranking
    if (!top || !isOn(top.id, on)) return false
    return calibratedConfidence(ranking, entries) >= (top.kind === 'answer' ? SURELY.answer : SURELY.other)
  }

  return {
    read,

    leaning(text, table) {
      const message = read(text)
      const [subject, ...others] = subjectsMeant(message, table)
      const name = subject && cells.nameOf(subject)
      if (!subject || !name) return undefined
      const on = [subject, ...others] as const
      const likely = leans(message, on)
      if (likely === 0) return undefined
      const resolved = message.named.some((one) => on.includes(one)) ? text : withName(text, name)
      return { message, on, likely, resolved, name, told: historyOf(table) }
    },

    onTable(leaning, rankings) {
      const { message, on, likely, told } = leaning
      const [subject] = on
      const { ranking, cell } = rankOnTable(leaning, rankings)
      const confidence = calibratedConfidence(ranking, entries)
      const [aspect] = message.aspects
      const alone = message.rest.length === 0
      const names = message.named.length > 0 ? 'names it' : message.points ? 'points to it' : 'names nothing else'
      const because = aspect ? `${names}, asks ${aspect}` : names
      const reading = { of: 'subject' as const, on: subject, because, ranking }
      const [top] = ranking
      if (alone && top && cell.has(top.id) && cell.size <= FEW) {
        const fills = cell.get(top.id) === GAIN.cell ? CELL.filled : CELL.near
        const evidence = top.id === told[0] ? CELL.told : Math.max(confidence, fills)
        return { ...reading, evidence: likely * evidence, sure: true }
      }
      const empty = alone && aspect && !isSurely(rankings.named, on) ? cells.notPublished(subject, aspect) : undefined
      if (empty)
        return {
          ...reading,
          because: `${because}, which nothing tells`,
          evidence: likely * CELL.empty,
          composed: empty,
        }
      const evidence = likely * confidence * (top && isSupported(top.id, message) ? 1 : UNSUPPORTED.rest)
      const other = message.named.find((one) => !on.includes(one))
      const noMore =
        evidence < CLARIFY_THRESHOLD && (alone || message.points || message.length <= SHORT)
          ? cells.noMore(other ?? subject)
          : undefined
      if (noMore)
        return {
          ...reading,
          because: `${because}, and nothing comes near`,
          evidence: (other ? LEANS.other : likely) * CELL.noMore,
          composed: noMore,
        }
      return { ...reading, evidence }
    },

    freshEvidence(text, table, { candidates: [top] }) {
      const confidence = Math.min(top?.confidence ?? 0, MOST)
      const message = read(text)
      const on = subjectsMeant(message, table)
      const of = subjectsOf(top?.id ?? '')
      if (on.length === 0 || message.length > LONGEST) return confidence
      const isElsewhere =
        entries.get(top?.id ?? '')?.kind === 'signpost' && entries.get(top?.id ?? '')?.topic !== 'safety'
      if (isElsewhere && message.points) return confidence * UNSUPPORTED.points
      if (of.length === 0) return confidence
      if (of.some((subject) => on.includes(subject) || message.named.includes(subject))) return confidence
      if (entries.get(historyOf(table)[0] ?? '')?.related.includes(top?.id ?? '')) return confidence * RELATED
      const factor = message.rest.length === 0 ? 'aspectAlone' : message.points ? 'points' : 'other'
      return confidence * UNSUPPORTED[factor]
    },

    about(text, entryId, table) {
      const entry = entries.get(entryId)
      if (!entry) return undefined
      const message = read(text)
      const likely = [...message.named, ...subjectsMeant(message, table)]
      const subject = likely.find((one) => entry.subject.includes(one)) ?? entry.subject[0]
      const asked = message.aspects.filter((one) => entry.aspect.includes(one))
      return { ...(subject && { subject, told: asked.length > 0 ? asked : entry.aspect }) }
    },
  }
}
