import type { TableName } from '../interestReport/interestTables.ts'
import { asAtIn, yearsIn } from './askDates.ts'
import { askWords, includesAny, normalised, stagesIn, withoutPurpose } from './askWords.ts'

/** What somebody wants to know of the cohorts. */
export type Ask = (
  | { kind: 'overview' }
  /** Stages by their id, in the order in which they were named. */
  | { kind: 'stages'; stages: string[] }
  | { kind: 'total'; of: 'all' | 'trainees' }
  | { kind: 'compare' }
  | { kind: 'next-to-qualify' }
  | { kind: 'next-intake' }
  /** `place`: by where people work, which nobody counts. `own`: of the asker's own team. */
  /** `recent`: only those who came in lately, in the asker's words: "this week". */
  | { kind: 'interest'; by?: TableName | 'place'; own?: boolean; recent?: string }
  | { kind: 'interest-history' }
  | { kind: 'names'; of: 'trainees' | 'interest' }
  | { kind: 'breakdown'; own?: boolean }
  | { kind: 'attrition' }
  | { kind: 'history'; years: string[] }
  | { kind: 'as-text' }
  | { kind: 'edit'; what: 'figures' | 'cohort' }
) & {
  /** Only what was so at this date: 2014, 2014-01 or 2014-01-08. */
  asAt?: string
  /** A number that the message takes for granted. */
  claimed?: number
}

export type AskKind = Ask['kind']

/** What the reading may know beside the words. */
export interface AskContext {
  /** Such as 2014-01-08, for a date without a year. */
  today?: string
  /** The names of places and of services, as people write them. */
  places?: readonly string[]
  services?: readonly string[]
}

const has = (pattern: RegExp, text: string): boolean => pattern.test(text)

/** Reads a question about the cohorts, as somebody typed it. What says nothing more is taken for the overview. */
export const askOf = (message: string, context: AskContext = {}): Ask => {
  const whole = normalised(message)
  const text = withoutPurpose(whole)
  const asAt = asAtIn(text, context.today)
  const ask = kindOf(text, context, asAt !== undefined)
  const claimed = claimedIn(text)
  return {
    ...ask,
    ...(asAt !== undefined && { asAt }),
    ...(claimed !== undefined && (ask.kind === 'stages' || ask.kind === 'total') && { claimed }),
  }
}

const kindOf = (text: string, { places = [], services = [] }: AskContext, dated: boolean): Ask => {
  const words = askWords
  const own = has(words.own, text)
  const aboutInterest = has(words.interest, text)
  const place = has(words.place, text) || includesAny(text, places)
  const service = has(words.service, text) || includesAny(text, services)
  const team = has(words.team, text)
  if (has(words.edit, text)) return { kind: 'edit', what: has(words.figures, text) ? 'figures' : 'cohort' }
  if (has(words.names, text) && !has(words.count, text))
    return { kind: 'names', of: aboutInterest ? 'interest' : 'trainees' }
  if (has(words.asText, text)) return { kind: 'as-text' }
  if (aboutInterest || has(words.ofPeople, text)) return interestAsk(text, { own, place, service })
  if (has(words.attrition, text)) return { kind: 'attrition' }
  if (has(words.toQualify, text)) return { kind: 'next-to-qualify' }
  if (own) return has(words.teamNumbers, text) ? { kind: 'interest', own } : { kind: 'breakdown', own }
  if (place || ((service || team) && has(words.split, text))) return { kind: 'breakdown' }
  const years = yearsIn(text)
  if (has(words.history, text) || (years.length > 0 && !dated)) return { kind: 'history', years }
  return figureAsk(text)
}

const interestAsk = (
  text: string,
  { own, place, service }: { own: boolean; place: boolean; service: boolean },
): Ask => {
  const words = askWords
  const recent = words.recent.exec(text)?.[0]
  if (recent && has(words.count, text)) return { kind: 'interest', recent }
  if (has(words.history, text)) return { kind: 'interest-history' }
  if (own) return { kind: 'interest', own }
  if (has(words.band, text)) return { kind: 'interest', by: 'band' }
  if (place) return { kind: 'interest', by: 'place' }
  if (service || has(words.team, text)) return { kind: 'interest', by: 'service' }
  if (has(words.cohort, text)) return { kind: 'interest', by: 'cohort' }
  return { kind: 'interest' }
}

const figureAsk = (text: string): Ask => {
  const words = askWords
  const stages = stagesIn(text)
  const years = stages.filter((stage) => stage !== 'qualified')
  if (has(words.everyStage, text)) return { kind: 'overview' }
  if (has(words.total, text))
    return { kind: 'total', of: stages.includes('qualified') || !has(words.trainees, text) ? 'all' : 'trainees' }
  if (has(words.bothKinds, text)) return { kind: 'overview' }
  if (has(words.compare, text) && (years.length > 1 || has(words.whichYear, text))) return { kind: 'compare' }
  if (has(words.nextIntake, text)) return { kind: 'next-intake' }
  if (stages.length > 0 && stages.length < 3) return { kind: 'stages', stages }
  if (has(words.trainees, text) && stages.length === 0 && has(words.count, text))
    return { kind: 'total', of: 'trainees' }
  return { kind: 'overview' }
}

const NUMBERS = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** The number in "there are ten in second year, aren't there". */
const claimedIn = (text: string): number | undefined => {
  if (!has(askWords.claim, text)) return undefined
  const [, number = ''] =
    new RegExp(`(?<!(?:yr|year|band|b) ?)\\b(\\d{1,3}|${NUMBERS.slice(1).join('|')})\\b(?! ?(?:st|nd|rd|or)\\b)`).exec(
      text,
    ) ?? []
  if (number === '') return undefined
  return /^\d/.test(number) ? Number(number) : NUMBERS.indexOf(number)
}
