import type { Activity } from 'botbuilder'
import type { LocalPerson } from './people.ts'

/** The state of a member's message on its way to the bot. */
type Delivery = 'sending' | 'delivered' | 'failed'

/** One message as the chat page shows it. */
interface ShownActivity {
  readonly id: string
  readonly author: 'member' | 'bot'
  readonly activity: Partial<Activity>
  readonly delivery?: Delivery
  /** Why it was not delivered, for the person to read. */
  readonly problem?: string
  readonly edited?: boolean
  /** The thumb already given. */
  readonly reaction?: string
  /** The answer to a file consent card, and where the file is once the bot has uploaded it. */
  readonly consent?: { readonly answer: 'accept' | 'decline'; readonly href?: string }
  /** Rises with every change, so that the page draws again only what changed. */
  readonly revision: number
}

export type ConversationEvent =
  | { readonly type: 'snapshot'; readonly epoch: string; readonly shown: readonly ShownActivity[] }
  | { readonly type: 'shown'; readonly shown: ShownActivity }
  | { readonly type: 'removed'; readonly id: string }
  | { readonly type: 'typing' }
  | { readonly type: 'turnEnded' }

export interface Conversation {
  readonly id: string
  readonly member: LocalPerson
  /** Adds the bot unless that was done: `install` runs once, and again only after it failed. */
  installOnce(install: () => Promise<boolean>): Promise<void>
  all(): readonly ShownActivity[]
  find(activityId: string): ShownActivity | undefined
  show(shown: Omit<ShownActivity, 'revision'>): ShownActivity
  change(activityId: string, change: Partial<Omit<ShownActivity, 'id' | 'revision'>>): ShownActivity | undefined
  remove(activityId: string): boolean
  publish(event: ConversationEvent): void
  subscribe(listener: (event: ConversationEvent) => void): () => void
}

const openConversation = (member: LocalPerson): Conversation => {
  const shown = new Map<string, ShownActivity>()
  const listeners = new Set<(event: ConversationEvent) => void>()
  let installed: Promise<boolean> | undefined
  const publish = (event: ConversationEvent): void => {
    for (const listener of listeners) listener(event)
  }
  const put = (next: ShownActivity): ShownActivity => {
    shown.set(next.id, next)
    publish({ type: 'shown', shown: next })
    return next
  }
  return {
    id: `a:local-${member.aadObjectId}`,
    member,
    async installOnce(install) {
      installed ??= install()
      if (!(await installed)) installed = undefined
    },
    all: () => [...shown.values()],
    find: (activityId) => shown.get(activityId),
    show: (next) => put({ ...next, revision: 1 }),
    change(activityId, change) {
      const before = shown.get(activityId)
      return before && put({ ...before, ...change, revision: before.revision + 1 })
    },
    remove(activityId) {
      const found = shown.delete(activityId)
      if (found) publish({ type: 'removed', id: activityId })
      return found
    },
    publish,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export interface Conversations {
  /** Differs after a restart, when the page must drop what it still shows. */
  readonly epoch: string
  readonly people: readonly LocalPerson[]
  byId(conversationId: string): Conversation | undefined
  /** That member's personal conversation; `memberId` is the channel's id or the Entra object id. */
  ofMember(memberId: string): Conversation | undefined
}

/** One personal conversation a person, kept in memory. Its id outlives a restart, as stored references to it do. */
export const localConversations = (people: readonly LocalPerson[]): Conversations => {
  const open = people.map(openConversation)
  return {
    epoch: crypto.randomUUID(),
    people,
    byId: (conversationId) => open.find(({ id }) => id === conversationId),
    ofMember: (memberId) =>
      open.find(({ member }) => member.id === memberId || member.aadObjectId === memberId.toLowerCase()),
  }
}
