import { replyOf, strong, userText, words } from '../../cards/cardContent.ts'
import { markdownText } from '../../cards/escape.ts'
import type { Interest } from '../../interest/interest.ts'
import type { InterestFilter } from '../../interest/interestFilter.ts'
import { normalise } from '../../reading/normalise.ts'
import { isOneOf, says } from '../../reading/phrases.ts'
import { isEmpty } from '../asking/askedFilter.ts'
import { counted } from '../cards/parts.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type Act, type ReviewCommand, respond } from '../command.ts'
import { filterOf, narrowed } from '../interestActions.ts'
import { interestKey } from '../reviewDeps.ts'
import { putList, putRecord, reviewTable, type ShownList } from '../reviewMemory.ts'
import { shiftOf } from '../shift.ts'
import { filterInWords, MANAGER_KNOWS, type Wording } from '../wording.ts'

const SHIFTS = { days: 'Days', nights: 'Nights', none: 'Not given' }

/** By what a list is split, as it is said, and the group of each interest. */
const GROUPS: readonly [said: RegExp, of: (interest: Interest, wording: Wording) => string][] = [
  [/\b(band|grade)s?\b/, ({ band }) => `Band ${band}`],
  [/\b(status|stage|where)/, ({ status }, wording) => wording.status(status)],
  [/\b(roles?|jobs?)\b/, ({ currentRole }) => currentRole || 'Not given'],
  [/\b(teams?|services?|wards?)\b/, ({ service }) => service || 'Not given'],
  [/\b(bases?|places?|sites?|towns?|areas?|locations?)\b/, ({ base }) => base || 'Not given'],
  [/\b(cohorts?|intakes?|sept\w*|later)\b/, ({ cohortId }, { cohort }) => cohort(cohortId)],
  [/\b(shifts?|days|nights)\b/, (interest) => SHIFTS[shiftOf(interest) ?? 'none']],
  [/\bmanagers?\b/, ({ managerKnows }) => `Manager knows: ${MANAGER_KNOWS[managerKnows].toLowerCase()}`],
]

/** Both sides of a split are named: "how many for september and how many for later". */
const EACH = /\bhow many\b.*\b(?:and|n|vs|versus)\b/

type Group = (typeof GROUPS)[number][1]
const NAMED = 8

/** How many of the list are like that, by name while they are few. */
const countShown: Act<{ filter: InterestFilter }> = async (context, { filter }) => {
  const all = await context.service.allOf(context.actor, filter)
  if (all.kind !== 'all') return all
  const { interests } = all
  const names = interests.slice(0, NAMED).map(({ name }) => name)
  const more = interests.length - names.length
  const who = [...names, ...(more > 0 ? [`${more} more`] : [])].join(', ')
  return respond(
    replyOf({
      title: interests.length === 0 ? 'None' : counted(interests.length),
      blocks: [
        words(userText(filterInWords(filter, await context.wording())), '.'),
        ...(names.length > 0 ? [words(userText(who), '.')] : []),
      ],
      typedAlternatives: ['the list again'],
    }),
  )
}

/** How a list falls into groups, each with its names while they are few. */
const split: Act<{ filter: InterestFilter; group: Group }> = async (context, { filter, group }) => {
  const all = await context.service.allOf(context.actor, filter)
  if (all.kind !== 'all') return all
  const wording = await context.wording()
  const groups = Map.groupBy(all.interests, (interest) => group(interest, wording))
  const lines = [...groups].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  return respond(
    replyOf({
      title: `${counted(all.interests.length)}, group by group`,
      blocks: [
        words(userText(filterInWords(filter, wording)), '.'),
        ...lines.map(([label, of]) => {
          const names = of.length <= NAMED ? ` (${of.map(({ name }) => name).join(', ')})` : ''
          return strong(userText(`${label}: ${of.length}${names}`))
        }),
      ],
      typedAlternatives: ['the list again'],
    }),
  )
}

const NAMES_GONE = sayMoreReply('I do not keep the names that you search for.', 'show the list')

