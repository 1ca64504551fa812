import { markdownText } from '../cards/escape.ts'
import type { InterestFields } from '../interest/interest.ts'
import { FIELD_NAMES } from '../interest/interestFields.ts'
import { fieldValue, LABELS } from '../interest/labels.ts'
import type { SlotName } from './slots/slots.ts'

/** What a field is called within a sentence. */
export const fieldLabel = (field: SlotName): string => {
  if (field === 'managerKnows') return 'whether your manager knows and supports this'
  if (field === 'why') return 'reason'
  return field === 'cohort' ? 'cohort' : LABELS[field].replace(/^./, (letter) => letter.toLowerCase())
}

/** What a field asks for, and why HR wants to know it. */
export const ABOUT_FIELDS: Readonly<Record<SlotName, { means: string; because: string }>> = {
  name: { means: 'the name that HR should use for you', because: 'HR has to know whose interest it is.' },
  band: { means: 'the pay band of the job that you do now', because: 'It shows HR which band you are in now.' },
  currentRole: {
    means: 'the title of the job that you do now, such as support worker',
    because: 'It shows HR what you do now.',
  },
  cohort: { means: 'the group of people who begin together', because: 'It shows HR when you would like to begin.' },
  email: { means: 'the e-mail address that you use at work', because: 'HR can write to you there.' },
  service: { means: 'the service or team that you work in', because: 'It shows HR which service you work in.' },
  base: { means: 'the place that you work from', because: 'It shows HR where you work from.' },
  why: { means: 'a sentence or two on what interests you', because: 'HR can read what interests you.' },
  reach: { means: 'the best way and time to reach you', because: 'HR knows how to get hold of you.' },
  manager: {
    means: 'the name of the person who manages you',
    because: 'HR contacts your manager only if you say that they know and support this.',
  },
  managerKnows: {
    means: 'whether you have told your manager and they support it',
    because: 'Without a yes, HR does not contact your manager.',
  },
  tellMe: {
    means: 'whether I should write to you here when something changes',
    because: 'With a yes I write to you here when something changes.',
  },
}

/** What a form cannot be saved without. */
export const NEEDED: readonly SlotName[] = ['name', 'band', 'currentRole', 'cohort']

/** The names of fields as a list in words. */
export const listOf = (fields: readonly SlotName[], before = ''): string => {
  const names = fields.map((field) => `${before}${fieldLabel(field)}`)
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

const FROM_TEAMS: readonly string[] = ['name', 'email', 'tellMe', 'managerKnows']

/**
 * What a message changed, said back: "Changed: base is Kirkby, not Huyton." Empty when it changed nothing that was there.
 * @param corrects whether it says that something was wrong; else a name or address given by Teams is only replaced
 */
export function changedWords(
  before: Partial<InterestFields>,
  after: Partial<InterestFields>,
  corrects: boolean,
): string {
  const changes = FIELD_NAMES.flatMap((field) => {
    const was = fieldValue(before, field)
    const is = fieldValue(after, field)
    if (was === is || was === '' || (!corrects && FROM_TEAMS.includes(field))) return []
    const label = field === 'tellMe' || field === 'managerKnows' ? `“${LABELS[field]}”` : fieldLabel(field)
    if (is && (field === 'why' || field === 'reach')) return [label]
    return [is ? `${label} is ${markdownText(is)}, not ${markdownText(was)}` : `${label} is left out`]
  })
  return changes.length > 0 ? `Changed: ${changes.join('; ')}.` : ''
}
