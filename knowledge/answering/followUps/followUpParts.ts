import type { Entry, Knowledge } from '../../content/knowledge.ts'
import { relatedChoices } from '../choices.ts'
import type { Audience, Part } from '../decision.ts'
import type { PartMaker } from '../parts.ts'
import type { Cells } from '../subjects/cells.ts'
import type { Enumerations } from './enumeration.ts'
import type { FollowUp } from './followUpDetector.ts'
import { nextInOrder } from './nextInOrder.ts'
import * as sayings from './sayings.ts'
import type { SubjectFrame, ToldReader } from './told.ts'

/** Aspects by their ids in `subjects.yaml`. */
const ASPECT = { reason: 'why', example: 'example' } as const

interface Deps {
  cells: Cells
  lists: Enumerations
  told: ToldReader
  makes: PartMaker
}

/** Makes the part that a follow-up of what was told is answered with. */
export function followUpParts(knowledge: Knowledge, deps: Deps) {
  const { cells, lists, told, makes } = deps
  const inOrder = nextInOrder(deps)

  /** The reason for, or an example of, what was told: that of its cell where the two belong together, or that none is published. */
  const ofCell = (frame: SubjectFrame, asked: 'reason' | 'example', text: string): Part => {
    const { entry } = told.toldIn(frame)
    const on = lists.subjectsOf(frame)
    const isNear = (other: Entry): boolean =>
      other.related.includes(frame.id) || (entry?.related.includes(other.id) ?? false)
    const filling = on
      .flatMap((one) => cells.entriesOf(one, ASPECT[asked]))
      .flatMap((id) => knowledge.entries.get(id) ?? [])
      .find((one) => one.id !== frame.id && isNear(one))
    if (filling) return { ...makes.chosenPart(filling.id, text), about: { subject: on[0], told: [ASPECT[asked]] } }
    const none = asked === 'reason' ? sayings.noReason : sayings.noExample
    return told.partOn(frame, text).composed(none(`${on[0] ?? frame.id}/${ASPECT[asked]}`, entry))
  }

  /** @returns nothing when it cannot be asked of this */
  return (followUp: FollowUp, frame: SubjectFrame, text: string, audience: Audience): Part | undefined => {
    const { entry, silence } = told.toldIn(frame)
    const part = told.partOn(frame, text)
    switch (followUp) {
      case 'source':
        return silence ? part.composed(sayings.sureOf(silence), followUp) : entry && part.entry(entry, followUp)
      case 'plainer':
        if (frame.plainly) return part.composed(sayings.plainest(frame.id), followUp, 'answered')
        return silence ? part.composed(sayings.plainerSilence(silence), followUp) : entry && part.entry(entry, followUp)
      case 'verdict':
        return silence ? part.composed(sayings.verdictOn(silence), followUp) : entry && part.entry(entry, followUp)
      case 'again':
      case 'first':
      case 'before':
      case 'all':
        return silence ? part.composed(silence, 'again') : entry && part.entry(entry, 'again')
      case 'reason':
      case 'example':
        return ofCell(frame, followUp, text)
      case 'next':
      case 'previous':
      case 'start':
      case 'end':
        return inOrder(frame, followUp, text)
      case 'more':
      case 'other':
      case 'notThat': {
        const choices = entry ? relatedChoices(entry, knowledge, audience) : []
        const kind = followUp === 'more' ? 'more' : 'other'
        const candidates = [{ id: frame.id, confidence: 1 }]
        return choices.length > 0 ? { outcome: 'clarify', choices, followUp: kind, text, candidates } : undefined
      }
      case 'last':
        return undefined
    }
  }
}
