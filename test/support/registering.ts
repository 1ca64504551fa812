/** A process that registers. Told by its arguments: the place, and `burst N PERSON` or `stream FROM TO`. */
import type { Actor } from '../../dialogs/access.ts'
import { openPlace } from './openPlace.ts'
import { someFields, TENANT } from './people.ts'
import { serviceOn } from './service.ts'

const [place = '', mode, first = '', second = ''] = process.argv.slice(2)
const stores = await openPlace(place)
const service = serviceOn(stores)
const person = (objectId: string): Actor => ({ tenantId: TENANT, objectId, name: 'Ann', role: 'staff' })

const register = (objectId: string, activity: number) =>
  service.register(
    person(objectId),
    { cohortId: 'september-2014', fields: someFields(), noticeVersion: '1' },
    { conversationId: objectId, activityId: `${process.pid}-${activity}` },
  )
const tell = (line: string): boolean => process.stdout.write(`${line}\n`)

if (mode === 'burst') {
  tell('ready')
  await new Promise((resolve) => process.stdin.once('data', resolve))
  const outcomes = await Promise.all(Array.from({ length: Number(first) }, (_, i) => register(second, i)))
  tell(JSON.stringify(outcomes.map(({ kind }) => kind)))
} else {
  for (let i = Number(first); i < Number(second); i++) {
    const outcome = await register(`person-${i}`, i)
    if (!('interest' in outcome)) throw new Error(outcome.kind)
    tell(`${i} ${outcome.interest.reference}`)
  }
}
await stores.close()
process.exit(0)
