import { assert } from 'chai'
import type { Stores } from '../../bot/stores/stores.ts'
import type { ExportRecord, LookRecord } from '../../dialogs/interest/auditLog.ts'
import { somebody } from '../support/people.ts'
import { AWKWARD_KEYS, AWKWARD_NAMES } from './awkward.ts'

const at = (minute: number): string => new Date(Date.UTC(2014, 0, 8, 9, minute)).toISOString()
const { tenantId, objectId, name } = somebody('hr', 'Olwen Price')
const actor = { tenantId, objectId, name }

const look = (minute: number): LookRecord => ({
  kind: 'look',
  id: `look-${minute}`,
  at: at(minute),
  actor,
  what: AWKWARD_NAMES[0] ?? '',
  interestIds: ['a', 'b'],
})

const anExport = (id: string, minute: number): ExportRecord => ({
  kind: 'export',
  id,
  at: at(minute),
  actor,
  purpose: '=HYPERLINK("x") for the panel',
  format: 'csv',
  filter: { cohortIds: ['one'] },
  count: 2,
  deleteBy: '2014-04-08',
  erasedSince: [],
})

/** What every audit log must do. */
export const auditLogContract = (two: () => [Stores, Stores]): void => {
  it('keeps each record once, and tells them by kind, newest first, page by page', async () => {
    const [here, there] = two()
    for (let minute = 0; minute < 5; minute++) await here.audit.append(look(minute))
    await there.audit.append(look(3))
    await here.audit.append({ kind: 'note', id: 'n', at: at(1), actor, what: 'cohort', detail: { state: 'open' } })
    const first = await there.audit.page('look', { limit: 3 })
    assert.deepEqual(first.records, [look(4), look(3), look(2)])
    const rest = await there.audit.page('look', { limit: 3, continuation: first.next ?? '' })
    assert.deepEqual(rest, { records: [look(1), look(0)] })
    assert.lengthOf((await there.audit.page('note', { limit: 3 })).records, 1)
  })

  it('keeps a record whatever its id holds', async () => {
    const [here, there] = two()
    for (const id of AWKWARD_KEYS) {
      await here.audit.append({ kind: 'note', id, at: at(1), actor, what: 'cohort', detail: {} })
      await here.audit.appendExport(anExport(`export ${id}`, 1), ['shared'])
    }
    const { records } = await there.audit.page('note', { limit: 20 })
    assert.sameMembers(
      records.map(({ id }) => id),
      [...AWKWARD_KEYS],
    )
    assert.equal(await there.audit.flagExports('shared', at(5)), AWKWARD_KEYS.length)
  })

  it('flags every export that holds an erased interest, however long the export', async () => {
    const [here, there] = two()
    const many = Array.from({ length: 4500 }, (_, i) => `id-${i}`)
    await here.audit.appendExport(anExport('long', 1), [...many, 'shared'])
    await here.audit.appendExport(anExport('short', 2), ['shared', 'shared'])
    await here.audit.appendExport(anExport('other', 3), ['else'])
    assert.equal(await there.audit.flagExports('shared', at(5)), 2)
    assert.equal(await there.audit.flagExports('id-4499', at(6)), 1)
    assert.equal(await there.audit.flagExports('nowhere', at(7)), 0)
    const { records } = await here.audit.page('export', { limit: 5 })
    assert.deepEqual(
      records.map((record) => record.kind === 'export' && [record.id, record.erasedSince]),
      [
        ['other', []],
        ['short', [at(5)]],
        ['long', [at(5), at(6)]],
      ],
    )
  })

  it('removes what is older', async () => {
    const [here] = two()
    for (let minute = 0; minute < 4; minute++) await here.audit.append(look(minute))
    await here.audit.appendExport(anExport('old', 0), ['x'])
    assert.equal(await here.audit.removeBefore(at(2)), 3)
    assert.lengthOf((await here.audit.page('look', { limit: 9 })).records, 2)
    assert.equal(await here.audit.flagExports('x', at(5)), 0)
  })
}
