import type { Cohort, CohortStore } from '../../../dialogs/cohorts/cohortStore.ts'
import type { Document, Documents } from './documents.ts'
import { safeId } from './safeId.ts'

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
