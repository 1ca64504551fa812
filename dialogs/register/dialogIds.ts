/** The dialogs of one's own interest, by which one begins another. */
export const REGISTER = 'register'
export const CHANGE = 'change-interest'
export const OFFER = 'offer-to-register'

/** What the registration begins with. */
export interface RegisterOptions {
  action?: 'register' | 'resume' | 'cancel'
  /** The cohort that was chosen on a card, or offered. */
  cohortId?: string
  /** Whether to be told was chosen on a card, or offered. */
  tellMe?: boolean
}
