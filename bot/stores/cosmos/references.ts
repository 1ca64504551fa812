import { personId as personKey } from '../../../dialogs/interest/interestId.ts'
import type {
  ConversationReferenceStore,
  PersonConversation,
} from '../../../dialogs/notices/conversationReferenceStore.ts'
import type { Document, Documents } from './documents.ts'

interface ConversationDocument extends Document {
  value: PersonConversation
}

/** Where people can be written to, in Cosmos DB. */
export const cosmosReferences = (records: Documents): ConversationReferenceStore => {
  const idOf = (tenantId: string, personId: string) => `conversation:${personKey(tenantId, personId)}`
  return {
    async put(conversation) {
      const id = idOf(conversation.tenantId, conversation.personId)
      await records.upsert({ id, part: id, kind: 'conversation', role: conversation.role ?? '', value: conversation })
    },
    async get(tenantId, personId) {
      const id = idOf(tenantId, personId)
      return (await records.read<ConversationDocument>(id, id))?.document.value
    },
    /** Of every partition, since each conversation is its own: asked once a day. */
    async ofRole(role) {
      const query = { where: `c.kind = 'conversation' AND c.role = @role`, values: { role } }
      return (await records.query<ConversationDocument>(query)).map(({ value }) => value)
    },
    async remove(tenantId, personId) {
      const id = idOf(tenantId, personId)
      return (await records.remove(id, id)) === 'removed'
    },
  }
}
