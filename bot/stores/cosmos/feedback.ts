import type { Feedback, FeedbackStore } from '../../../dialogs/answers/feedbackStore.ts'
import { totalsByEntry } from '../feedbackTotals.ts'
import type { Document, Documents } from './documents.ts'
import { safeId } from './safeId.ts'

interface FeedbackDocument extends Document {
  feedback: Feedback
}

/** Thumbs in Cosmos DB: one partition. */
export const cosmosFeedback = (records: Documents): FeedbackStore => {
  const part = 'feedback'
  return {
    async put(feedback) {
      await records.upsert({ id: safeId(feedback.turnId), part, at: feedback.at, feedback })
    },
    async list(limit) {
      const query = { where: 'c.part = @part', values: { part }, orderBy: 'c.at DESC', partition: part, limit }
      return (await records.query<FeedbackDocument>(query)).map(({ feedback }) => feedback)
    },
    async byEntry() {
      const query = { select: 'c.feedback', where: 'c.part = @part', values: { part }, partition: part }
      return totalsByEntry((await records.query<FeedbackDocument>(query)).map(({ feedback }) => feedback))
    },
    async removeBefore(at) {
      const query = { select: 'c.id', where: 'c.part = @part AND c.at < @at', values: { part, at }, partition: part }
      const old = await records.query<{ id: string }>(query)
      for (const { id } of old) await records.remove(id, part)
      return old.length
    },
  }
}
