import { StateConflict, type StateItem, type StateStore } from '../stateStore.ts'
import type { Document, Documents } from './documents.ts'
import { safeId } from './safeId.ts'

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
