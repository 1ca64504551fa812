import type { Role } from '../access.ts'

/** Where a person can be written to. */
export interface PersonConversation {
  tenantId: string
  personId: string
  /** What the channel needs to continue the conversation, as it gave it. */
  reference: Record<string, unknown>
  /** The person blocked or removed the bot: nothing can be sent. */
  blocked: boolean
  /** What they were when they last wrote: a hint of whom to ask about, never a permission. */
  role?: Role
  updatedAt: string
}

/** Every member throws StoreUnavailable when the store cannot answer, and nothing else. */
export interface ConversationReferenceStore {
  put(conversation: PersonConversation): Promise<void>
  get(tenantId: string, personId: string): Promise<PersonConversation | undefined>
  /** Of those who had this role when they last wrote. */
  ofRole(role: Role): Promise<PersonConversation[]>
  /** Whether there was one. */
  remove(tenantId: string, personId: string): Promise<boolean>
}
