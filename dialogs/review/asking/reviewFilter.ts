import type { Places } from '../../../knowledge/content/places.ts'
import { ANY_LATER_COHORT, type Status } from '../../interest/interest.ts'
import { bandsIn } from '../../reading/bands.ts'
import { isDenied } from '../../reading/corrections.ts'
import { readManager } from '../../reading/manager.ts'
import { personAt } from '../../reading/person.ts'
import { readCohort } from '../../reading/preferences.ts'
import { type RoleFound, rolesIn } from '../../reading/roles.ts'
import { listedTeams, type TeamFound, unlistedTeams } from '../../reading/teams.ts'
import {
  joined,
  joins,
  keyAt,
  type Message,
  readMessage,
  type Span,
  spanText,
  take,
  wordsBefore,
} from '../../reading/tokens.ts'
import { vocabularyOf } from '../../reading/vocabulary.ts'

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

const EXCEPT =
  /\b(except|exclude|excluding|without|not|hide|leave out|apart from|all but|everything but)( the| for| any)?$/

/** The band, role, team and manager that a message names. What it leaves out of the list is not among them. */
export function readReviewFilter(message: Message, places: Places): ReviewFilter {
  const vocabulary = vocabularyOf(places)
  const filter: ReviewFilter = {}
  const roles = rolesIn(message, vocabulary).filter((role) => role.item && !message.taken[role.from])
  const teams = listedTeams(message, vocabulary, false).filter((team) => !message.taken[team.from])
  const stops = (at: number) => [...roles, ...teams].some(({ from, to }) => from <= at && at < to)
  const manager = readManager(message, stops) ?? staffOf(message, stops)
  if (manager) {
    filter.manager = spanText(message, manager).replace(/['’]s?$/, '')
    take(message, manager)
  }
  const meant = (span: Span) => !EXCEPT.test(wordsBefore(message, span.from, 3)) && !isDenied(message, span)
  const bands = bandsIn(message, false).filter(({ valid, bare }) => valid && !bare)
  for (const band of bands) take(message, band)
  const kept = [...new Set(bands.filter(meant).map(({ band }) => band))]
  if (kept[0]) filter.band = kept[0]
  if (kept.length > 1) filter.bands = kept
  const left = bands.find((band) => !meant(band))
  if (left) filter.notBand = left.band
  const role = roles.find((one) => free(message, one) && meant(one) && !one.item?.programme)
  const places_ = teams.filter((one) => free(message, one) && (!role || one.to <= role.from || one.from >= role.to))
  for (const span of [...roles, ...places_]) take(message, span)
  const team = [...places_, ...unlistedTeams(message, vocabulary, true, false)].filter(meant)
  for (const span of team) take(message, span)
  if (role?.item) filter.role = role.item.name
  if (team.length > 0) filter.team = [...new Set(team.map((one) => teamName(message, one)))].join(' ')
  return { ...filter, ...readRest(message) }
}

const free = (message: Message, span: Span): boolean => message.taken[span.from] === false

const teamName = (message: Message, team: TeamFound): string =>
  team.names.length > 0 ? team.names.join(' ') : spanText(message, team)

/** "Maureen Fazakerley's staff". */
function staffOf(message: Message, stops: (at: number) => boolean): Span | undefined {
  for (let i = 0; i < message.tokens.length; i++) {
    if (message.taken[i] || /^(show|mark|find|list|only|just|the)$/.test(keyAt(message, i))) continue
    const span = personAt(message, i, { labelled: true, stops })
    if (!span) continue
    const owns =
      /['’]s?$/.test(message.tokens[span.to - 1]?.text ?? '') ||
      message.text[message.tokens[span.to - 1]?.end ?? 0]?.match(/['’]/)
    if (
      owns &&
      joins(message, span.to) &&
      /^(staff|team|lot|people|ones|crew|girls|lads)$/.test(keyAt(message, span.to))
    )
      return span
    i = span.to - 1
  }
  return undefined
}

const COUNTS = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const DAYS: Record<string, number> = { day: 1, week: 7, fortnight: 14, month: 30, year: 365 }
const AGE = '(\\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten)? ?(day|week|fortnight|month|year)s?'

const days = (number: string | undefined, unit: string | undefined): number =>
  (number === undefined ? 1 : /^\d/.test(number) ? Number(number) : Math.max(1, COUNTS.indexOf(number))) *
  (DAYS[unit ?? ''] ?? 1)

/** Cohort, age and who has it. */
function readRest(message: Message): ReviewFilter {
  const text = joined(message, { from: 0, to: message.tokens.length })
  const filter: ReviewFilter = {}
  const cohort =
    readCohort(message.text, false, ANY_LATER_COHORT) ??
    /\b(january|february|march|april|june|july|august|september|sept|october|november|december)\b(?= ones| only| lot)/.exec(
      text,
    )?.[0]
  if (cohort) filter.cohort = cohort
  const old = new RegExp(
    `\\b(?:older than|over|more than|waiting|longer than|before)(?: more than| over| longer than)? ${AGE}\\b`,
  ).exec(text)
  if (old) filter.olderThanDays = days(old[1], old[2])
  const recent = new RegExp(
    `\\b(?:(?:in|within|over|from) the (?:last|past)|(?:last|past)|newer than|less than|within) ${AGE}\\b`,
  ).exec(text)
  const now = /\b(?:this|from this) (week|month|year)\b/.exec(text)
  if (recent) filter.newerThanDays = days(recent[1], recent[2])
  else if (now) filter.newerThanDays = days(undefined, now[1])
  else if (/\b(in today|came in today|from today|todays)\b/.test(text)) filter.newerThanDays = 1
  if (/\b(assigned to me|only mine|just mine|my ones|mine only|my own)\b/.test(text)) filter.assignee = 'me'
  if (/\b(unassigned|not assigned|nobody has|assigned to (nobody|no one)|no one has)\b/.test(text))
    filter.assignee = 'nobody'
  return filter
}

/** The vocabulary's name for the role that a text names, so that HCA and health care assistant are one. */
export function canonicalRole(text: string, places: Places): string | undefined {
  const message = readMessage(text)
  return rolesIn(message, vocabularyOf(places)).find((role: RoleFound) => role.item)?.item?.name
}

/** The vocabulary's names for the service and places that a text names: "Kirkby HV" gives "Kirkby health visiting". */
export function canonicalTeam(text: string, places: Places): string | undefined {
  const names = listedTeams(readMessage(text), vocabularyOf(places), true).flatMap((team) => team.names)
  return names.length > 0 ? [...new Set(names)].join(' ') : undefined
}
