/** The dialogs of one's own interest, by which one begins another. */
export const REGISTER = 'register'
export const CHANGE = 'change-interest'
export const OFFER = 'offer-to-register'
export const OWN_INTEREST = 'own-interest'

/**
 * The verbs of each dialog's buttons. Cards that were sent long ago carry them, and anybody can send one: what it does
 * is checked by the services.
 */
export const VERBS = {
  [REGISTER]: ['interest/start', 'interest/notify-open', 'interest/form', 'interest/save', 'interest/cancel'],
  [CHANGE]: ['interest/change', 'interest/change-save', 'interest/change-cancel'],
  [OWN_INTEREST]: ['interest/status', 'interest/withdraw', 'interest/withdraw-confirm', 'interest/withdraw-keep'],
} as const

/** What a card of one's own interest may have on a button: these verbs, and the way to one's data. */
export type RegisterVerb = (typeof VERBS)[keyof typeof VERBS][number] | 'my-data/show'

/** The action of who asks whether they may, rather than to be registered. */
export const WHETHER = 'whether'

/** What the registration begins with. */
export interface RegisterOptions {
  action?: 'register' | 'resume' | 'cancel' | typeof WHETHER
  /** The cohort that was chosen on a card, or offered. */
  cohortId?: string
  /** Whether to be told was chosen on a card, or offered. */
  tellMe?: boolean
}
