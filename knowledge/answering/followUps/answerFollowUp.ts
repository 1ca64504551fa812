import type { Entry, Knowledge } from '../../content/knowledge.ts'
import { relatedChoices } from '../choices.ts'
import type { Audience, Composed, Decision, Part } from '../decision.ts'
import type { PartMaker } from '../parts.ts'
import { cellsOf } from '../subjects/cells.ts'
import type { LeaningReader } from '../subjects/leaning.ts'
import { type Frame, latest, put, type Table } from '../table.ts'
import { earlierMentions } from './earlierMentions.ts'
import { enumerations } from './enumeration.ts'
import type { Detected, Detection, FollowUp } from './followUpDetector.ts'
import { listedAnswers } from './listedAnswers.ts'
import * as sayings from './sayings.ts'

type SubjectFrame = Frame<'subject'>

/** What a follow-up comes to: parts, or a message to be decided with this on the table, and what becomes of that decision. */
export type Followed =
  | { parts: Decision['parts'] }
  | { ask: string; table: Table; settle?: (decision: Decision) => Decision }

interface Asked {
  text: string
  audience: Audience
  table: Table | undefined
}

/** Aspects of a cell that a follow-up asks for, by the ids of `subjects.yaml`. */
const ASPECT = { reason: 'why', example: 'example', next: 'next', previous: 'before' } as const

