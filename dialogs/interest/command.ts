import type { Turn } from '../turn.ts'
import type { Command } from './interest.ts'

/**
 * The activity that a change is stored with: the same one, sent again, gets its first outcome. An activity without an
 * id stands for itself alone, so that two of them are never taken for one.
 */
export const commandOf = ({ conversation, activityId, id }: Turn): Command => ({
  conversationId: conversation.id,
  activityId: activityId || id,
})
