import type { SQLInputValue } from 'node:sqlite'
import type { Interest, StoredInterest } from '../../../dialogs/interest/interest.ts'
import { emailKey } from '../../../dialogs/interest/interestId.ts'
import { fold } from '../../../dialogs/reading/normalise.ts'
import type { SearchTerms } from '../../../dialogs/review/searchTerms.ts'
import type { Row } from './database.ts'

const FOREVER = '9999'

const earliest = (moments: string[]): string | null => moments.sort()[0] ?? null

/** Each word once, after a space, as what is looked for begins with one: only the beginning of a word matches. */
const words = (folded: string): string => ` ${[...new Set(folded.split(' '))].join(' ')}`

/** The columns that are made from an interest: all but `place` (the order of arrival) and `version`. */
export const columnsOf = (interest: Interest, terms: SearchTerms): Record<string, SQLInputValue> => ({
  id: interest.id,
  tenant_id: interest.tenantId,
  person_id: interest.personId,
  email_key: emailKey(interest.email),
  cohort_id: interest.cohortId,
  band: interest.band,
  service: interest.service,
  status: interest.status,
  status_since: interest.statusSince,
  registered_at: interest.createdAt,
  expires_at: interest.expiresAt,
  held_until: interest.hold ? (interest.hold.until ?? FOREVER) : null,
  notice_due: earliest(interest.pending.map(({ dueAt }) => dueAt)),
  assignee: interest.assignee?.objectId ?? '',
  manager_knows: interest.managerKnows,
  name_words: words(fold(interest.name)),
  service_words: words(fold(interest.service)),
  base_words: words(fold(interest.base)),
  manager_words: words(fold(interest.manager)),
  team_words: words(terms.team(interest)),
  role_words: words(terms.role(interest)),
  assignee_words: words(fold(interest.assignee?.name ?? '')),
  body: JSON.stringify(interest),
})

export const storedOf = (row: Row): StoredInterest => ({
  interest: JSON.parse(String(row.body)) as Interest,
  version: String(row.version),
})
