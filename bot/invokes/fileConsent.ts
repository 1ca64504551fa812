import type { Submission } from '../../dialogs/turn.ts'

/** A `fileConsent/invoke`, Teams' yes or no to a file that the bot offered, as the submission that HR's review takes. */
export const fileConsentSubmission = (value: Submission['data']): Submission => ({
  verb: 'review/file-consent',
  data: value,
})