/** Answers follow-ups from what lies on the table. */
export function followUpAnswering(knowledge: Knowledge, makes: PartMaker, reader: LeaningReader) {
  const { entries } = knowledge
  const cells = cellsOf(knowledge)
  const lists = enumerations(knowledge)
  const listed = listedAnswers(knowledge, makes, lists)

  /** The entry of a frame, if it states a fact or that none is published; and what it composed where no entry was told. */
  const toldIn = (frame: SubjectFrame): { entry?: Entry; silence?: Composed } => {
    const { id, subject, told } = frame
    const entry = entries.get(id)
    const [aspect] = told ?? []
    const isEmpty = subject && told && told.length < 2 && !(aspect && cells.entriesOf(subject, aspect).length > 0)
    const silence = isEmpty && (aspect ? cells.notPublished(subject, aspect) : cells.noMore(subject))
    return {
      ...(entry && isFact(entry) && { entry }),
      ...(silence && (!entry || silence.beside?.id === id) && { silence }),
    }
  }
  const isTold = (frame: SubjectFrame): boolean => Object.keys(toldIn(frame)).length > 0

  /** The frame that words name: by a subject of it, or by words that its entry mentions. */
  const frameOf = (
    words: string,
    frames: readonly SubjectFrame[],
    table: Table | undefined,
  ): SubjectFrame | undefined => {
    const { named, partly } = reader.read(words)
    const mentions = earlierMentions(words, table, entries)
    return (
      frames.find((frame) => lists.subjectsOf(frame).some((one) => named.includes(one) || partly.includes(one))) ??
      frames.find(({ id }) => mentions.includes(id))
    )
  }

  const partOn = (frame: SubjectFrame, text: string) => {
    const about = { about: { subject: frame.subject, told: frame.told } }
    const told = (entry: Entry, followUp: Part['followUp']): Part => ({
      ...makes.chosenPart(entry.id, text),
      ...(frame.subject && about),
      followUp,
    })
    const composed = (one: Composed, followUp?: Part['followUp'], outcome?: 'answered'): Part => ({
      outcome: outcome ?? 'not-stated',
      composed: one,
      text,
      candidates: [{ id: one.id, confidence: 1 }],
      ...(frame.subject && about),
      ...(followUp && { followUp }),
    })
    return { told, composed }
  }

  /** The reason for, or an example of, what was told: its cell where it is filled, or that none is published. */
  const cellPart = (frame: SubjectFrame, asked: 'reason' | 'example', text: string): Part => {
    const { entry } = toldIn(frame)
    const on = lists.subjectsOf(frame)
    const near = (other: Entry): boolean =>
      other.related.includes(frame.id) || (entry?.related.includes(other.id) ?? false)
    const filling = on
      .flatMap((one) => cells.entriesOf(one, ASPECT[asked]))
      .flatMap((id) => entries.get(id) ?? [])
      .find((one) => one.id !== frame.id && near(one))
    if (filling) return { ...makes.chosenPart(filling.id, text), about: { subject: on[0], told: [ASPECT[asked]] } }
    const id = `${on[0] ?? frame.id}/${ASPECT[asked]}`
    const none = asked === 'reason' ? sayings.noReason : sayings.noExample
    return partOn(frame, text).composed(none(id, entry))
  }

  /** What comes before or after what was told in its order, or that nothing is published of it. */
  const orderPart = (
    frame: SubjectFrame,
    asked: 'next' | 'previous' | 'start' | 'end',
    text: string,
  ): Part | undefined => {
    const place = lists.orderOf(frame)
    if (!place) return undefined
    const { order, from, to } = place
    const at = { next: to + 1, previous: from - 1, start: 0, end: order.length - 1 }[asked]
    const beside = order[asked === 'next' ? to : from] ?? ''
    const subject = order[at]
    const entry = subject && lists.entryOn(subject)
    if (!subject || !entry) {
      const aspect = asked === 'previous' ? ASPECT.previous : ASPECT.next
      const [filling] = cells.entriesOf(beside, aspect)
      const none = cells.notPublished(beside, aspect)
      return filling && filling !== frame.id
        ? makes.chosenPart(filling, text)
        : none && partOn(frame, text).composed(none)
    }
    const [name, besideName] = [cells.nameOf(subject) ?? '', cells.nameOf(beside) ?? '']
    const straight = {
      next: `After ${besideName} comes ${name}.`,
      previous: `Before ${besideName} comes ${name}.`,
      start: `First comes ${name}.`,
      end: `Last comes ${name}.`,
    }[asked]
    return { ...makes.chosenPart(entry.id, text), straight, about: { subject, told: entry.aspect } }
  }

  const partFor = (
    followUp: FollowUp,
    frame: SubjectFrame,
    frames: readonly SubjectFrame[],
    asked: Asked,
  ): Part | undefined => {
    const { text, audience } = asked
    const { entry, silence } = toldIn(frame)
    const { told, composed } = partOn(frame, text)
    switch (followUp) {
      case 'source':
        return silence ? composed(sayings.sureOf(silence), 'source') : entry && told(entry, 'source')
      case 'plainer':
        if (frame.plainly) return composed(sayings.plainest(frame.id), 'plainer', 'answered')
        return silence ? composed(sayings.plainerSilence(silence), 'plainer') : entry && told(entry, 'plainer')
      case 'verdict':
        if (silence) return composed(sayings.verdictOnSilence(silence), 'verdict')
        return entry && verdictPart(told(entry, 'verdict'))
      case 'reason':
      case 'example':
        return cellPart(frame, followUp, text)
      case 'next':
      case 'previous':
      case 'start':
      case 'end':
        return orderPart(frame, followUp, text)
      case 'again':
        return silence ? composed(silence, 'again') : entry && told(entry, 'again')
      case 'first':
      case 'before': {
        const earlier = followUp === 'first' ? frames.at(-1) : frames[1]
        return earlier && partFor('again', earlier, frames, asked)
      }
      case 'more':
      case 'other':
      case 'notThat': {
        const choices = entry ? relatedChoices(entry, knowledge, audience) : []
        const candidates = [{ id: frame.id, confidence: 1 }]
        const kind = followUp === 'more' ? 'more' : 'other'
        return choices.length > 0 ? { outcome: 'clarify', choices, followUp: kind, text, candidates } : undefined
      }
      case 'all':
        return entry && told(entry, 'again')
      case 'last':
        return undefined
    }
  }

  const answerOne = ({ followUp, about, position }: Detected, asked: Asked): Followed | undefined => {
    const { table } = asked
    const chosen = listed.choose({ followUp, position }, asked)
    if (chosen) return { parts: chosen }
    const frames = (table ?? []).filter((frame): frame is SubjectFrame => frame.kind === 'subject')
    const told = frames.filter(isTold)
    const [top] = frames
    if (followUp === 'nth' || !told[0] || !top) return undefined
    const { named, rest } = reader.read(about ?? '')
    const names = about !== undefined && named.length + rest.length > 0
    if (followUp === 'verdict' && names) return verdictOnOthers(named, asked)
    const looksBack = followUp === 'first' || followUp === 'before'
    const frame = names ? frameOf(about, told, table) : looksBack ? told[0] : isTold(top) ? top : undefined
    const back = followUp === 'before' && !isTold(top) ? 'again' : followUp
    const part = frame && partFor(back, frame, told, asked)
    return part && { parts: [part] }
  }

  /** What somebody makes of a reply for others: what is published of them, without the yes or no. */
  const verdictOnOthers = ([subject]: readonly string[], { text, table = [] }: Asked): Followed => {
    const entry = subject && lists.entryOn(subject)
    if (entry)
      return { parts: [verdictPart({ ...makes.chosenPart(entry.id, text), about: { subject, told: entry.aspect } })] }
    const settle = (decision: Decision): Decision => ({ ...decision, parts: [verdictPart(decision.parts[0])] })
    return { ask: text, table, settle }
  }

  const verdictPart = (part: Part): Part => {
    if (!('entry' in part) || !isFact(part.entry)) return part
    const { entry, text, candidates, about } = part
    const outcome = entry.kind === 'answer' ? 'answered' : 'not-stated'
    return {
      outcome,
      composed: sayings.verdictOn(entry),
      followUp: 'verdict',
      text,
      candidates,
      ...(about && { about }),
    }
  }

  return {
    /** Answers what a message asks of what was said before; nothing when nothing was said that it may refer to. */
    answer({ followUps, reference }: Detection, asked: Asked): Followed | undefined {
      for (const one of followUps) {
        const followed = answerOne(one, asked)
        if (followed) return followed
      }
      const subject = reference && listed.subjectAt(reference, asked.table)
      const entry = subject && lists.entryOn(subject)
      if (!subject || !entry) return undefined
      const table = put(asked.table, { kind: 'subject', id: entry.id, subject, told: entry.aspect })
      return { ask: reference.named(cells.nameOf(subject) ?? ''), table }
    },

    /** Comes back to a subject that was spoken of, or to another by its name: told again, or asked something of. */
    comeBack({ text: words, question }: Detection, { audience, table }: Asked): Followed | undefined {
      const frames = (table ?? []).filter((frame): frame is SubjectFrame => frame.kind === 'subject')
      const { named, partly, aspects, rest } = reader.read(words)
      const of = (frame: SubjectFrame, ids: readonly string[]) =>
        lists.subjectsOf(frame).some((one) => ids.includes(one))
      const frame = frames.find((one) => of(one, named)) ?? frames.find((one) => of(one, partly))
      const [name] = named
      const entry = name && lists.entryOn(name)
      const back = frame ?? (entry && ({ kind: 'subject', id: entry.id, subject: name, told: entry.aspect } as const))
      if (!back) return undefined
      const ask = question ? `${words}, ${question}` : aspects.length + rest.length > 0 ? words : undefined
      if (ask) return { ask, table: put(table, back) }
      const part = isTold(back) ? partFor('again', back, frames, { text: words, audience, table }) : undefined
      return part && { parts: [part] }
    },

    /** The same of another subject, where a correction is no more than its name: "no, I meant the interview". */
    sameOf(words: string, { table }: Asked): Followed | undefined {
      const { named, aspects, rest } = reader.read(words)
      const [subject] = named
      const [aspect, ...others] = latest(table, 'subject')?.told ?? []
      if (!subject || aspects.length + rest.length > 0 || !aspect || others.length > 0) return undefined
      const [id] = cells.entriesOf(subject, aspect)
      const none = cells.notPublished(subject, aspect)
      const about = { about: { subject, told: [aspect] } }
      if (id) return { parts: [{ ...makes.chosenPart(id, words), ...about }] }
      const candidates = none && [{ id: none.id, confidence: 1 }]
      return (
        none && candidates && { parts: [{ outcome: 'not-stated', composed: none, text: words, candidates, ...about }] }
      )
    },
  }
}

const isFact = ({ kind }: Entry): boolean => kind === 'answer' || kind === 'not-stated'
