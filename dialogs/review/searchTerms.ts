import { createHash } from 'node:crypto'
import type { Places } from '../../knowledge/content/places.ts'
import type { Interest } from '../interest/interest.ts'
import { fold } from '../reading/normalise.ts'
import { canonicalRole } from '../reading/roles.ts'
import { canonicalTeam } from '../reading/teams.ts'

/** The words by which a team and a role are found, as a store keeps them beside an interest. */
export interface SearchTerms {
  /** Differs when the same interest would get other words: a store then makes them anew. */
  readonly version: string
  /** Where somebody works, as they wrote it and in the trust's own names. */
  team(interest: Pick<Interest, 'service' | 'base'>): string
  /** What they do, likewise: HCA and health care assistant are one. */
  role(interest: Pick<Interest, 'currentRole'>): string
}

const REMEMBERED = 5000

/** A function of a text whose few distinct answers are kept. */
const remembering = (read: (text: string) => string | undefined): ((text: string) => string) => {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= REMEMBERED) known.clear()
    const made = fold(read(text) ?? '')
    known.set(text, made)
    return made
  }
}

/** As typed, without a vocabulary. */
export const plainTerms: SearchTerms = {
  version: '1',
  team: ({ service, base }) => `${fold(service)} ${fold(base)}`,
  role: ({ currentRole }) => fold(currentRole),
}

/** Terms in the names of a trust's vocabulary. */
export const searchTerms = (places: Places): SearchTerms => {
  const team = remembering((text) => canonicalTeam(text, places))
  const role = remembering((text) => canonicalRole(text, places))
  return {
    version: `1-${createHash('sha256').update(JSON.stringify(places)).digest('base64url').slice(0, 16)}`,
    team: (interest) => [plainTerms.team(interest), team(interest.service), team(interest.base)].join(' ').trim(),
    role: (interest) => [plainTerms.role(interest), role(interest.currentRole)].join(' ').trim(),
  }
}