/** Whether something holds of all on the list, and of whom not. */
const holdsOfAll: Act<{ base: InterestFilter; filter: InterestFilter; all: InterestFilter }> = async (
  context,
  { base, filter, all },
) => {
  const [listed, like] = [
    await context.service.allOf(context.actor, base),
    await context.service.allOf(context.actor, all),
  ]
  if (listed.kind !== 'all') return listed
  if (like.kind !== 'all') return like
  const keys = like.interests.map(interestKey)
  const unlike = listed.interests.filter((one) => !keys.includes(interestKey(one)))
  const what = markdownText(filterInWords(filter, await context.wording()))
  if (unlike.length === 0) return respond({ text: `Yes, all ${keys.length}: ${what}.`, personal: true })
  const names = unlike.slice(0, NAMED).map(({ name }) => markdownText(name))
  const more = unlike.length > NAMED ? ` and ${unlike.length - NAMED} more` : ''
  const [only] = unlike.length === 1 ? unlike : []
  if (only) putRecord(context.turn.memory, interestKey(only))
  return respond({
    text: `No: ${keys.length} of ${listed.interests.length} (${what}). The ${only ? 'other is' : 'others are'} ${names.join(', ')}${more}.`,
    personal: true,
  })
}

/** The list shown and the one before it, counted together; those are on the table then. */
const countBoth: Act<{ list: ShownList; before: InterestFilter }> = async (context, { list, before }) => {
  const filter = filterOf(list)
  if (!filter) return respond(NAMES_GONE)
  const [first, second] = [
    await context.service.keysOf(context.actor, before),
    await context.service.keysOf(context.actor, filter),
  ]
  if (first.kind !== 'keys') return first
  if (second.kind !== 'keys') return second
  const keys = [...new Set([...first.keys, ...second.keys])]
  const wording = await context.wording()
  const part = (count: number, of: InterestFilter) => `${count} (${markdownText(filterInWords(of, wording))})`
  const twice = first.keys.length + second.keys.length - keys.length
  putList(context.turn.memory, { filter: { keys }, keys, from: 0 })
  return respond(
    `${counted(keys.length)} together: ${part(first.keys.length, before)} and ${part(second.keys.length, filter)}.${twice > 0 ? ` ${twice} ${twice === 1 ? 'is' : 'are'} on both and counted once.` : ''}`,
  )
}

interface Asked {
  filter: InterestFilter
  group?: Group
  /** Whether it holds of all of the list. */
  ofAll?: boolean
  /** With those of the list before it. */
  together?: boolean
  /** All interests, not those of the list. */
  anew?: boolean
}

/** Counts of the list shown: "how many is that", "how many are nursery nurses", "split it by band". */
export const counts: ReviewCommand<Asked> = {
  name: 'counts',
  recognise({ text, filter, table, memory }) {
    const said = normalise(text)
    const group = says(said, 'splits') ? GROUPS.find(([ways]) => ways.test(said))?.[1] : undefined
    if (group) return { filter: EACH.test(said) ? {} : filter, group }
    const ofAll = table.list !== undefined && !isEmpty(filter) && says(said, 'asksIfAll')
    if (ofAll) return { filter, ofAll }
    if (!table.list || !says(said, 'asksCount')) return undefined
    if (table.list.before && isEmpty(filter) && says(said, 'countsTogether')) return { filter, together: true }
    const { did } = memory
    if (did?.verb === 'status' && says(said, 'countsAtThat')) return { filter: { statuses: [did.to] }, anew: true }
    return !isEmpty(filter) || isOneOf(said, 'countsShown') ? { filter } : undefined
  },
  async run(context, { filter, group, anew, ofAll, together }) {
    const { list } = reviewTable(context.turn.memory)
    if (together && list?.before) return countBoth(context, { list, before: list.before })
    const base = list && !anew ? filterOf(list) : {}
    if (!base) return respond(NAMES_GONE)
    const all = await narrowed(context, base, filter)
    if (ofAll) return holdsOfAll(context, { base, filter, all })
    return group ? split(context, { filter: all, group }) : countShown(context, { filter: all })
  },
}
