import type { ErasureRecord } from '../../../dialogs/interest/auditLog.ts'
import type { Interest, StoredInterest } from '../../../dialogs/interest/interest.ts'
import type { InterestFilter } from '../../../dialogs/interest/interestFilter.ts'
import { emailKey, personId } from '../../../dialogs/interest/interestId.ts'
import { fold, searchWords } from '../../../dialogs/reading/normalise.ts'
import type { SearchTerms } from '../../../dialogs/review/searchTerms.ts'
import type { Query } from './documents.ts'

const DAY_SECONDS = 24 * 60 * 60
/** Time to live is the second net: the sweep comes first and keeps its record. */
const NET_DAYS = 30
const FOREVER = '9999'

/** An interest as Cosmos DB holds it: what is searched at the top, the interest itself in one part, not indexed. */
export interface InterestDocument {
  [property: string]: unknown
  id: string
  cohortId: string
  kind: 'interest'
  interest: Interest
  place: string
  _etag?: string
}

/** What stands in an interest's place from the moment it is erased until its record is in the audit log. */
export interface ErasedDocument {
  [property: string]: unknown
  id: string
  cohortId: string
  kind: 'erased'
  record: ErasureRecord
  references: string[]
}

const begins = (text: string): string => ` ${fold(text)}`

const timeToLive = (interest: Interest): number =>
  interest.hold
    ? -1
    : Math.max(1, Math.ceil((Date.parse(interest.expiresAt) - Date.now()) / 1000)) + NET_DAYS * DAY_SECONDS

/** Its words in the trust's own names are those of the vocabulary at the time of its last change. */
export const documentOf = (interest: Interest, terms: SearchTerms): InterestDocument => ({
  id: interest.id,
  cohortId: interest.cohortId,
  kind: 'interest',
  person: interest.personId === null ? '' : personId(interest.tenantId, interest.personId),
  email: `${interest.tenantId}|${emailKey(interest.email)}`,
  place: `${interest.statusSince}~${interest.id}`,
  band: interest.band,
  service: interest.service,
  status: interest.status,
  assignee: interest.assignee?.objectId ?? '',
  nameWords: begins(interest.name),
  serviceWords: begins(interest.service),
  baseWords: begins(interest.base),
  managerWords: begins(interest.manager),
  teamWords: ` ${terms.team(interest)}`,
  roleWords: ` ${terms.role(interest)}`,
  assigneeWords: begins(interest.assignee?.name ?? ''),
  managerKnows: interest.managerKnows,
  statusSince: interest.statusSince,
  registeredAt: interest.createdAt,
  expiresAt: interest.expiresAt,
  heldUntil: interest.hold ? (interest.hold.until ?? FOREVER) : '',
  noticeDue: interest.pending.map(({ dueAt }) => dueAt).sort()[0] ?? '',
  ttl: timeToLive(interest),
  interest,
})

export const storedOf = (document: Pick<InterestDocument, 'interest' | '_etag'>): StoredInterest => ({
  interest: document.interest,
  version: document._etag ?? '',
})

/** The filter as a query: of one partition when it names one cohort, else of all. */
export const filterQuery = (filter: InterestFilter): Pick<Query, 'where' | 'values' | 'partition'> => {
  const conditions = [`c.kind = 'interest'`]
  const values: Query['values'] = {}
  const also = (condition: (name: string) => string, value: Query['values'][string]): void => {
    const name = `v${conditions.length}`
    conditions.push(condition(`@${name}`))
    values[name] = value
  }
  const anyOf = (property: string, wanted: readonly string[] | undefined): void => {
    if (wanted?.length === 1) also((name) => `c.${property} = ${name}`, wanted[0] ?? '')
    else if (wanted) also((name) => `ARRAY_CONTAINS(${name}, c.${property})`, [...wanted])
  }
  const words = (property: string, text: string | undefined): void => {
    for (const word of searchWords(text ?? '')) also((name) => `CONTAINS(c.${property}, ${name})`, ` ${word}`)
  }
  const bound = (property: string, sign: '<=' | '>=', moment: string | undefined): void => {
    if (moment !== undefined) also((name) => `c.${property} ${sign} ${name}`, moment)
  }
  anyOf('cohortId', filter.cohortIds)
  anyOf('band', filter.bands)
  anyOf('status', filter.statuses)
  if (filter.assignee !== undefined) anyOf('assignee', [filter.assignee ?? ''])
  words('nameWords', filter.name)
  words('serviceWords', filter.service)
  words('baseWords', filter.base)
  words('managerWords', filter.manager)
  words('teamWords', filter.team)
  words('roleWords', filter.role)
  words('assigneeWords', filter.assigneeName)
  anyOf('managerKnows', filter.managerKnows && [filter.managerKnows])
  bound('statusSince', '<=', filter.statusSinceTo)
  bound('statusSince', '>=', filter.statusSinceFrom)
  bound('registeredAt', '>=', filter.registeredFrom)
  bound('registeredAt', '<=', filter.registeredTo)
  const partition = filter.cohortIds?.length === 1 ? filter.cohortIds[0] : undefined
  return { where: conditions.join(' AND '), values, ...(partition === undefined ? {} : { partition }) }
}
