import type { Part } from '../../knowledge/answering/decision.ts'
import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'

/** From here on what a curator wrote is surely meant. */
const SURE = 0.7

/** Whether somebody in the middle of a form asks what becomes of it, and no entry surely answers that. */
export const asksAboutPrivacy = (text: string, parts: readonly Part[] = []): boolean =>
  says(normalise(text), 'asksAboutPrivacy') &&
  !parts.some(({ outcome, candidates }) => outcome === 'answered' && (candidates[0]?.confidence ?? 0) >= SURE)
