import type { Part } from '../../../knowledge/answering/decision.ts'
import { normalise } from '../../reading/normalise.ts'
import { beginsWith, says } from '../../reading/phrases.ts'
import { type Ask, type AskContext, askOf, RECENT } from './ask.ts'

/** What a conversation's last figures were of. */
export type About = 'figures' | 'interest'

const FIGURES: readonly Ask['kind'][] = ['compare', 'total', 'stages', 'next-to-qualify', 'history']

const isOfCohorts = (part: Part): boolean => 'entry' in part && part.entry.topic === 'cohort'
const isUnsure = ({ outcome }: Part): boolean => ['unknown', 'clarify', 'refused'].includes(outcome)

/**
 * Whether a message is for the figures in the mouth of somebody who sees them, though it was taken for a published
 * answer: they get the asked figure and its card.
 * @param about what was shown last, when this follows upon it
 * @param worksNames whether they are HR, who have the work list, and edit figures and cohorts
 */
export const isForCohorts = (
  message: string,
  part: Part,
  { about, worksNames }: { about: About | undefined; worksNames: boolean },
  context: AskContext,
): boolean => {
  if (part.outcome === 'action') return false
  const text = normalise(message)
  const { kind } = askOf(message, context)
  if (kind === 'edit') return worksNames
  if (kind === 'compare') return isOfCohorts(part) || isUnsure(part)
  if (FIGURES.includes(kind) && isOfCohorts(part) && says(text, 'askCount')) return true
  if (kind === 'names' || RECENT.test(text)) {
    if (worksNames) return false
    if (kind === 'names') return isUnsure(part)
  }
  if (kind === 'interest' && says(text, 'askCount')) return isUnsure(part)
  const goesOn = kind === 'history' || kind === 'interest-history' || kind === 'as-text'
  return about !== undefined && goesOn && beginsWith(text, 'askFollows')
}

/** An ask that says no subject is of what was shown last: "what about last year", "can I have that as text". */
export const goingOn = (ask: Ask, message: string, about: About | undefined): Ask =>
  about === 'interest' &&
  ask.kind === 'history' &&
  ask.years.length === 0 &&
  beginsWith(normalise(message), 'askFollows')
    ? { kind: 'interest-history' }
    : ask
