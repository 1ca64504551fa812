import type { DraftStore } from '../../../dialogs/interest/draftStore.ts'
import type { InterestDraft } from '../../../dialogs/interest/interest.ts'
import { personId as personKey } from '../../../dialogs/interest/interestId.ts'
import type { Document, Documents } from './documents.ts'

interface DraftDocument extends Document {
  value: InterestDraft
}

/** Drafts in Cosmos DB, each a partition of its own; time to live removes what the sweep has not. */
export const cosmosDrafts = (records: Documents): DraftStore => {
  const idOf = (tenantId: string, personId: string) => `draft:${personKey(tenantId, personId)}`
  return {
    async put(draft) {
      const id = idOf(draft.tenantId, draft.personId)
      const left = Math.ceil((Date.parse(draft.expiresAt) - Date.parse(draft.updatedAt)) / 1000)
      await records.upsert({
        id,
        part: id,
        kind: 'draft',
        expiresAt: draft.expiresAt,
        ttl: Math.max(1, left),
        value: draft,
      })
    },
    async get(tenantId, personId, now) {
      const id = idOf(tenantId, personId)
      const found = await records.read<DraftDocument>(id, id)
      return found && found.document.value.expiresAt > now ? found.document.value : undefined
    },
    async remove(tenantId, personId) {
      const id = idOf(tenantId, personId)
      return (await records.remove(id, id)) === 'removed'
    },
    async removeExpired(now) {
      const where = `c.kind = 'draft' AND c.expiresAt <= @now`
      const expired = await records.query<{ id: string }>({ select: 'c.id', where, values: { now } })
      for (const { id } of expired) await records.remove(id, id)
      return expired.length
    },
  }
}
