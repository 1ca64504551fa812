/** The people whom one can be on the chat page. Invented: no trust employs them. */

export type LocalRole = 'staff' | 'manager' | 'hr'

export interface LocalPerson {
  /** The id a channel gives a person in a conversation with this bot (Teams: `29:...`). */
  readonly id: string
  readonly name: string
  readonly aadObjectId: string
  readonly tenantId: string
  readonly email: string
  readonly jobTitle?: string
  readonly role: LocalRole
}

const localTenantId = '10ca1000-0000-4000-8000-000000000000'

const person = (key: string, digit: number, name: string, jobTitle: string, role: LocalRole): LocalPerson => ({
  id: `29:local-${key}`,
  name,
  aadObjectId: `10ca1000-0000-4000-8000-00000000000${digit}`,
  tenantId: localTenantId,
  email: `${key.replace('-', '.')}@trust.example`,
  jobTitle,
  role,
})

/** Two staff, who must not see each other's interest, one manager, and two HR officers, who may act on the same one. */
export const localPeople: readonly LocalPerson[] = [
  person('amina-yusuf', 1, 'Amina Yusuf', 'Nursery nurse', 'staff'),
  person('tom-ashworth', 2, 'Tom Ashworth', 'Healthcare assistant', 'staff'),
  person('priya-nair', 3, 'Priya Nair', 'Service manager', 'manager'),
  person('helen-clarke', 4, 'Helen Clarke', 'HR officer', 'hr'),
  person('daniel-osei', 5, 'Daniel Osei', 'HR officer', 'hr'),
]
