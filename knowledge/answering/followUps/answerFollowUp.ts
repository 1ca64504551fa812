import type { Knowledge } from '../../content/knowledge.ts'
import type { Reading } from '../arbiter.ts'
import type { Audience, Decision, Part } from '../decision.ts'
import type { PartMaker } from '../parts.ts'
import type { LeaningReader } from '../subjects/leaning.ts'
import { type FrameKind, latest, put, type Table } from '../table.ts'
import { enumerations } from './enumeration.ts'
import type { Detected, Detection } from './followUpDetector.ts'
import { followUpParts } from './followUpParts.ts'
import { listedAnswers } from './listedAnswers.ts'
import { isFact, type SubjectFrame, subjectFrames, toldReader } from './told.ts'

/** What a follow-up comes to: a decision, or a message to be decided with this on the table and what becomes of that. */
export type Followed = Decision | { ask: string; table: Table; settle: (decision: Decision) => Decision }

interface Asked {
  text: string
  audience: Audience
  table: Table | undefined
}

/** Evidence that a message is a follow-up of what was told: with that on top of the table, and under something else. */
const EVIDENCE = { onTop: 0.9, under: 0.5 }
/** The frames that answers put on the table. */
const OWN: readonly (FrameKind | undefined)[] = ['subject', 'figures', 'choices']

/** Answers follow-ups from what lies on the table. */
export function followUpAnswering(knowledge: Knowledge, makes: PartMaker, reader: LeaningReader) {
  const { cells } = reader
  const lists = enumerations(knowledge)
  const told = toldReader(knowledge, { cells, lists, reader, makes })
  const partFor = followUpParts(knowledge, { cells, lists, told, makes })
  const listed = listedAnswers(knowledge, makes, lists)

  const decided = (part: Part | undefined, because: string, { table }: Asked): Decision | undefined => {
    const [top] = table ?? []
    const on = latest(table, 'subject')?.id ?? ''
    const evidence = OWN.includes(top?.kind) ? EVIDENCE.onTop : EVIDENCE.under
    const won: Reading = { of: 'subject', on, because: `asks ${because}`, evidence }
    return part && { parts: [part], reading: { won } }
  }

  /** What somebody makes of a reply for others: what is published of them, without the yes or no. */
  const verdictOnOthers = ([subject]: readonly string[], { text, table = [] }: Asked): Followed => {
    const withVerdict = (part: Part): Part =>
      'entry' in part && isFact(part.entry) ? { ...part, followUp: 'verdict' } : part
    const [part] = subject ? listed.partsOn(subject, text) : []
    if (part) return { parts: [withVerdict(part)] }
    return { ask: text, table, settle: (decision) => ({ ...decision, parts: [withVerdict(decision.parts[0])] }) }
  }

  const answerOne = ({ followUp, about, position }: Detected, asked: Asked): Followed | undefined => {
    const { text, table, audience } = asked
    const chosen = listed.choose({ followUp, position }, asked)
    if (chosen) return { parts: chosen }
    const frames = subjectFrames(table)
    const facts = frames.filter(told.isTold)
    const [top] = frames
    if (followUp === 'nth' || !top) return undefined
    const { named, rest } = reader.read(about ?? '')
    const names = about !== undefined && named.length + rest.length > 0
    if (followUp === 'verdict' && names) return verdictOnOthers(named, asked)
    const earlier = followUp === 'first' ? facts.at(-1) : facts[told.isTold(top) ? 1 : 0]
    const latestFact = told.isTold(top) ? top : undefined
    const frame = followUp === 'first' || followUp === 'before' ? earlier : latestFact
    const meant = names ? told.frameNamed(about, facts) : frame
    return meant && decided(partFor(followUp, meant, text, audience), followUp, asked)
  }

  /** Comes back to a subject that was spoken of, or to another by its name: told again, or asked something of. */
  const comeBack = ({ text: words, question }: Detection, asked: Asked): Followed | undefined => {
    const frames = subjectFrames(asked.table)
    const { named, partly, aspects, rest } = reader.read(words)
    const frame = named.length + partly.length > 0 ? told.frameNamed(words, frames) : undefined
    const back = frame ?? frameOf(named[0])
    const read = question === undefined ? undefined : reader.read(question)
    const leans = read !== undefined && read.aspects.length > 0 && read.rest.length === 0
    const asks = question ? (leans ? question : `${words}, ${question}`) : words
    const ask = question || aspects.length + rest.length > 0 ? asks : undefined
    if (!back) return undefined
    if (ask) return { ask, table: put(asked.table, back), settle: (decision) => decision }
    return decided(told.isTold(back) ? partFor('again', back, words, asked.audience) : undefined, 'to go back', asked)
  }

  const frameOf = (subject: string | undefined): SubjectFrame | undefined => {
    const entry = lists.entryOn(subject ?? '')
    return entry && { kind: 'subject', id: entry.id, subject, told: entry.aspect }
  }

  /** The same of another subject, where a correction is no more than its name: "no, I meant the interview". */
  const sameOf = (words: string, { table }: Asked): Followed | undefined => {
    const { named, aspects, rest } = reader.read(words)
    const [subject] = named
    const [aspect, ...others] = latest(table, 'subject')?.told ?? []
    if (!subject || aspects.length + rest.length > 0 || !aspect || others.length > 0) return undefined
    const [id] = cells.entriesOf(subject, aspect)
    const about = { subject, told: [aspect] }
    if (id) return { parts: [{ ...makes.chosenPart(id, words), about }] }
    const none = cells.notPublished(subject, aspect)
    const part = none && told.partOn({ kind: 'subject', id: none.id, ...about }, words).composed(none)
    return part && { parts: [part] }
  }

  /** The message with a name for what it refers to by its place in what was listed. */
  const askedByName = ({ reference }: Detection, { table }: Asked): Followed | undefined => {
    const subject = reference && listed.subjectAt(reference, table)
    const frame = frameOf(subject)
    const name = subject && cells.nameOf(subject)
    if (!reference || !frame || !name) return undefined
    return { ask: reference.named(name), table: put(table, frame), settle: (decision) => decision }
  }

  return {
    /** Answers what a message asks of what was said before; nothing when nothing was said that it may refer to. */
    answer(detection: Detection, asked: Asked): Followed | undefined {
      const { followUps, shift, text } = detection
      for (const one of followUps) {
        const followed = answerOne(one, asked)
        if (followed) return followed
      }
      if (shift === 'away') return sameOf(text, asked)
      return shift === 'back' ? comeBack(detection, asked) : askedByName(detection, asked)
    },
  }
}
