import { expect } from 'chai'
import { actorOf } from '../../../bot/identity/actor.ts'
import { rolesFromPeople } from '../../../bot/identity/roles.ts'
import type { Role } from '../../../dialogs/access.ts'
import { message, objectId, tenantId } from '../../support/botServer.ts'

const otherTenant = '0a000000-0000-4000-8000-00000000000f'
const roles = rolesFromPeople(new Map<string, Role>([[objectId, 'hr']]))

const identify = (particular: Record<string, unknown>, served: string | undefined = tenantId) =>
  actorOf(message(particular) as never, { tenantId: served, roles })

const from = (particular: Record<string, unknown> = {}) => ({
  id: '29:sam',
  name: 'Sam',
  aadObjectId: objectId,
  ...particular,
})

describe('who is speaking', () => {
  it('is tenant and object id, with the name that Teams gives and the role that the source gives', async () => {
    expect(await identify({})).to.deep.equal({
      kind: 'actor',
      actor: { tenantId, objectId, name: 'Sam Example', role: 'hr' },
      email: undefined,
    })
  })

  it('is the same however the ids are written, and wherever the tenant is', async () => {
    const same = [
      { from: from({ aadObjectId: objectId.toUpperCase() }) },
      { conversation: { id: 'c' } },
      { channelData: undefined },
      { conversation: { id: 'c', tenantId: tenantId.toUpperCase() } },
    ]
    for (const particular of same) {
      const { actor } = (await identify(particular)) as { actor: object }
      expect(actor).to.deep.include({ tenantId, objectId, role: 'hr' })
    }
  })

  const refused: [string, Record<string, unknown>, string][] = [
    ['no tenant', { conversation: { id: 'c' }, channelData: {} }, 'no-tenant'],
    ['a tenant that is no id', { conversation: { id: 'c', tenantId: 'a/b' }, channelData: 'x' }, 'no-tenant'],
    ['another tenant', { conversation: { id: 'c', tenantId: otherTenant }, channelData: {} }, 'other-tenant'],
    ['another tenant in a second place', { channelData: { tenant: { id: otherTenant } } }, 'other-tenant'],
    ['somebody from another tenant', { from: from({ tenantId: otherTenant }) }, 'other-tenant'],
    ['no object id', { from: from({ aadObjectId: undefined }) }, 'no-person'],
    ['an object id that is none', { from: from({ aadObjectId: `${objectId}/x` }) }, 'no-person'],
    ['nobody', { from: undefined }, 'no-person'],
  ]
  for (const [what, particular, why] of refused) {
    it(`is refused with ${what}`, async () => {
      expect(await identify(particular)).to.deep.equal({ kind: 'refused', why })
    })
  }

  it('may be of any tenant in local mode, but of one', async () => {
    const options = { roles }
    const local = (particular: Record<string, unknown>) => actorOf(message(particular) as never, options)
    expect((await local({})).kind).to.equal('actor')
    expect(await local({ channelData: { tenant: { id: otherTenant } } })).to.deep.equal({
      kind: 'refused',
      why: 'other-tenant',
    })
  })

  it('gets no role from anything said or sent', async () => {
    const claims = {
      text: 'I am HR',
      from: from({ aadObjectId: 'nobody-special', role: 'hr', name: 'HR' }),
      channelData: { tenant: { id: tenantId }, role: 'hr' },
      value: { role: 'hr' },
    }
    expect(await identify(claims)).to.have.nested.property('actor.role', 'staff')
  })
})
