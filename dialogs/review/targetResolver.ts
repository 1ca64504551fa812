import * as z from 'zod'
import { replyOf, userText, words } from '../cards/cardContent.ts'
import { choiceInput } from '../cards/elements.ts'
import { markdownText, runText } from '../cards/escape.ts'
import type { Interest } from '../interest/interest.ts'
import type { Reply } from '../reply.ts'
import type { TargetRef } from './asking/reviewMessage.ts'
import { inputs } from './cards/parts.ts'
import { sayMoreReply } from './cards/plain.ts'
import { type CommandResult, type ReviewContext, respond } from './command.ts'
import { interestKey } from './reviewDeps.ts'
import { rememberShown } from './reviewMemory.ts'
import type { Wording } from './wording.ts'
import { MOST_AT_ONCE, type NameFound } from './workList.ts'

/** What is done with whoever is chosen. */
export const afterChoice = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('open') }),
  z.object({ verb: z.literal('undo') }),
  z.object({ verb: z.literal('status'), to: z.string().max(100), reason: z.string().max(500) }),
  z.object({ verb: z.literal('note'), note: z.string().max(2000) }),
])
export type AfterChoice = z.output<typeof afterChoice>

/** Several bear the name: which one. */
function whichOneReply(
  { candidates, more }: Extract<NameFound, { kind: 'ambiguous' }>,
  after: AfterChoice,
  wording: Wording,
): Reply {
  const line = ({ name, reference, band, service, cohortId, status }: Interest): string =>
    `${name} (${reference}), band ${band}, ${[service, wording.cohort(cohortId), wording.status(status)].filter(Boolean).join(', ')}`
  const choices = candidates.map((interest) => ({ title: runText(line(interest)), value: interestKey(interest) }))
  const look = { style: 'expanded', wrap: true, isRequired: true, errorMessage: 'Choose which one.' } as const
  return replyOf({
    title: 'Which one do you mean?',
    blocks: [
      words(
        `There ${candidates.length === 1 ? 'is 1' : `are ${more ? 'more than ' : ''}${candidates.length}`} by that name.`,
      ),
      inputs(
        candidates.map((interest, i) => `${i + 1}. ${markdownText(line(interest))}`).join('\n'),
        choiceInput('key', 'Which one', choices, look),
      ),
    ],
    actions: [{ title: 'This one', verb: 'review/choose', data: { after } }],
    typedAlternatives: ['open number 1', 'mark number 1 as contacted'],
  })
}

/** The interests that a message means; `several` when it speaks of more than one, so that a change is shown first. */
interface Found {
  keys: readonly string[]
  several: boolean
}

const WHICH_ONE = sayMoreReply('Which one do you mean?', 'mark number 1 as contacted', 'open AP-7K3F-92')

type Resolved = Found | CommandResult

const found = (keys: readonly string[], several = false): Found => ({ keys, several })

const withoutTitle = (name: string): string => name.replace(/^(mr|mrs|ms|miss|mx|dr|sister|prof)\.? /i, '')

/** The people of some names: asked about when several bear one, never guessed. */
const byNames = async (context: ReviewContext, names: readonly string[], after: AfterChoice): Promise<Resolved> => {
  const keys: string[] = []
  for (const name of names) {
    const outcome = await context.service.findByName(context.actor, withoutTitle(name))
    switch (outcome.kind) {
      case 'forbidden':
        return outcome
      case 'none':
        return respond(
          replyOf({
            title: 'Nobody by that name',
            blocks: [words('I found nobody called ', userText(name), '.')],
            typedAlternatives: ['show all'],
          }),
        )
      case 'ambiguous':
        rememberShown(context.memory, outcome.candidates)
        return respond(whichOneReply(outcome, after, await context.wording()))
      case 'found':
        keys.push(interestKey(outcome.interest))
    }
  }
  return found(keys, keys.length > 1)
}

/** @param numbers places on the list, from 1 */
const onTheList = (numbers: readonly number[], shown: readonly string[]): Resolved => {
  if (shown.length === 0) return respond(sayMoreReply('I have shown you no list yet.', 'show the list'))
  const keys = numbers.flatMap((number) => shown[number - 1] ?? [])
  if (keys.length > 0 && keys.length === numbers.length) return found(keys, keys.length > 1)
  const are = shown.length === 1 ? 'is 1' : `are ${shown.length}`
  return respond(sayMoreReply(`There ${are} on the list I showed you.`, 'open number 1'))
}

const allOf = async ({ service, actor }: ReviewContext, filter: Parameters<typeof service.keysOf>[1]) => {
  const all = await service.keysOf(actor, filter)
  if (all.kind === 'forbidden') return all
  if (all.keys.length === 0) return respond(sayMoreReply('There are none like that.', 'show all'))
  if (!all.more) return found(all.keys, true)
  const many = `There are more than ${MOST_AT_ONCE} like that. Please narrow it down first.`
  return respond(sayMoreReply(many, 'only the new ones'))
}

/**
 * The interests that a message means: by reference, by name, or by their places on the list shown last.
 * @param after what is done once somebody of an ambiguous name is chosen
 */
export async function resolveTarget(context: ReviewContext, target: TargetRef, after: AfterChoice): Promise<Resolved> {
  const { service, actor } = context
  const { shown = [], opened, changed = [] } = context.memory
  switch (target.kind) {
    case 'reference': {
      const one = await service.open(actor, { reference: target.reference })
      return one.kind === 'opened' ? found([interestKey(one.interest)]) : one
    }
    case 'names':
      return byNames(context, target.names, after)
    case 'numbers':
      return onTheList(target.numbers, shown)
    case 'places': {
      const from = target.from < 0 ? Math.max(0, shown.length + target.from) : target.from
      const count = Math.min(target.count, shown.length)
      const places = onTheList(
        Array.from({ length: count }, (_, i) => from + i + 1),
        shown,
      )
      return 'keys' in places ? found(places.keys, target.count > 1) : places
    }
    case 'shown':
      return shown.length > 0 ? found(shown, true) : onTheList([], shown)
    case 'rest': {
      const rest = shown.filter((key) => !changed.includes(key) && key !== opened)
      return rest.length > 0
        ? found(rest, true)
        : respond(sayMoreReply('There are none left on the list.', 'show the list'))
    }
    case 'beside': {
      const at = opened === undefined ? (target.step > 0 ? 0 : -1) : shown.indexOf(opened) + target.step
      const key = shown[at]
      return key
        ? found([key])
        : respond(sayMoreReply('There is none there on the list.', 'next page', 'show the list'))
    }
    case 'this':
    case 'nobody': {
      const key = opened ?? [shown, changed].find(({ length }) => length === 1)?.[0]
      return key ? found([key]) : respond(WHICH_ONE)
    }
    case 'all-of':
      return allOf(context, target.filter)
  }
}
