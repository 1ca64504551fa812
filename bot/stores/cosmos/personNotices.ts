import { personId as personKey } from '../../../dialogs/interest/interestId.ts'
import type { PersonNotice, PersonNoticeStore, StoredPersonNotice } from '../../../dialogs/notices/personNotices.ts'
import type { Document, Documents } from './documents.ts'
import { safeId } from './safeId.ts'

interface NoticeDocument extends Document {
  value: PersonNotice
  _etag: string
}

const PART = 'person-notices'

const idOf = (id: string): string => `notice:${safeId(id)}`

const documentOf = (notice: PersonNotice) => ({
  id: idOf(notice.id),
  part: PART,
  person: personKey(notice.tenantId, notice.personId),
  noticeDue: notice.state === 'waiting' ? notice.dueAt : '',
  expiresAt: notice.expiresAt,
  value: notice,
})

const storedOf = ({ value, _etag }: NoticeDocument): StoredPersonNotice => ({ notice: value, version: _etag })

/** Notices that belong to no interest, in Cosmos DB: one partition, so that every question is of one. */
export const cosmosPersonNotices = (records: Documents): PersonNoticeStore => {
  const list = (where: string, values: Record<string, string>, ordered?: { orderBy: string; limit: number }) =>
    records.query<NoticeDocument>({
      where: `c.part = @part AND ${where}`,
      values: { ...values, part: PART },
      partition: PART,
      ...ordered,
    })
  const removeAll = async (found: readonly NoticeDocument[]): Promise<number> => {
    for (const { id } of found) await records.remove(id, PART)
    return found.length
  }
  const ofPerson = (tenantId: string, personId: string) =>
    list('c.person = @person', { person: personKey(tenantId, personId) })

  return {
    async add(notice) {
      return { kind: (await records.create(documentOf(notice))) ? 'added' : 'duplicate' }
    },
    async get(id) {
      const found = await records.read<NoticeDocument>(idOf(id), PART)
      return found && { notice: found.document.value, version: found.etag }
    },
    async replace(notice, version) {
      const next = await records.replace(documentOf(notice), PART, version)
      return next ? { kind: 'replaced', stored: { notice, version: next } } : { kind: 'conflict' }
    },
    async due(now, limit) {
      const ordered = { orderBy: 'c.noticeDue ASC', limit }
      return (await list(`c.noticeDue > '' AND c.noticeDue <= @now`, { now }, ordered)).map(storedOf)
    },
    async byPerson(tenantId, personId) {
      const found = (await ofPerson(tenantId, personId)).map(({ value }) => value)
      return found.sort((a, b) => (a.id < b.id ? -1 : 1))
    },
    forget: async (tenantId, personId) => removeAll(await ofPerson(tenantId, personId)),
    removeExpired: async (now) => removeAll(await list('c.expiresAt <= @now', { now })),
  }
}
