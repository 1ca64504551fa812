import type { Knowledge } from '../../content/knowledge.ts'
import type { FollowUpPhrases } from '../../content/language.ts'
import { tokenString } from '../../matching/text.ts'
import { choice } from '../choices.ts'
import type { Decision, Part } from '../decision.ts'
import type { PartMaker } from '../parts.ts'
import { latest, type Table } from '../table.ts'
import type { Enumerations } from './enumeration.ts'
import type { Detected, Reference } from './followUpDetector.ts'

/** Frames from the top among which choices are still open. */
const RECENT = 3
/** Parts that a reply has at most. */
const MOST = 3

/** The offered entry or action that a message picks by its position: "2". */
export function pickedChoice(
  text: string,
  table: Table | undefined,
  ordinals: FollowUpPhrases['nth'],
): string | undefined {
  const position = ordinals.findIndex((phrases) => phrases.map(tokenString).includes(tokenString(text)))
  return offeredIn(table)[position]
}

const offeredIn = (table: Table | undefined): readonly string[] =>
  latest(table?.slice(0, RECENT), 'choices')?.choices ?? []

/** Answers what is picked of the choices that were offered, or of what a reply listed. */
export function listedAnswers(knowledge: Knowledge, makes: PartMaker, lists: Enumerations) {
  const partsOn = (subject: string, text: string): Part[] => {
    const entry = lists.entryOn(subject)
    return entry ? [{ ...makes.chosenPart(entry.id, text), about: { subject, told: entry.aspect } }] : []
  }

  /** The subjects of a list that the latest reply was not of, or what stands beside what it was of. */
  const othersOf = (table: Table | undefined): readonly string[] => {
    const top = latest(table, 'subject')
    const [on = ''] = top ? lists.subjectsOf(top) : []
    const listed = lists.listed(table)
    return listed.includes(on) ? listed.filter((one) => one !== on) : lists.siblings(top?.id ?? '')
  }

  const subjectAt = ({ followUp, position }: Pick<Detected, 'followUp' | 'position'>, table: Table | undefined) => {
    const listed = lists.listed(table)
    if (followUp === 'nth') return listed[position ?? -1]
    if (followUp === 'last') return listed.at(-1)
    const others = othersOf(table)
    return others.length === 1 ? others[0] : undefined
  }

  return {
    /** The part that introduces a subject; none when no entry is of it. */
    partsOn,

    /** The listed subject that a message refers to by its place, or as the other one. */
    subjectAt: (reference: Reference, table: Table | undefined): string | undefined => subjectAt(reference, table),

    /** What is picked, in up to three parts; nothing when there is nothing to pick from. */
    choose(
      { followUp, position }: Pick<Detected, 'followUp' | 'position'>,
      { text, table }: { text: string; table: Table | undefined },
    ): Decision['parts'] | undefined {
      const choices = offeredIn(table)
      const [top] = table ?? []
      const isOpen = choices.length > 0 && (top?.kind === 'choices' || followUp === 'other')
      const parts = (): Part[] => {
        if (followUp === 'nth' || followUp === 'last') {
          const id = choices.at(followUp === 'last' ? -1 : (position ?? choices.length))
          if (id) return [makes.chosenPart(id, text)]
        }
        if (followUp === 'all' && isOpen)
          return choices.flatMap((id) => (knowledge.entries.has(id) ? [makes.chosenPart(id, text)] : []))
        if (followUp === 'other' && isOpen && top?.kind === 'subject' && choices.includes(top.id))
          return among(
            choices.filter((id) => id !== top.id),
            text,
          )
        if (followUp === 'all') return distinct(lists.listed(table).flatMap((subject) => partsOn(subject, text)))
        const subject = ['nth', 'last', 'other'].includes(followUp)
          ? subjectAt({ followUp, position }, table)
          : undefined
        return subject ? partsOn(subject, text) : []
      }
      const [first, ...others] = parts()
      return first && ([first, ...others].slice(0, MOST) as unknown as Decision['parts'])
    },
  }

  /** The one that is left, or which of those that are left. */
  function among(ids: readonly string[], text: string): Part[] {
    const [id, second] = ids
    if (!id) return []
    if (!second) return [makes.chosenPart(id, text)]
    const choices = ids.map((one) => choice(one, knowledge))
    return [{ outcome: 'clarify', choices, followUp: 'other', text, candidates: [{ id, confidence: 1 }] }]
  }
}

/** Parts without a second one of the same entry. */
const distinct = (parts: readonly Part[]): Part[] => [
  ...new Map(parts.map((part) => ['entry' in part ? part.entry.id : part.text, part])).values(),
]
