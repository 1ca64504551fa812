import { setTimeout as wait } from 'node:timers/promises'
import type { StoredQuestion, UnansweredQuestion, UnansweredStore } from '../../../dialogs/answers/unansweredStore.ts'
import { personId as personKey } from '../../../dialogs/interest/interestId.ts'
import { counted, forgotten, questionId, sent } from '../questions.ts'
import type { Document, Documents } from './documents.ts'

interface QuestionDocument extends Document {
  part: 'questions'
  question: UnansweredQuestion
  _etag: string
}

const PART = 'questions'
const SPREAD_MS = 20

const documentOf = (question: UnansweredQuestion) => ({
  id: question.id,
  part: PART,
  state: question.state,
  count: question.count,
  expiresAt: question.expiresAt,
  askers: question.askedBy.map(({ tenantId, personId }) => personKey(tenantId, personId)),
  question,
})

/** What could not be answered, in Cosmos DB: one partition, each question one document. */
export const cosmosUnanswered = (records: Documents): UnansweredStore => {
  const find = async (id: string): Promise<StoredQuestion | undefined> => {
    const found = await records.read<QuestionDocument>(id, PART)
    return found && { question: found.document.question, version: found.etag }
  }

  /** Writes what `next` makes of the latest, until no other writer came between. */
  const change = async (
    id: string,
    next: (latest: UnansweredQuestion | undefined) => UnansweredQuestion | undefined,
  ): Promise<boolean> => {
    for (;;) {
      const found = await find(id)
      const made = next(found?.question)
      if (!made) return false
      const document = documentOf(made)
      const written = found ? await records.replace(document, PART, found.version) : await records.create(document)
      if (written) return true
      await wait(Math.random() * SPREAD_MS)
    }
  }

  const list = (where: string, values: Record<string, string>, ordered?: { orderBy: string; limit: number }) =>
    records.query<QuestionDocument>({
      where: `c.part = @part AND ${where}`,
      values: { ...values, part: PART },
      partition: PART,
      ...ordered,
    })
  const sentBy = (tenantId: string, personId: string) =>
    list('ARRAY_CONTAINS(c.askers, @person)', { person: personKey(tenantId, personId) })

  return {
    async count(asking) {
      const id = questionId(asking.group)
      await change(id, (latest) => counted(latest, asking))
      return id
    },
    send: (id, by) => change(id, (latest) => latest && sent(latest, by)),
    get: find,
    async replace(question, version) {
      const written = await records.replace(documentOf(question), PART, version)
      return { kind: written ? 'replaced' : 'conflict' }
    },
    async list(state, limit) {
      const found = await list('c.state = @state', { state }, { orderBy: 'c.count DESC', limit })
      return found.map((document) => ({ question: document.question, version: document._etag }))
    },
    async sentBy(tenantId, personId) {
      return (await sentBy(tenantId, personId)).map(({ question }) => question)
    },
    async forget(tenantId, personId) {
      const found = await sentBy(tenantId, personId)
      for (const { id } of found) await change(id, (latest) => latest && forgotten(latest, tenantId, personId))
      return found.length
    },
    async removeExpired(now) {
      const expired = await list('c.expiresAt <= @now', { now })
      let removed = 0
      for (const { id, _etag } of expired) if ((await records.remove(id, PART, _etag)) === 'removed') removed++
      return removed
    },
  }
}
