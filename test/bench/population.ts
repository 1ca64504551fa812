import { daysAfter } from '../../dialogs/clock.ts'
import type { Interest } from '../../dialogs/interest/interest.ts'
import { BANDS } from '../../dialogs/reading/bands.ts'
import { someInterest } from '../support/people.ts'

const FIRST = [
  'Ann',
  'Siân',
  'Mohammed',
  'Ewa',
  'Chidi',
  'Lorraine',
  'Priya',
  'Keith',
  'Danielle',
  'Zoë',
  'Sharon',
  'Colin',
]
const LAST = [
  'Pilkington',
  'O’Neill',
  'Iqbal',
  'Kowalczyk',
  'Eze',
  'Nair',
  'Ashcroft',
  'Harte',
  'Gee',
  'Webster',
  'Lee',
]
const PLACES = [
  'Huyton',
  'Kirkby',
  'Halewood',
  'Page Moss',
  'Roby',
  'Northwood',
  'Tower Hill',
  'Prescot',
  'Whiston',
  'Cronton',
]
const SERVICES = ['school health', 'health visiting', 'community nursing', 'ward', 'learning disability team']
const COHORTS = ['september-2014', 'january-2015', 'september-2015', 'any-later-cohort']
const STATUSES = [
  'registered',
  'registered',
  'registered',
  'reviewed',
  'contacted',
  'shortlisted',
  'closed',
  'withdrawn',
]

const pick = <T>(list: readonly T[], seed: number): T => list[seed % list.length] as T

/** The nth of a made-up trust's staff; the same each time, apart from the reference. */
export const person = (n: number): Interest => {
  const mixed = (n * 2_654_435_761) >>> 0
  const first = pick(FIRST, mixed)
  const last = `${pick(LAST, mixed >>> 3)}${n % 50 === 0 ? ` Q${n}` : ''}`
  return someInterest({
    personId: `person-${n}`,
    name: `${first} ${last}`,
    email: `person.${n}@example.nhs.uk`,
    band: pick(BANDS, mixed >>> 5),
    service: `${pick(PLACES, mixed >>> 7)} ${pick(SERVICES, mixed >>> 9)}`,
    base: `${pick(PLACES, mixed >>> 11)} clinic`,
    manager: `${pick(FIRST, mixed >>> 13)} ${pick(LAST, mixed >>> 15)}`,
    cohortId: pick(COHORTS, mixed >>> 4),
    status: pick(STATUSES, mixed >>> 6),
    why: 'I have worked here for years and should like to learn more and do more for the families we see.',
    createdAt: daysAfter('2014-01-08T09:00:00.000Z', n / 300),
  })
}
