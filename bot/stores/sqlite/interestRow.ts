import { createHash } from 'node:crypto'
import type { Interest, StoredInterest } from '../../../dialogs/interest/interest.ts'
import { emailKey } from '../../../dialogs/interest/interestId.ts'
import { fold } from '../../../dialogs/reading/fold.ts'
import type { SearchTerms } from '../../../dialogs/review/searchTerms.ts'
import type { Row } from './database.ts'
import { dayWords } from './dayWords.ts'

/** Places in the work list that one millisecond has room for. */
export const PLACES = 1024

/** The first place of a moment: rows are kept in the order of the work list. */
export const placeOf = (moment: string): number => Math.max(0, Date.parse(moment)) * PLACES

/** One exact value, as a word of the search index. */
export const facet = (kind: 'cohort' | 'band' | 'status' | 'assignee' | 'knows', value: string): string =>
  `${kind}${createHash('sha256').update(value).digest('hex').slice(0, 16)}`

/** What the search index holds of it, column by column. */
export const searchColumns = (interest: Interest, terms: SearchTerms): string[] => [
  fold(interest.name),
  fold(interest.service),
  fold(interest.base),
  fold(interest.manager),
  terms.team(interest),
  terms.role(interest),
  fold(interest.assignee?.name ?? ''),
  [
    facet('cohort', interest.cohortId),
    facet('band', interest.band),
    facet('status', interest.status),
    facet('assignee', interest.assignee?.objectId ?? ''),
    facet('knows', interest.managerKnows),
    ...dayWords(interest.createdAt),
  ].join(' '),
]

const FOREVER = '9999'

/** The columns beside place, id and version, in the order of COLUMNS. */
export const columnValues = (interest: Interest, search: string): (string | null)[] => [
  interest.tenantId,
  interest.personId,
  emailKey(interest.email),
  interest.cohortId,
  interest.band,
  interest.service,
  interest.status,
  interest.statusSince,
  interest.createdAt,
  interest.expiresAt,
  interest.hold ? (interest.hold.until ?? FOREVER) : null,
  interest.pending.reduce<string | null>((first, { dueAt }) => (first && first < dueAt ? first : dueAt), null),
  search,
  JSON.stringify(interest),
]

export const COLUMNS = [
  'tenant_id',
  'person_id',
  'email_key',
  'cohort_id',
  'band',
  'service',
  'status',
  'status_since',
  'registered_at',
  'expires_at',
  'held_until',
  'notice_due',
  'search',
  'body',
]

export const storedOf = (row: Row): StoredInterest => ({
  interest: JSON.parse(String(row.body)) as Interest,
  version: String(row.version),
})
