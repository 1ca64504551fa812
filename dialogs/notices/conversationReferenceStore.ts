/** Where a person can be written to. */
export interface PersonConversation {
  tenantId: string
  personId: string
  /** What the channel needs to continue the conversation, as it gave it. */
  reference: Record<string, unknown>
  /** The person blocked or removed the bot: nothing can be sent. */
  blocked: boolean
  updatedAt: string
}

/** Every member throws StoreUnavailable when the store cannot answer, and nothing else. */
export interface ConversationReferenceStore {
  put(conversation: PersonConversation): Promise<void>
  get(tenantId: string, personId: string): Promise<PersonConversation | undefined>
  /** Whether there was one. */
  remove(tenantId: string, personId: string): Promise<boolean>
}
