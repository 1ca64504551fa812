import { markdownText } from '../../cards/escape.ts'
import type { FieldChange } from '../../interest/interest.ts'
import type { LocalTime } from '../../localTime.ts'
import type { CohortEvent } from '../cohortStore.ts'

const FIELDS: Record<string, string> = {
  name: 'Name',
  state: 'Open or closed',
  opensAt: 'Opens',
  closesAt: 'Closes',
  advertLink: 'Advert',
  advertClosesAt: 'Advert closes',
}

const valueInWords = (field: string, text: string, time: LocalTime): string => {
  if (text === '') return 'nothing'
  return field.endsWith('At') ? time.dayAndClockTime(text) : markdownText(text)
}

const changesInWords = (changes: readonly FieldChange[], time: LocalTime): string =>
  changes
    .map(({ field, old, new: now }) => {
      const [before, after] = [old, now].map((value) => valueInWords(field, value, time))
      return `${FIELDS[field] ?? field}: ${before} → ${after}`
    })
    .join('; ')

/** Who changed what, and when. */
export const eventInWords = ({ at, by, changes }: CohortEvent, time: LocalTime, of = ''): string =>
  `${time.dayAndClockTime(at)}, ${markdownText(by.name)}: ${of === '' ? '' : `${markdownText(of)}. `}${changesInWords(changes, time)}.`

/** The line that stands above the card once a form was saved. */
export const savedInWords = (of: string, changes: readonly FieldChange[], time: LocalTime): string =>
  `Saved. ${markdownText(of)}: ${changesInWords(changes, time)}.`
