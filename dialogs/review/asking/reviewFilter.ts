import type { Places } from '../../../knowledge/content/places.ts'
import { ANY_LATER_COHORT, type Status } from '../../interest/interest.ts'
import { bandsIn } from '../../reading/bands.ts'
import { isDenied } from '../../reading/corrections.ts'
import { AGE, daysOf, MONTH } from '../../reading/dates.ts'
import { readManager } from '../../reading/manager.ts'
import { personAt } from '../../reading/person.ts'
import { anyOf, endsWith, isOneOf, says } from '../../reading/phrases.ts'
import { readCohort } from '../../reading/preferences.ts'
import { rolesIn } from '../../reading/roles.ts'
import { listedTeams, type TeamFound, unlistedTeams } from '../../reading/teams.ts'
import {
  findEach,
  joins,
  keyAt,
  type Message,
  type Span,
  spanText,
  take,
  within,
  wordsBefore,
  wordsFrom,
} from '../../reading/tokens.ts'
import { vocabularyOf } from '../../reading/vocabulary.ts'
import { likeness } from '../../reading/wordKinds.ts'

/** What a message of HR's narrows a list to. Roles, teams and places carry the names of the vocabulary. */
export interface ReviewFilter {
  band?: string
  /** When it names more than one. */
  bands?: string[]
  /** "everything except band 2". */
  notBand?: string
  role?: string
  team?: string
  manager?: string
  status?: Status
  /** "not contacted yet", "hide the closed ones". */
  notStatus?: Status
  cohort?: string
  name?: string
  /** "older than two weeks". */
  olderThanDays?: number
  /** "in the last 7 days". */
  newerThanDays?: number
  assignee?: 'me' | 'nobody'
  /** Who has it, by name. */
  assignedTo?: string
}

/** The band, role, team and manager that a message names. What it leaves out of the list is not among them. */
export function readReviewFilter(message: Message, places: Places): ReviewFilter {
  const vocabulary = vocabularyOf(places)
  const filter: ReviewFilter = {}
  const free = (span: Span) => !message.taken[span.from]
  const meant = (span: Span) => !endsWith(wordsBefore(message, span.from, 3), 'except') && !isDenied(message, span)
  const takeAll = (spans: readonly Span[]) => {
    for (const span of spans) take(message, span)
  }
  const roles = rolesIn(message, vocabulary).filter((role) => role.item && free(role))
  const teams = listedTeams(message, vocabulary, false)
  const stops = within([...roles, ...teams])
  const manager = readManager(message, stops) ?? staffOf(message, stops) ?? managerAbove(message)
  if (manager) {
    filter.manager = spanText(message, manager).replace(/['’]s?$/, '')
    take(message, manager)
  }
  const bands = bandsIn(message, false).filter(({ valid, bare }) => valid && !bare)
  takeAll(bands)
  const kept = [...new Set(bands.filter(meant).map(({ band }) => band))]
  if (kept[0]) filter.band = kept[0]
  if (kept.length > 1) filter.bands = kept
  const left = bands.find((band) => !meant(band))
  if (left) filter.notBand = left.band
  const role = roles.find((one) => free(one) && meant(one) && !one.item?.programme)
  const listed = teams.filter((one) => free(one) && (!role || one.to <= role.from || one.from >= role.to))
  takeAll([...roles, ...listed])
  const team = [...listed, ...unlistedTeams(message, vocabulary, true, false)].filter(meant)
  takeAll(team)
  if (role?.item) filter.role = role.item.name
  if (team.length > 0) filter.team = [...new Set(team.map((one) => teamName(message, one)))].join(' ')
  return { ...filter, ...readRest(message) }
}

const teamName = (message: Message, team: TeamFound): string =>
  team.names.length > 0 ? team.names.join(' ') : spanText(message, team)

/** "Maureen Fazakerley's staff". */
function staffOf(message: Message, stops: (at: number) => boolean): Span | undefined {
  const people = findEach(message, (at) =>
    isOneOf(keyAt(message, at), 'beforeStaffOf') ? undefined : personAt(message, at, { labelled: true, stops }),
  )
  return people.find(({ to }) => {
    const { start, end } = message.tokens[to - 1] ?? { start: 0, end: 0 }
    const owns = /['’]s?$/.test(message.text.slice(start, end + 1).trimEnd())
    return owns && joins(message, to) && isOneOf(keyAt(message, to), 'staffOf')
  })
}

const UNDER = /\b(under|report to|reports to|reporting to|answer to|answers to|belong to|work for|works for)$/

/** "which are under tom": in an officer's mouth a name alone is enough. */
const managerAbove = (message: Message): Span | undefined => {
  const from = message.tokens.findIndex(
    (token, at) => likeness(token) === 'name' && !message.taken[at] && UNDER.test(wordsBefore(message, at, 2)),
  )
  return from < 0 ? undefined : { from, to: from + 1 }
}

const COHORT = new RegExp(`\\b${MONTH}\\b(?= ones| only| lot)`)
/** "The other one" of HR's list is a person, and no cohort. */
const LATER = /\b(later|next year|cohorts?|intakes?)\b/
const OLDER = new RegExp(`\\b${anyOf('olderThan')} ${AGE}\\b`)
const NEWER = new RegExp(`\\b${anyOf('newerThan')} ${AGE}\\b`)
const THIS = /\bthis (week|month|year)\b/

/** Cohort, age and who has it. */
function readRest(message: Message): ReviewFilter {
  const text = wordsFrom(message, 0)
  const filter: ReviewFilter = {}
  const spoken = readCohort(message.text, false, ANY_LATER_COHORT)
  const cohort = (spoken !== ANY_LATER_COHORT || LATER.test(text) ? spoken : undefined) ?? COHORT.exec(text)?.[0]
  if (says(text, 'wantsLater')) filter.cohort = ANY_LATER_COHORT
  else if (cohort) filter.cohort = cohort
  const older = OLDER.exec(text)
  if (older) filter.olderThanDays = daysOf(older[1], older[2])
  const newer = NEWER.exec(text)
  const unit = THIS.exec(text)?.[1]
  if (newer) filter.newerThanDays = daysOf(newer[1], newer[2])
  else if (unit) filter.newerThanDays = daysOf(undefined, unit)
  else if (says(text, 'fromToday')) filter.newerThanDays = 1
  if (says(text, 'assignedToMe')) filter.assignee = 'me'
  if (says(text, 'unassigned')) filter.assignee = 'nobody'
  return filter
}
