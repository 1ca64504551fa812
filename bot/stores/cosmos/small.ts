import type { Feedback, FeedbackStore } from '../../../dialogs/answers/feedbackStore.ts'
import type { Cohort, CohortStore } from '../../../dialogs/cohorts/cohortStore.ts'
import { totalsByEntry } from '../feedbackTotals.ts'
import { StateConflict, type StateItem, type StateStore } from '../stateStore.ts'
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

interface CohortDocument extends Document {
  cohort: Cohort
  _etag: string
}

/** Cohorts in Cosmos DB: one partition. */
export const cosmosCohorts = (records: Documents): CohortStore => {
  const part = 'cohorts'
  const documentOf = (cohort: Cohort) => ({ id: `cohort:${safeId(cohort.id)}`, part, cohort })
  return {
    async all() {
      const found = await records.query<CohortDocument>({ where: 'c.part = @part', values: { part }, partition: part })
      return found
        .map(({ cohort, _etag }) => ({ cohort, version: _etag }))
        .sort((a, b) => (a.cohort.id < b.cohort.id ? -1 : 1))
    },
    async get(id) {
      const found = await records.read<CohortDocument>(`cohort:${safeId(id)}`, part)
      return found && { cohort: found.document.cohort, version: found.etag }
    },
    async add(cohort) {
      return { kind: (await records.create(documentOf(cohort))) ? 'added' : 'duplicate' }
    },
    async replace(cohort, version) {
      return { kind: (await records.replace(documentOf(cohort), part, version)) ? 'replaced' : 'conflict' }
    },
  }
}

interface StateDocument extends Document {
  item: Record<string, unknown>
}

/** Bot state in Cosmos DB: one document per key, each its own partition, written one by one. */
export const cosmosState = (state: Documents): StateStore => ({
  async read(keys) {
    const found = await Promise.all(
      keys.map(async (key): Promise<[string, StateItem][]> => {
        const there = await state.read<StateDocument>(safeId(key), safeId(key))
        return there ? [[key, { ...there.document.item, eTag: there.etag }]] : []
      }),
    )
    return Object.fromEntries(found.flat())
  },
  async write(changes) {
    await Promise.all(
      Object.entries(changes).map(async ([key, { eTag, ...item }]) => {
        const document = { id: safeId(key), key, writtenAt: Date.now(), item }
        if (eTag === undefined || eTag === '*') await state.upsert(document)
        else if (!(await state.replace(document, document.id, eTag))) throw new StateConflict(key)
      }),
    )
  },
  async delete(keys) {
    await Promise.all(keys.map((key) => state.remove(safeId(key), safeId(key))))
  },
  async removeBefore(at) {
    const query = { select: 'c.id', where: 'c.writtenAt < @at', values: { at: Date.parse(at) } }
    const old = await state.query<{ id: string }>(query)
    for (const { id } of old) await state.remove(id, id)
    return old.length
  },
})
