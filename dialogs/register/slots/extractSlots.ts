import type { Places } from '../../../knowledge/content/places.ts'
import { ANY_LATER_COHORT } from '../../interest/interest.ts'
import { bandsIn, isNotNow, undecided } from '../../reading/bands.ts'
import { correcting, isDenied } from '../../reading/corrections.ts'
import { emailsIn, readEmail } from '../../reading/emails.ts'
import { asManager, bareManager, readManager, readManagerKnows } from '../../reading/manager.ts'
import { bareName, isNamed, mendName, readName } from '../../reading/names.ts'
import { says } from '../../reading/phrases.ts'
import { readCohort, readContactBy, readNotify, readWhy } from '../../reading/preferences.ts'
import { questionWords } from '../../reading/questions.ts'
import { isOwnRole, type RoleFound, rolesIn } from '../../reading/roles.ts'
import { labelledTeam, listedTeams, type TeamFound, unlistedTeams, withTeamBefore } from '../../reading/teams.ts'
import { joined, readMessage, type Span, spanText, take, wordsBefore } from '../../reading/tokens.ts'
import { vocabularyOf } from '../../reading/vocabulary.ts'
import { readReply } from '../../reading/yesNo.ts'
import { deniedSlot, faulted } from './correction.ts'
import type { SlotName, Slots } from './slots.ts'
import { bareWork, placeTeams, type Reading } from './work.ts'

export interface SlotOptions {
  /** The slot that was just asked for. */
  asking?: SlotName
  vocabulary: Places
  known?: Slots
}

export interface Extracted {
  slots: Slots
  /** Bands that there are not, as said. */
  rejected?: { band: string }[]
  /** Whether the message mends something said before. */
  correction: boolean
  /** What it says is wrong, without saying what is right. */
  wrong?: SlotName
}

/** A longer message is read this far: nobody says more of themselves, and the time it takes stays short. */
const LONGEST = 2000

const referencesIn = (text: string): { start: number; end: number }[] =>
  [...text.matchAll(/\bAP-?[2-9A-Z]{4}-?[2-9A-Z]{2}\b/g)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }))

const OWN = /\b(im|i am|i work|my|ive been|as a|as an|me)\b/

/** What stands in a question counts only where it is said of oneself: "im band 2, can i apply". */
const counts = ({ message, questions }: Reading, { from }: Span): boolean =>
  questions[from] !== true || OWN.test(wordsBefore(message, from, 5))

/**
 * Takes from a message all that it says of an expression of interest, in any order, as typed.
 * @param said the message, of which the beginning is read
 */
export function extractSlots(said: string, { asking, vocabulary, known }: SlotOptions): Extracted {
  const text = said.slice(0, LONGEST)
  const message = readMessage(text)
  const reading: Reading = {
    message,
    vocabulary: vocabularyOf(vocabulary),
    questions: questionWords(message),
    slots: {},
    rejected: [],
    ...(asking && { asking }),
    ...(known && { known }),
  }
  for (const { start, end } of [...emailsIn(text), ...referencesIn(text)])
    message.tokens.forEach((token, i) => {
      if (token.start < end && token.end > start) message.taken[i] = true
    })
  const roles = rolesIn(message, reading.vocabulary)
  const teams = listedTeams(message, reading.vocabulary, asking === 'service' || asking === 'base')
  readPeopleAndWork(reading, roles, teams)
  readRest(reading, text)
  const sure = correcting(message)
  const { slots, rejected } = reading
  const mended = Object.keys(slots).filter((slot) => slot !== 'managerKnows' && slot !== 'tellMe')
  const again = mended.some((slot) => slot !== asking && (!known || known[slot as SlotName]))
  const given = Object.keys(slots).length > 0
  const wrong = given || rejected.length > 0 ? undefined : faulted(message)
  return {
    slots,
    correction: given ? (sure === 'surely' && mended.length > 0) || (sure === 'perhaps' && again) : wrong !== undefined,
    ...(rejected.length > 0 && { rejected }),
    ...(wrong && { wrong }),
  }
}

