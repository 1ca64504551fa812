import type { Knowledge } from '../../content/knowledge.ts'
import { type Normalise, termNormaliser, WORD } from '../../matching/text.ts'
import type { Part } from '../decision.ts'
import { type Frame, historyOf, type Table } from '../table.ts'
import type { Cells } from './cells.ts'
import { type MessageRead, messageReader } from './messageReader.ts'

/** Words up to which a message may lean on the table. */
export const LONGEST = 14
/** Subjects from the top of the table that a message may lean on. */
const DEEPEST = 3
/** Entries up to which a cell is narrow enough to be answered without a word of the message in it. */
export const FEW = 3
/** Words up to which a message that points to nothing may lean on it. */
export const SHORT = 5
/** The probability that a message that may lean on the table does, by what it says. */
const LEANS = { aspectAlone: 1, points: 0.95, short: 0.88, other: 0.75 }
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

/** Finds what on the table a message leans on, and what an answer puts there. */
export function leaningReader(knowledge: Knowledge, cells: Cells) {
  const { entries, language } = knowledge
  const inTerms: Normalise = termNormaliser(language)
  const readMessage = messageReader(knowledge)
  const pointers = new Set(language.pointers)
  let last: { text: string; read: MessageRead } | undefined
  /** A turn reads the same text several times; the last is kept. */
  const read = (text: string): MessageRead => {
    if (last?.text !== text) last = { text, read: readMessage(inTerms(text)) }
    return last.read
  }
  const subjectsOf = (id: string): readonly string[] => entries.get(id)?.subject ?? []

  /** Whether a few entries tell this aspect of these subjects, beside what was told. */
  const isFilled = (on: readonly string[], aspect: string, told: readonly string[]): boolean => {
    const ids = new Set(on.flatMap((subject) => cells.entriesOf(subject, aspect)).filter((id) => !told.includes(id)))
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
    const [aspect] = aspects
    const fills = (frame: (typeof frames)[number], depth: number): boolean =>
      aspect !== undefined && isFilled(of(frame), aspect, depth === 0 ? [] : historyOf(table))
    const frame = (rest.length === 0 && frames.find(fills)) || frames[0]
    return frame ? of(frame) : []
  }

  const leans = (message: MessageRead, on: readonly string[]): number => {
    if (message.length > LONGEST) return 0
    if (message.named.some((subject) => !on.includes(subject))) return 0
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

  return {
    cells,
    /** What a message names and asks for. */
    read,
    subjectsOf,
    subjectsMeant,

    /** The subject on the table that a message may lean on; nothing when there is none, or the message stands by itself. */
    leaning(text: string, table: Table | undefined): Leaning | undefined {
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

    /** What an answer puts on the table: its subject, and the aspects of it that it told. */
    about(text: string, entryId: string, table: Table | undefined): Part['about'] {
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

export type LeaningReader = ReturnType<typeof leaningReader>
