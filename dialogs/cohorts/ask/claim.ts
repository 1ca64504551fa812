import type { Part } from '../../../knowledge/answering/decision.ts'
import { normalise } from '../../reading/normalise.ts'
import { beginsWith, says } from '../../reading/phrases.ts'
import { type About, type Ask, type AskContext, askOf, RECENT } from './ask.ts'

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
  const [nearest] = part.candidates
  const text = normalise(message)
  const { kind, claimed } = askOf(message, context)
  if (kind === 'edit') return worksNames
  if (kind === 'compare') return isOfCohorts(part) || isUnsure(part)
  if (FIGURES.includes(kind) && isOfCohorts(part) && (says(text, 'askCount') || claimed !== undefined)) return true
  if (kind === 'names' || RECENT.test(text)) {
    if (worksNames) return false
    if (kind === 'names') return isUnsure(part)
  }
  if (kind === 'interest' && says(text, 'askCount')) return isUnsure(part) || about !== undefined || !worksNames
  if (kind === 'interest' && isUnsure(part) && nearest?.id === 'cohort-status') return true
  const goesOn = kind === 'history' || kind === 'interest-history' || kind === 'as-text'
  return about !== undefined && goesOn && beginsWith(text, 'askFollows')
}

/** Words up to which a message that says by what it counts leans on the counts of interest, however it begins. */
const LEANS_ALONE = 6
/** Words up to which a message may lean on the counts that were shown last. */
const LONGEST = 9

/**
 * What a message asks that says nothing of its own subject, of what was shown last: "and by band?", "who are they", "can
 * you send me that"; undefined when it does not lean on it.
 */
export const leaningAsk = (message: string, about: About | undefined, context: AskContext): Ask | undefined => {
  const text = normalise(message)
  const length = text.split(' ').length
  if (about === undefined || length > LONGEST) return undefined
  if (says(text, 'askAsText')) return { kind: 'as-text' }
  const ask = askOf(message, context, about)
  if (ask.kind === 'source') return ask
  const goesOn = length <= 3 || beginsWith(text, 'askGoesOn') || beginsWith(text, 'askFollows')
  if (about === 'figures') {
    const isOther = ask.kind !== 'interest' || says(text, 'askInterest')
    return goesOn && isOther && OF_INTEREST.includes(ask.kind) ? ask : undefined
  }
  if (ask.kind === 'interest-method' || (ask.kind === 'names' && ask.of === 'interest')) return ask
  const more = ask.kind !== 'interest' || Object.keys(ask).length > 1
  return (goesOn || length <= LEANS_ALONE || says(text, 'askAgainst')) && more && OF_INTEREST.includes(ask.kind)
    ? ask
    : undefined
}

const OF_INTEREST: readonly Ask['kind'][] = ['interest', 'interest-history', 'next-intake', 'pipeline']
