import { MONTH } from './dates.ts'
import { normalise } from './normalise.ts'
import { beginsWith, isOneOf, phrase, says } from './phrases.ts'
import { opensWith } from './yesNo.ts'

const CONTACT = phrase('contactMe')

/** How the person would be reached, in their words. */
export function readContactBy(text: string): string | undefined {
  const said = normalise(text)
  const found = CONTACT.exec(said)
  return found && !/\b(dont|not|never)\s*$/.test(said.slice(0, found.index)) ? found[0] : undefined
}

/** Whether the person asks to be told when something changes. */
export function readNotify(text: string, asking: boolean): boolean | undefined {
  const said = normalise(text)
  if (says(said, 'dontTellMe') && !/\b(manager|boss)\b/.test(said)) return false
  if (says(said, 'tellMeOfChanges') || (asking && says(said, 'tellMe'))) return true
  if (!asking) return undefined
  const reply = opensWith(said)
  if (reply === 'no') return false
  return reply === 'yes' || beginsWith(said, 'opensNotify') ? true : undefined
}

const DATED = new RegExp(
  `\\b${MONTH}( 20\\d\\d)?(?= (cohort|intake|group|start|one)\\b)|\\b${MONTH} 20\\d\\d\\b|\\b20\\d\\d(?= (cohort|intake))`,
)
const BARE = new RegExp(`\\b${MONTH}( 20\\d\\d)?\\b|\\b20\\d\\d\\b`)

/**
 * The cohort that a message names, as typed.
 * @param later what to return for any later cohort
 * @param shown whether a form is shown that has a cohort: "any later one"
 */
export function readCohort(text: string, asking: boolean, later: string, shown = false): string | undefined {
  const said = normalise(text)
  const named = DATED.exec(said)
  if (named) return named[0]
  const alone = text.split(/[.,;\n]/).some((piece) => isOneOf(normalise(piece), 'laterCohort'))
  if (
    says(said, 'laterCohort') &&
    (asking || shown || alone || /\b(cohort|intake|register|put me|interest)/.test(said))
  )
    return later
  if (!asking) return undefined
  return /\b(later|next|after|any|either|dont mind|not fussed)\b/.test(said) ? later : BARE.exec(said)?.[0]
}

const LABELLED = /(?:^|[.,;\n]\s*)(?:why|(?:my )?reasons?(?: is| are)?)\s*[:-]\s*(.{8,500})/i
const BECAUSE = /\b(?:want|interested|like|keen|love)\b[^.?!\n]*?\b(?:because|cos|coz)\s+([^?\n]{8,500})/i
const REASON =
  /\b(?:(?:my )?reasons?(?: is| are| why)?|why(?: i want (?:it|this|to do (?:it|this)))?|because)\s*[:-]?\s+.{8}/i

/** Why the person is interested, in their words. */
export function readWhy(text: string, asking: boolean): string | undefined {
  if (asking) return text.trim().replace(/^(because|cos|coz|cause|well,?|its because|it's because)\s+/i, '')
  const labelled = LABELLED.exec(text)?.[1]
  if (labelled) return labelled.trim()
  return REASON.test(text)
    ? BECAUSE.exec(text)?.[1]
        ?.trim()
        .replace(/[.!]+$/, '')
    : undefined
}
