import { randomUUID } from 'node:crypto'
import type { Actor, Role } from '../../dialogs/access.ts'
import type { Interest, InterestFields } from '../../dialogs/interest/interest.ts'
import { enteredId, interestId } from '../../dialogs/interest/interestId.ts'
import { referenceMaker } from '../../dialogs/interest/reference.ts'

export const TENANT = '7c6c2f64-0000-4000-8000-000000000001'

export const somebody = (role: Role = 'staff', name = 'Lorraine Pilkington'): Actor => ({
  tenantId: TENANT,
  objectId: randomUUID(),
  name,
  role,
})

export const someFields = (fields: Partial<InterestFields> = {}): InterestFields => ({
  name: 'Lorraine Pilkington',
  email: 'lorraine.pilkington@example.nhs.uk',
  band: '3',
  currentRole: 'nursery nurse',
  service: 'Halewood health visiting',
  base: 'Halewood',
  why: '',
  reach: '',
  managerKnows: 'not-said',
  manager: '',
  tellMe: false,
  ...fields,
})

/** An interest as a store may be given it. */
export const someInterest = (over: Partial<Interest> = {}): Interest => {
  const tenantId = over.tenantId ?? TENANT
  const cohortId = over.cohortId ?? 'september-2014'
  const personId = over.personId === undefined ? randomUUID() : over.personId
  const fields = someFields(over)
  const at = over.createdAt ?? '2014-01-08T09:00:00.000Z'
  return {
    ...fields,
    id: personId === null ? enteredId(tenantId, fields.email, cohortId) : interestId(tenantId, personId, cohortId),
    tenantId,
    personId,
    cohortId,
    reference: referenceMaker()(),
    formerReferences: [],
    noticeVersion: '1',
    status: 'registered',
    statusSince: at,
    assignee: null,
    notes: [],
    history: [],
    pending: [],
    hold: null,
    createdAt: at,
    updatedAt: at,
    expiresAt: '2015-01-08T09:00:00.000Z',
    ...over,
  }
}
