import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Stores } from '../../bot/stores/stores.ts'
import { type CosmosEmulator, startCosmosEmulator } from './cosmosEmulator.ts'
import { openPlace } from './openPlace.ts'

/** One engine, as the contract suites and the service tests run on it. */
interface Engine {
  name: 'sqlite' | 'cosmos'
  start(): Promise<void>
  stop(): Promise<void>
  /** A place for data that nobody else has; what `openPlace` takes, in this process or another. */
  newPlace(): string
}

const sqlite = (): Engine => {
  let folder = ''
  return {
    name: 'sqlite',
    async start() {
      folder = mkdtempSync(join(tmpdir(), 'interests-'))
    },
    async stop() {
      rmSync(folder, { recursive: true, force: true })
    },
    newPlace: () => JSON.stringify(['sqlite', join(folder, `${randomUUID()}.sqlite`)]),
  }
}

const cosmos = (): Engine => {
  let emulator: CosmosEmulator | undefined
  return {
    name: 'cosmos',
    async start() {
      emulator = await startCosmosEmulator()
    },
    async stop() {
      await emulator?.stop()
    },
    newPlace: () => JSON.stringify(['cosmos', emulator?.endpoint, randomUUID()]),
  }
}

const engines = (): Engine[] => [sqlite(), cosmos()]

/** Runs the same tests on every engine, each with two connections to fresh data for every test. */
export const onEachEngine = (
  title: string,
  tests: (two: () => [Stores, Stores], place: () => string) => void,
): void => {
  for (const engine of engines()) {
    describe(`${title} on ${engine.name}`, () => {
      let pair: [Stores, Stores] | undefined
      let place = ''
      before(() => engine.start())
      after(() => engine.stop())
      beforeEach(async () => {
        place = engine.newPlace()
        pair = [await openPlace(place), await openPlace(place)]
      })
      afterEach(async () => {
        for (const stores of pair ?? []) await stores.close()
      })
      tests(
        () => {
          if (!pair) throw new Error('The stores are open during a test only')
          return pair
        },
        () => place,
      )
    })
  }
}
