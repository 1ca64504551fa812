import { asAtIn, yearsIn } from '../../reading/dates.ts'
import { normalise } from '../../reading/normalise.ts'
import { NUMBER, numberOf } from '../../reading/numbers.ts'
import { beginsWith, isOneOf, phrase, says } from '../../reading/phrases.ts'
import type { TableName } from '../interestReport/interestTables.ts'

/** What somebody wants to know of the cohorts. */
export type Ask = (
  | { kind: 'overview' }
  /** Stages by their id, in the order in which they were named. */
  | { kind: 'stages'; stages: string[] }
  | { kind: 'total'; of: 'all' | 'trainees' }
  | { kind: 'compare' }
  | { kind: 'next-to-qualify' }
  | { kind: 'next-intake' }
  /** Who comes through: those in training, the next intake, those interested. */
  | { kind: 'pipeline' }
  /** Where the figures are from. */
  | { kind: 'source' }
  /** `place` and `shift`: by what nobody counts. `own`: of the asker's own team. */
  /** `against`: more or fewer than the figures on the table; `than`: than this number. */
  /** `recent`: only those who came in lately, in the asker's words: "this week". */
  | {
      kind: 'interest'
      by?: TableName | 'place' | 'shift'
      own?: boolean
      recent?: string
      against?: boolean
      than?: { number: number; fewer: boolean }
    }
  /** How the counts of interest are made; `exact`: whether there are others. */
  | { kind: 'interest-method'; exact?: boolean }
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

/** What a conversation's last figures were of. */
export type About = 'figures' | 'interest'

/** What the reading may know beside the words. */
export interface AskContext {
  /** Such as 2014-01-08, for a date without a year. */
  today?: string
  /** The names of places and of services, as people write them. */
  places?: readonly string[]
  services?: readonly string[]
}

const PURPOSE = new RegExp(phrase('askPurpose'), 'g')

/** Leaves out what it is wanted for: "for my team brief" names no team. */
const withoutPurpose = (text: string): string => text.replace(PURPOSE, ' ').replace(/ +/g, ' ').trim() || text

/**
 * Reads a question about the cohorts, as somebody typed it. What says nothing more is taken for the overview.
 * @param about what was shown last, when the message leans on it
 */
export const askOf = (message: string, context: AskContext = {}, about?: About): Ask => {
  const text = withoutPurpose(normalise(message))
  const asAt = asAtIn(text, context.today)
  const ask = kindOf(text, context, asAt !== undefined, about)
  const claimed = ask.kind === 'stages' || ask.kind === 'total' ? claimedIn(text) : undefined
  return { ...ask, ...(asAt !== undefined && { asAt }), ...(claimed !== undefined && { claimed }) }
}

const NAMES = /\bnames?\b(?! down| forward)(?<!their names?)|\b(tell|show|give) me who\b/

const includesAny = (text: string, names: readonly string[] = []): boolean =>
  names.some((name) => name !== '' && ` ${text} `.includes(` ${normalise(name)} `))

const kindOf = (text: string, { places, services }: AskContext, dated: boolean, about?: About): Ask => {
  const own = says(text, 'askOwn')
  const aboutInterest =
    (says(text, 'askInterest') && !says(text, 'askOfPosts')) || (about === 'interest' && stagesIn(text).length === 0)
  const place = says(text, 'askPlace') || includesAny(text, places)
  const service = says(text, 'askService') || includesAny(text, services)
  if (beginsWith(text, 'askEdit')) return { kind: 'edit', what: says(text, 'askFigures') ? 'figures' : 'cohort' }
  if (about && says(text, 'askWhoTold')) return about === 'interest' ? { kind: 'interest-method' } : { kind: 'source' }
  if ((NAMES.test(text) || beginsWith(text, 'askWho')) && !says(text, 'askCount'))
    return { kind: 'names', of: aboutInterest || about === 'interest' ? 'interest' : 'trainees' }
  if (says(text, 'askAsText')) return { kind: 'as-text' }
  if (says(text, 'askPipeline')) return { kind: 'pipeline' }
  if (about === 'interest' && says(text, 'askNextIntake')) return { kind: 'next-intake' }
  if (aboutInterest || says(text, 'askOfPeople')) return interestAsk(text, { own, place, service, about })
  if (says(text, 'askAttrition')) return { kind: 'attrition' }
  if (says(text, 'askToQualify')) return { kind: 'next-to-qualify' }
  if (own) return { kind: isOneOf(text, 'askTeamNumbers') ? 'interest' : 'breakdown', own }
  const split = (service || says(text, 'askTeam')) && says(text, 'askSplit')
  if (place || split) return { kind: 'breakdown' }
  const years = yearsIn(text)
  if (says(text, 'askHistory') || (years.length > 0 && !dated)) return { kind: 'history', years }
  return figureAsk(text)
}

export const RECENT = phrase('askRecent')

const interestAsk = (
  text: string,
  { own, place, service, about }: { own: boolean; place: boolean; service: boolean; about: About | undefined },
): Ask => {
  const kind = 'interest'
  if (says(text, 'askExact')) return { kind: 'interest-method', exact: true }
  const number = says(text, 'askExceeds') ? claimedNumber(text) : undefined
  if (number !== undefined) return { kind, than: { number, fewer: says(text, 'figuresLess') } }
  if (says(text, 'askMethod') || (about && (says(text, 'figuresWhen') || claimedIn(text) !== undefined)))
    return { kind: 'interest-method' }
  const [recent] = RECENT.exec(text) ?? []
  if (recent && says(text, 'askCount')) return { kind, recent }
  if (says(text, 'askHistory')) return { kind: 'interest-history' }
  if (says(text, 'askAgainst')) return { kind, against: true }
  if (own) return { kind, own }
  if (says(text, 'askBand')) return { kind, by: 'band' }
  if (place) return { kind, by: 'place' }
  if (service || says(text, 'askTeam')) return { kind, by: 'service' }
  if (says(text, 'askShift')) return { kind, by: 'shift' }
  return says(text, 'askCohort') ? { kind, by: 'cohort' } : { kind }
}

const STAGES = Object.entries({
  'first-year': phrase('firstYear'),
  'second-year': phrase('secondYear'),
  'third-year': phrase('thirdYear'),
  qualified: phrase('qualified'),
})

/** The stages that a text names, in its order. */
const stagesIn = (text: string): string[] =>
  STAGES.map(([stage, words]) => ({ stage, at: text.search(words) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
    .map(({ stage }) => stage)

const figureAsk = (text: string): Ask => {
  const stages = isOneOf(text, 'askAps') ? ['qualified'] : stagesIn(text)
  const qualified = stages.includes('qualified')
  const trainees = says(text, 'askTrainees')
  if (says(text, 'askEveryStage')) return { kind: 'overview' }
  if (says(text, 'askTotal')) return { kind: 'total', of: qualified || !trainees ? 'all' : 'trainees' }
  // "Qualified and in training" are all of them.
  if (says(text, 'askBothKinds')) return { kind: 'overview' }
  const years = stages.length - (qualified ? 1 : 0)
  if (says(text, 'askCompare') && (years > 1 || says(text, 'askWhichYear'))) return { kind: 'compare' }
  if (says(text, 'askNextIntake')) return { kind: 'next-intake' }
  if (stages.length > 0 && stages.length < 3) return { kind: 'stages', stages }
  if (trainees && stages.length === 0 && says(text, 'askCount')) return { kind: 'total', of: 'trainees' }
  return { kind: 'overview' }
}

const CLAIMED = new RegExp(`(?<!(?:yr|year|band|b) ?)\\b(?!zero)(${NUMBER})\\b(?! ?(?:st|nd|rd|or)\\b)`)

const claimedNumber = (text: string): number | undefined => numberOf(CLAIMED.exec(text)?.[1] ?? '')

/** The number in "there are ten in second year, aren't there". */
const claimedIn = (text: string): number | undefined => (says(text, 'askClaims') ? claimedNumber(text) : undefined)
