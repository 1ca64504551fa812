import { expect } from 'chai'
import { localPeople } from '../../bot/local/people.ts'

describe('the people of local mode', () => {
  it('are two staff, a manager and two of HR', () => {
    expect(localPeople.map(({ role }) => role)).to.deep.equal(['staff', 'staff', 'manager', 'hr', 'hr'])
  })

  it('each have ids of their own, in one tenant', () => {
    const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
    for (const key of ['id', 'aadObjectId', 'email', 'name'] as const) {
      expect(new Set(localPeople.map((person) => person[key])).size, key).to.equal(localPeople.length)
    }
    expect(new Set(localPeople.map(({ tenantId }) => tenantId)).size).to.equal(1)
    for (const { id, aadObjectId, tenantId } of localPeople) {
      expect(id).to.match(/^29:/)
      expect(aadObjectId).to.match(guid)
      expect(tenantId).to.match(guid)
    }
  })
})
