import { createHash } from 'node:crypto'

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)

/** The id of one person's interest in one cohort: the same on every device and in every process. */
export const interestId = (tenantId: string, personId: string, cohortId: string): string =>
  digest(['interest', tenantId, personId, cohortId])

/** The id of an interest that HR entered for somebody who has not signed in: their e-mail stands for them. */
export const enteredId = (tenantId: string, email: string, cohortId: string): string =>
  digest(['entered', tenantId, emailKey(email), cohortId])

/** One person's key, where an id may hold neither slash nor object id. */
export const personId = (tenantId: string, objectId: string): string => digest(['person', tenantId, objectId])

/** Who did something, once their name has been erased: the same for the same person, and told by nothing else. */
export const pseudonym = (tenantId: string, objectId: string): string =>
  `person-${digest(['pseudonym', tenantId, objectId]).slice(0, 12)}`

/** An e-mail address as it is compared. */
export const emailKey = (email: string): string => email.trim().normalize('NFC').toLowerCase()
