import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'
import { fieldNamed } from './slots/correction.ts'
import type { SlotName } from './slots/slots.ts'

/** What may be asked of a form, or of an interest that is saved, with its list in english.yaml; the first that fits counts. */
const LISTS = {
  restart: 'asksToStartAgain',
  back: 'asksToGoBack',
  asked: 'asksAgain',
  choices: 'asksForChoices',
  saved: 'asksWhetherSaved',
  held: 'asksWhatIsHeld',
  'how-many': 'asksHowMany',
  needed: 'asksWhetherNeeded',
  application: 'asksWhetherApplication',
  reference: 'asksReference',
  'change-later': 'asksToChangeLater',
  withdrawing: 'asksOfWithdrawing',
  'who-sees': 'asksAboutPrivacy',
  meaning: 'asksWhatIsMeant',
  why: 'asksWhatFor',
  heard: 'asksWhenHeard',
  next: 'asksWhatNext',
} as const

export type FormQuestionKind = keyof typeof LISTS

/** A question about the form, or about an interest that is saved. */
export interface FormQuestion {
  kind: FormQuestionKind
  /** The field that it names. */
  field?: SlotName
}

/**
 * What a message asks of the form or of the interest on the table; undefined when it asks something else.
 * @param without kinds that it cannot be, as there is no form
 */
export function formQuestionIn(text: string, without: readonly FormQuestionKind[] = []): FormQuestion | undefined {
  const said = normalise(text)
  const kind = (Object.keys(LISTS) as FormQuestionKind[]).find(
    (one) => !without.includes(one) && says(said, LISTS[one]),
  )
  const field = kind && fieldNamed(kind === 'needed' ? said : said.replace(/\bwhy\b/, ''))
  return kind && { kind, ...(field && { field }) }
}

/** What the last sentence of a message asks of the form: of the field that was given with it, where it names none. */
export function questionBeside(message: string, given: SlotName | undefined): FormQuestion | undefined {
  const question = formQuestionIn(message.split(/[.!,;\n]+\s+|\S+@\S+/).at(-1) ?? '')
  return question && given ? { field: given, ...question } : question
}

/** The kinds that only make sense while a form asks something. */
export const FORM_ONLY: readonly FormQuestionKind[] = [
  'restart',
  'back',
  'asked',
  'how-many',
  'needed',
  'meaning',
  'choices',
]
