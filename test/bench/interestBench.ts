import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Operation } from '../../bot/stores/cosmos/documents.ts'
import { openDatabase } from '../../bot/stores/sqlite/database.ts'
import { sqliteInterests } from '../../bot/stores/sqlite/interests.ts'
import { openSqlite } from '../../bot/stores/sqlite/openSqlite.ts'
import type { Stores } from '../../bot/stores/stores.ts'
import type { InterestFilter } from '../../dialogs/interest/interestFilter.ts'
import type { PageRequest } from '../../dialogs/interest/interestStore.ts'
import { someCohort } from '../support/cohorts.ts'
import { startCosmosEmulator } from '../support/cosmosEmulator.ts'
import { somebody, someFields, TENANT } from '../support/people.ts'
import { registerAndKill } from '../support/registeringProcesses.ts'
import { command, serviceOn } from '../support/service.ts'
import { person } from './population.ts'
import { estimatedUnits } from './requestUnits.ts'

type Print = (line: string) => void

const FILTERS: Record<string, InterestFilter> = {
  'no filter': {},
  cohort: { cohortIds: ['september-2014'] },
  'band and status': { bands: ['3'], statuses: ['registered'] },
  'service (many)': { service: 'huyton' },
  'surname (one)': { name: 'q50000' },
  'nothing found': { name: 'nobody', service: 'huyton' },
  manager: { manager: 'sian iqbal' },
  'age (over a year)': { statusSinceTo: '2014-03-01T00:00:00.000Z', statuses: ['contacted'] },
  'all parts at once': {
    cohortIds: ['january-2015'],
    bands: ['5'],
    statuses: ['reviewed'],
    service: 'kirkby',
    name: 'priya',
  },
  'rare pair': { bands: ['8d'], cohortIds: ['september-2014'], statuses: ['offered'] },
  'team in the trust’s names': { team: 'huyton', bands: ['3'] },
  'team of nobody': { team: 'runcorn' },
  'role (everybody)': { role: 'nursery nurse' },
  'role of nobody': { role: 'porter' },
  'assigned to nobody': { assignee: null },
  'assigned by name': { assigneeName: 'olwen' },
  'manager knows (nobody)': { managerKnows: 'yes' },
  'team, name and role': { team: 'kirkby', name: 'sian', role: 'nurse' },
  'registered in the last days': { registeredFrom: '2014-12-05T00:00:00.000Z', bands: ['3'] },
}

/** Milliseconds of each run, from the shortest to the longest. */
const timed = async (runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> => {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const from = performance.now()
    await work(run)
    times.push(performance.now() - from)
  }
  return times.sort((a, b) => a - b)
}

const row = (print: Print, what: string, times: number[], more = ''): void => {
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(2)
  print(`  ${what.padEnd(46)} median ${at(0.5).padStart(7)} ms   worst ${at(1).padStart(7)} ms${more}`)
}

const measure = async (
  print: Print,
  stores: Stores,
  size: number,
  runs: number,
  units: (of?: number) => string,
): Promise<void> => {
  const service = serviceOn(stores)
  const request = { cohortId: 'september-2014', fields: someFields(), noticeVersion: '1' }
  units()
  row(print, 'register', await timed(runs, () => service.register(somebody(), request, command())), units())
  const someone = (run: number) => ({ ...somebody(), objectId: `person-${(run * 7919) % size}` })
  row(print, 'own status', await timed(runs, (run) => service.status(someone(run))), units())
  const change = (run: number) => service.change(someone(run), { fields: { band: run % 2 ? '4' : '3' } }, command())
  row(print, 'change', await timed(runs, change), units())
  for (const [name, filter] of Object.entries(FILTERS)) {
    const page = async (what: string, more: Omit<PageRequest, 'limit'>): Promise<void> => {
      units()
      const once = () => stores.interests.page(filter, { limit: 10, ...more })
      row(print, `${what}: ${name}`, await timed(runs, once), units())
    }
    const found = await stores.interests.count(filter)
    units()
    row(print, `count: ${name} (${found})`, await timed(20, () => stores.interests.count(filter)), units(20))
    for (const order of ['oldest', 'newest'] as const) {
      await page(order, { order })
      let continuation: string | undefined
      for (let passed = 0; passed < found / 2; passed += 200) {
        const request = { limit: Math.min(200, Math.ceil(found / 2)), order, ...(continuation && { continuation }) }
        continuation = (await stores.interests.page(filter, request)).next
      }
      if (continuation) await page(`${order}, half-way`, { order, continuation })
    }
  }
  units()
  row(print, 'counts of every combination', await timed(5, () => stores.interests.counts()), units(5))
}

/** How long the service takes with so many interests in SQLite, interests written with synchronous=FULL. */
export const benchSqlite = async (print: Print, size = 100_000): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'bench.sqlite')
  const filling = openDatabase(file, 'normal')
  const interests = sqliteInterests(filling, () => {})
  for (let n = 0; n < size; n++) await interests.add(person(n))
  filling.close()
  const stores = openSqlite(file)
  try {
    await stores.cohorts.add(someCohort())
    print(`SQLite, ${size} interests, written with synchronous=FULL`)
    await measure(print, stores, size, 100, () => '')
  } finally {
    await stores.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same on the Cosmos emulator, with the request units that each call would be charged, estimated. */
export const benchCosmos = async (print: Print, size = 2000): Promise<void> => {
  const emulator = await startCosmosEmulator()
  const calls: Operation[] = []
  const stores = await emulator.open('bench', { onOperation: (operation) => calls.push(operation) })
  const runs = 20
  const units = (of = runs): string => {
    const told = [
      ...new Set(
        calls.map(({ name, partition }) => (name === 'query' && !partition ? 'query of all partitions' : name)),
      ),
    ]
    const sum = calls.reduce((total, call) => total + estimatedUnits(call), 0) / of
    const perCall = ` ${sum.toFixed(1).padStart(6)} RU estimated (${(calls.length / of).toFixed(1)} calls: ${told.join(', ')})`
    calls.length = 0
    return perCall
  }
  try {
    await stores.cohorts.add(someCohort())
    print(`Cosmos DB emulator, ${size} interests`)
    for (let n = 0; n < size; n += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, i) => stores.interests.add(person(n + i))))
    }
    await measure(print, stores, size, runs, units)
  } finally {
    await stores.close()
    await emulator.stop()
  }
}

/** Kills a process at random moments during so many registrations; throws when a receipt was lost or doubled. */
export const benchKill = async (print: Print, people = 500): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const place = JSON.stringify(['sqlite', join(folder, 'kill.sqlite')])
  const stores = openSqlite(join(folder, 'kill.sqlite'))
  try {
    await stores.cohorts.add(someCohort())
    const { kills, shown } = await registerAndKill(place, people)
    let wrong = 0
    for (const [personId, references] of shown) {
      const stored = await stores.interests.byPerson(TENANT, personId)
      if (stored.length !== 1 || references.some((reference) => reference !== stored[0]?.interest.reference)) wrong++
    }
    print(`Killed ${kills} times during ${shown.size} registrations: ${wrong} receipts lost or doubled`)
    if (wrong > 0 || shown.size !== people) throw new Error(`${wrong} of ${shown.size} receipts were lost or doubled`)
  } finally {
    await stores.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Everything of this file, line by line. */
export const interestBench = async (print: Print): Promise<void> => {
  await benchSqlite(print)
  await benchCosmos(print)
  await benchKill(print)
}
