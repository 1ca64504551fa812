import type { InvokeResponse, TurnContext } from 'botbuilder'
import { feedbackPress } from '../../dialogs/answers/feedbackPress.ts'
import type { QuestionService } from '../../dialogs/answers/questionService.ts'
import type { Turn } from '../../dialogs/turn.ts'

/**
 * Stores the thumb of a `message/submitAction`, which Teams itself does not keep.
 * Source: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content
 */
export async function storeFeedback(
  { activity: { value, replyToId } }: TurnContext,
  { id, actor, memory }: Turn,
  questions: QuestionService,
): Promise<InvokeResponse> {
  const press = feedbackPress(value)
  if (!press) return { status: 400 }
  const answer = memory.answers?.find(({ activityId }) => activityId === replyToId)
  await questions.thumb(actor, {
    turnId: answer?.turnId ?? replyToId ?? id,
    entries: answer?.entries ?? [],
    ...press,
  })
  return { status: 200, body: {} }
}