/** Manager, band, role, team and name, each taking its words out of what the next may read. */
function readPeopleAndWork(reading: Reading, roles: RoleFound[], teams: TeamFound[]): void {
  const { message, slots, asking, known, questions } = reading
  const listed = [...roles.filter((role) => role.item), ...teams]
  const stops = (at: number) => listed.some(({ from, to }) => from <= at && at < to)
  const manager = readManager(message, stops, known !== undefined)
  if (manager && counts(reading, manager)) {
    slots.manager = spanText(message, manager).replace(/[’']s$/, '')
    take(message, manager)
  }
  readBand(reading, stops)
  readWork(reading, roles, teams)
  if (asking === 'manager' && !slots.manager && Object.keys(slots).length === 0 && !questions.some(Boolean)) {
    const own = known?.name?.toLowerCase().split(/\s+/) ?? []
    const ownName = message.tokens.some(({ key }) => own.includes(key))
    const bare = readReply(message.text) || ownName ? undefined : bareManager(message)
    if (bare) {
      slots.manager = spanText(message, bare)
      take(message, bare)
    }
  }
  if (readReply(message.text)) return
  const among = slots.band !== undefined || slots.currentRole !== undefined || slots.service !== undefined
  const askedOther = asking !== undefined && asking !== 'name'
  const found =
    readName(message, { asked: asking === 'name', askedOther, among, questions, stops }) ??
    (asking === 'name' && !questions.some(Boolean) ? bareName(message) : undefined)
  if (found && !isDenied(message, found)) {
    const ofManager = says(joined(message, { from: 0, to: found.from }), 'speaksOfManager') && !isNamed(message, found)
    const about = asking === 'managerKnows' || asking === 'manager' || ofManager ? 'manager' : 'name'
    const denied = deniedSlot(message, known) ?? (isNamed(message, found) ? 'name' : about)
    if (slots[denied] === undefined) slots[denied] = mendName(message, found, known?.[denied])
    take(message, found)
  }
  if (slots.service === undefined) placeTeams(reading, unlistedTeams(message, reading.vocabulary, false, false))
}

function readBand(reading: Reading, beside: (at: number) => boolean): void {
  const { message, slots, rejected } = reading
  const found = bandsIn(message, reading.asking === 'band', beside).filter((band) => !reading.message.taken[band.from])
  for (const band of found) take(message, band)
  const said = found.filter((band) => !isDenied(message, band) && counts(reading, band))
  if (undecided(message, said)) return
  const valid = said.filter((band) => band.valid)
  const now = valid.filter((band) => !isNotNow(message, band))
  const band = now.at(-1) ?? (reading.known?.band ? undefined : valid.at(-1))
  if (band) slots.band = band.band
  else for (const one of said.filter(({ valid: there }) => !there)) rejected.push({ band: one.band })
}

function readWork(reading: Reading, roles: RoleFound[], teams: TeamFound[]): void {
  const { message, slots, asking, vocabulary, known } = reading
  const free = (span: Span) => !message.taken[span.from]
  const fits = roles.filter((role) => free(role) && counts(reading, role))
  const own = fits.filter((role) => isOwnRole(message, role, asking === 'currentRole') && !isDenied(message, role))
  const role = own.findLast(({ own: said }) => said) ?? own[0]
  const places = withTeamBefore(message, teams).filter(
    (team) => free(team) && (!role || team.to <= role.from || team.from >= role.to),
  )
  for (const span of [...fits, ...places]) take(message, span)
  if (role) slots.currentRole = spanText(message, role)
  const surnames = asking !== 'service' && asking !== 'base' && !known?.name
  const more = unlistedTeams(message, vocabulary, surnames, asking === 'service')
  for (const span of more) take(message, span)
  const all = [...places, ...more]
  const said = all.filter((team) => counts(reading, team) && !isDenied(message, team))
  const label = labelledTeam(message)
  if (label && (said.length === 0 || label.base === 'only' || label.kind === 'service') && counts(reading, label)) {
    said.unshift(label)
    take(message, label)
  }
  placeTeams(reading, said)
  bareWork(reading)
}

/** What a message says, without what it asks: "will my manager be happy with it?" says nothing of the manager. */
const stated = ({ text, tokens }: Reading['message'], questions: readonly boolean[]): string =>
  questions.some(Boolean)
    ? tokens
        .filter((_, i) => !questions[i])
        .map((token) => token.text)
        .join(' ')
    : text

/** What needs no place among the words: address, wishes and reasons. */
function readRest({ message, slots, asking, known, questions }: Reading, text: string): void {
  const manager = slots.manager ?? known?.manager
  const email = readEmail(message, manager ? [manager] : [])
  if (email) slots.email = email
  const reply = readReply(text)
  const shown = (asking === undefined || asking === 'manager') && known !== undefined
  const free = !questions.some(Boolean) && (reply === undefined || reply === 'yes')
  const knows = readManagerKnows(
    asking === 'managerKnows' ? text : asManager(stated(message, questions), slots.manager),
    asking === 'managerKnows',
    asking !== undefined,
    shown,
  )
  if (knows) slots.managerKnows = knows
  const notify = readNotify(asking === 'tellMe' ? text : stated(message, questions), asking === 'tellMe')
  if (notify !== undefined) slots.tellMe = notify
  const cohort = readCohort(text, asking === 'cohort', ANY_LATER_COHORT, shown)
  if (cohort && free) slots.cohort = cohort
  const reach = asking === 'reach' && free && reply === undefined ? text.trim() : readContactBy(text)
  if (reach) slots.reach = reach
  const why = free && reply === undefined ? readWhy(text, asking === 'why') : undefined
  if (why) slots.why = why
}
