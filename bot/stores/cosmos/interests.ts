import { setTimeout as wait } from 'node:timers/promises'
import type { AuditLog } from '../../../dialogs/interest/auditLog.ts'
import type { Interest, StoredInterest } from '../../../dialogs/interest/interest.ts'
import { emailKey, personId as personKey } from '../../../dialogs/interest/interestId.ts'
import type { InterestStore } from '../../../dialogs/interest/interestStore.ts'
import { plainTerms, type SearchTerms } from '../../../dialogs/review/searchTerms.ts'
import { StoreUnavailable } from '../../../dialogs/storeUnavailable.ts'
import type { Documents } from './documents.ts'
import { documentOf, type ErasedDocument, filterQuery, type InterestDocument, storedOf } from './interestDocument.ts'
import { referenceDocuments } from './referenceDocuments.ts'

const WHOLE = 'c.interest, c._etag, c.place'
const SWEEP_PAGE = 50
const CREATE_ATTEMPTS = 6

/**
 * Interests in Cosmos DB. One document is one interest, in the partition of its cohort; every change is one write of
 * it, and what spans two documents is done in an order in which a crash leaves nothing lost and a later call finishes.
 */
export const cosmosInterests = (
  interests: Documents,
  records: Documents,
  audit: AuditLog,
  terms: SearchTerms = plainTerms,
): InterestStore => {
  const references = referenceDocuments(records)

  /** Moves the record of an erased interest to the audit log; again after a crash, it finishes. */
  const finishErasure = async (erased: ErasedDocument): Promise<void> => {
    await audit.append(erased.record)
    await references.release(erased.references, erased.id)
    await interests.remove(erased.id, erased.cohortId)
  }

  const read = async (id: string, cohortId: string): Promise<StoredInterest | undefined> => {
    const found = await interests.read<InterestDocument | ErasedDocument>(id, cohortId)
    if (found?.document.kind !== 'interest') return undefined
    return { interest: (found.document as InterestDocument).interest, version: found.etag }
  }

  /** Creates it; or what is there already. An erased one is finished first. */
  const create = async (interest: Interest): Promise<{ made: string } | { existing: StoredInterest }> => {
    for (let attempt = 0; attempt < CREATE_ATTEMPTS; attempt++) {
      const made = await interests.create(documentOf(interest, terms))
      if (made) return { made }
      const there = await interests.read<InterestDocument | ErasedDocument>(interest.id, interest.cohortId)
      if (there?.document.kind === 'interest') {
        return { existing: { interest: (there.document as InterestDocument).interest, version: there.etag } }
      }
      if (there) await finishErasure(there.document as ErasedDocument)
      else await wait(25 * 2 ** attempt)
    }
    throw new StoreUnavailable('be read after a write', undefined)
  }

  const all = async (where: string, values: Record<string, string>, limit?: number): Promise<InterestDocument[]> =>
    interests.query<InterestDocument>({
      select: WHOLE,
      where: `c.kind = 'interest' AND ${where}`,
      values,
      ...(limit === undefined ? {} : { limit, orderBy: 'c.noticeDue ASC' }),
    })

  return {
    async add(interest) {
      const claimed = await references.claim(interest)
      if (claimed === 'taken') {
        const existing = await read(interest.id, interest.cohortId)
        return existing ? { kind: 'duplicate', existing } : { kind: 'reference-taken' }
      }
      const result = await create(interest)
      if ('made' in result) return { kind: 'added', stored: { interest, version: result.made } }
      const { existing } = result
      if (claimed === 'new' && existing.interest.reference !== interest.reference) {
        await references.release([interest.reference], interest.id)
      }
      return { kind: 'duplicate', existing }
    },

    get: read,

    async replace(interest, version) {
      const claimed = await references.claim(interest)
      if (claimed === 'taken') {
        const latest = await read(interest.id, interest.cohortId)
        return { kind: latest?.version === version ? 'reference-taken' : 'conflict' }
      }
      const etag = await interests.replace(documentOf(interest, terms), interest.cohortId, version)
      if (etag) {
        await references.point(interest.formerReferences, interest)
        return { kind: 'replaced', stored: { interest, version: etag } }
      }
      if (claimed === 'new') {
        const latest = await read(interest.id, interest.cohortId)
        if (latest?.interest.reference !== interest.reference)
          await references.release([interest.reference], interest.id)
      }
      return { kind: 'conflict' }
    },

    async byPerson(tenantId, personId) {
      const found = await all('c.person = @person', { person: personKey(tenantId, personId) })
      return found.map(storedOf).sort((a, b) => a.interest.createdAt.localeCompare(b.interest.createdAt))
    },

    async byEmail(tenantId, email) {
      if (email.trim() === '') return []
      return (await all('c.email = @email', { email: `${tenantId}|${emailKey(email)}` })).map(storedOf)
    },

    async byReference(reference) {
      const found = await references.find(reference)
      return found && read(found.interestId, found.cohortId)
    },

    async page(filter, { limit, continuation, order = 'oldest' }) {
      const { where, values, ...partition } = filterQuery(filter)
      const after = continuation === undefined ? '' : ` AND c.place ${order === 'oldest' ? '>' : '<'} @after`
      const found = await interests.query<InterestDocument>({
        ...partition,
        select: WHOLE,
        where: where + after,
        values: continuation === undefined ? values : { ...values, after: continuation },
        orderBy: `c.place ${order === 'oldest' ? 'ASC' : 'DESC'}`,
        limit: limit + 1,
      })
      const items = found.slice(0, limit)
      const last = items.at(-1)
      return { items: items.map(storedOf), ...(found.length > limit && last ? { next: last.place } : {}) }
    },

    async count(filter) {
      const [found] = await interests.query<number>({ ...filterQuery(filter), select: 'VALUE COUNT(1)' })
      return found ?? 0
    },

    async counts(cohortId) {
      const rows = await interests.query<{ cohortId: string; band: string; service: string; status: string }>({
        select: 'c.cohortId, c.band, c.service, c.status',
        ...filterQuery(cohortId ? { cohortIds: [cohortId] } : {}),
      })
      const counts = new Map<string, (typeof rows)[number] & { count: number }>()
      for (const { cohortId, band, service, status } of rows) {
        const key = JSON.stringify([cohortId, band, service, status])
        const count = (counts.get(key)?.count ?? 0) + 1
        counts.set(key, { cohortId, band, service, status, count })
      }
      return [...counts.values()]
    },

    async *pastRetention(now) {
      const unfinished = await interests.query<ErasedDocument>({ where: `c.kind = 'erased'`, values: {} })
      for (const erased of unfinished) await finishErasure(erased)
      let after = ''
      for (;;) {
        const found = await interests.query<InterestDocument>({
          select: WHOLE,
          where: `c.kind = 'interest' AND c.expiresAt <= @now AND c.heldUntil <= @now AND c.place > @after`,
          values: { now, after },
          orderBy: 'c.place ASC',
          limit: SWEEP_PAGE,
        })
        const last = found.at(-1)
        if (!last) return
        after = last.place
        yield* found.map(storedOf)
      }
    },

    /** Of every partition: notices wait in interests of all cohorts, and there are as many partitions as cohorts. */
    async withNoticesDue(now, limit) {
      return (await all(`c.noticeDue > '' AND c.noticeDue <= @now`, { now }, limit)).map(storedOf)
    },

    async join(from, to) {
      const result = await create(to)
      if ('existing' in result) return { kind: 'duplicate', existing: result.existing }
      await references.point([to.reference, ...to.formerReferences], to)
      const removed = await interests.remove(from.interest.id, from.interest.cohortId, from.version)
      return removed === 'changed'
        ? { kind: 'conflict' }
        : { kind: 'joined', stored: { interest: to, version: result.made } }
    },

    async erase({ interest, version }, record) {
      const { id, cohortId, reference, formerReferences } = interest
      const erased: ErasedDocument = {
        id,
        cohortId,
        kind: 'erased',
        record,
        references: [reference, ...formerReferences],
      }
      if (!(await interests.replace({ ...erased, ttl: -1 }, cohortId, version))) return { kind: 'conflict' }
      await finishErasure(erased)
      return { kind: 'erased' }
    },
  }
}
