import { cardOf, type Part, textOf } from '../../cards/cardContent.ts'
import type { Reply } from '../../reply.ts'
import type { ReviewVerb } from './verbs.ts'

export interface ReviewAct<Verb extends string = ReviewVerb> {
  title: string
  verb: Verb
  data?: Record<string, unknown>
  style?: 'positive' | 'destructive'
  /** What to type for it where there are no buttons. */
  say?: string
  /** Whether it goes without what was filled in. */
  bare?: boolean
}

/** What HR is told, before it is put on a card and into words. */
export interface ReviewSaid<Verb extends string = ReviewVerb> {
  title: string
  parts: Part[]
  acts?: ReviewAct<Verb>[]
  /** Buttons that send nothing, such as one that shows a part of the card. */
  toggles?: Record<string, unknown>[]
  /** Further things to say, which no button of the card stands for. */
  ways?: string[]
}

/** One button: Action.Execute, and Action.Submit with the same verb and data where that is not known. */
export function reviewAction({ title, verb, data = {}, style, bare }: ReviewAct<string>): Record<string, unknown> {
  const sent = { verb, ...data }
  const common = { title, ...(style && { style }), ...(bare && { associatedInputs: 'none' }) }
  return {
    ...{ type: 'Action.Execute', verb, ...common, data: sent },
    fallback: { type: 'Action.Submit', ...common, data: sent },
  }
}

/** Shows or hides parts of the card; the words have all of it. */
export const toggle = (title: string, ...ids: string[]): Record<string, unknown> => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements: ids,
})

const listed = (ways: readonly string[]): string => {
  const quoted = ways.map((way) => `“${way}”`)
  const last = quoted.at(-1) ?? ''
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} or ${last}` : last
}

/** The card and the same in words. */
export function replyOf<Verb extends string = ReviewVerb>(said: ReviewSaid<Verb>): Reply {
  const { title, parts, acts = [], toggles = [], ways = [] } = said
  const say = [...acts.flatMap((act) => act.say ?? []), ...ways]
  const spoken: Part[] = say.length > 0 ? [{ kind: 'element', elements: [], text: `You can say ${listed(say)}.` }] : []
  const whole = { title, parts: [...parts, ...spoken], acts: [] }
  const actions = [...acts.map(reviewAction), ...toggles]
  const card = { ...cardOf(whole), ...(actions.length > 0 && { actions }) }
  return { text: textOf(whole), card, personal: true }
}

export interface Choice {
  title: string
  value: string
}

/** A question with a list of answers. `titles` may hold people's words: they are shown, and nothing in them is read. */
export const choices = (id: string, label: string, all: readonly Choice[], more: Record<string, unknown> = {}) => ({
  ...{ type: 'Input.ChoiceSet', id, label, style: 'compact', choices: all },
  ...more,
})

export const input = (id: string, label: string, more: Record<string, unknown> = {}) => ({
  type: 'Input.Text',
  id,
  label,
  ...more,
})
