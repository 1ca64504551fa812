import { markdownText } from '../cards/escape.ts'
import type { FieldChange } from '../interest/interest.ts'
import type { CohortEvent } from './cohortStore.ts'
import { momentInWords } from './words.ts'

const FIELDS: Record<string, string> = {
  name: 'Name',
  state: 'Open or closed',
  opensAt: 'Opens',
  closesAt: 'Closes',
  advertLink: 'Advert',
  advertClosesAt: 'Advert closes',
}

const value = (field: string, text: string): string => {
  if (text === '') return 'nothing'
  return field.endsWith('At') ? momentInWords(text) : markdownText(text)
}

const changeInWords = ({ field, old, new: now }: FieldChange): string =>
  `${FIELDS[field] ?? field}: ${value(field, old)} → ${value(field, now)}`

/** What was changed, from what to what. */
export const changesInWords = (changes: readonly FieldChange[]): string => changes.map(changeInWords).join('; ')

/** Who changed what, and when. */
export const eventInWords = ({ at, by, changes }: CohortEvent, of = ''): string =>
  `${momentInWords(at)}, ${markdownText(by.name)}: ${of === '' ? '' : `${markdownText(of)}. `}${changesInWords(changes)}.`

/** The line that stands above the card once a form was saved. */
export const savedInWords = (of: string, changes: readonly FieldChange[]): string =>
  `Saved. ${markdownText(of)}: ${changesInWords(changes)}.`
