import type { Interest } from '../../../dialogs/interest/interest.ts'
import type { Documents } from './documents.ts'

interface ReferenceDocument {
  [property: string]: unknown
  id: string
  part: string
  interestId: string
  cohortId: string
}

/** Which interest each reference leads to. Its id is the reference, so that no two interests can have one. */
export const referenceDocuments = (records: Documents) => {
  const idOf = (reference: string) => `reference:${encodeURIComponent(reference).slice(0, 200)}`
  const documentOf = (reference: string, { id, cohortId }: Interest): ReferenceDocument => ({
    id: idOf(reference),
    part: idOf(reference),
    interestId: id,
    cohortId,
  })
  const find = async (reference: string) => {
    const found = await records.read<ReferenceDocument>(idOf(reference), idOf(reference))
    return found?.document
  }

  return {
    find,

    /** `new` when it was made for this interest, `own` when it leads there already. */
    async claim(interest: Interest): Promise<'new' | 'own' | 'taken'> {
      const document = documentOf(interest.reference, interest)
      if (await records.create(document)) return 'new'
      const there = await find(interest.reference)
      if (there?.interestId === interest.id) return 'own'
      if (there?.interestId !== interest.entered?.formerId) return 'taken'
      await records.upsert(document)
      return 'own'
    },

    /** Makes every one of these lead to the interest. */
    async point(references: readonly string[], interest: Interest): Promise<void> {
      for (const reference of references) {
        if ((await find(reference))?.interestId !== interest.id) await records.upsert(documentOf(reference, interest))
      }
    },

    /** Removes those that lead to this interest. */
    async release(references: readonly string[], interestId: string): Promise<void> {
      for (const reference of references) {
        if ((await find(reference))?.interestId === interestId) await records.remove(idOf(reference), idOf(reference))
      }
    },
  }
}
