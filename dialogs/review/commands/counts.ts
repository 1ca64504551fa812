import { replyOf, strong, userText, words } from '../../cards/cardContent.ts'
import type { Interest } from '../../interest/interest.ts'
import type { InterestFilter } from '../../interest/interestFilter.ts'
import { normalise } from '../../reading/normalise.ts'
import { isOneOf, says } from '../../reading/phrases.ts'
import { isEmpty } from '../asking/askedFilter.ts'
import { counted } from '../cards/parts.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type Act, type ReviewCommand, respond } from '../command.ts'
import { filterOf, narrowed } from '../interestActions.ts'
import { reviewTable } from '../reviewMemory.ts'
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

interface Asked {
  filter: InterestFilter
  group?: Group
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
    if (!table.list || !says(said, 'asksCount')) return undefined
    const { did } = memory
    if (did?.verb === 'status' && says(said, 'countsAtThat')) return { filter: { statuses: [did.to] }, anew: true }
    return !isEmpty(filter) || isOneOf(said, 'countsShown') ? { filter } : undefined
  },
  async run(context, { filter, group, anew }) {
    const { list } = reviewTable(context.turn.memory)
    const base = list && !anew ? filterOf(list) : {}
    if (!base) return respond(sayMoreReply('I do not keep the names that you search for.', 'show the list'))
    const all = await narrowed(context, base, filter)
    return group ? split(context, { filter: all, group }) : countShown(context, { filter: all })
  },
}
