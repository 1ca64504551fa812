import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'chai'
import { backup } from '../../bot/stores/sqlite/backup.ts'
import { MIGRATIONS } from '../../bot/stores/sqlite/migrations.ts'
import { openSqlite } from '../../bot/stores/sqlite/openSqlite.ts'
import type { Stores } from '../../bot/stores/stores.ts'
import { eraseLatest, erasureRecord } from '../../dialogs/interest/erasure.ts'
import { writeEverything } from '../support/everything.ts'
import { someInterest } from '../support/people.ts'
import { runCommand } from '../support/runCommand.ts'
import { ROOT } from '../support/sources.ts'

/** Every row of every table, by its table. */
const rowsOf = (file: string): Map<string, string[]> => {
  const database = new DatabaseSync(file)
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all()
  const rows = tables.map(({ name }): [string, string[]] => [
    String(name),
    database
      .prepare(`SELECT * FROM "${name}"`)
      .all()
      .map((row) => JSON.stringify(row)),
  ])
  database.close()
  return new Map(rows)
}

/** Opens the cohort that everything belongs to, so that people may register for it. */
const openAgain = async ({ cohorts }: Stores): Promise<void> => {
  const [stored] = await cohorts.all()
  if (stored) await cohorts.replace({ ...stored.cohort, closesAt: null }, stored.version)
}

describe('A backup that is restored', () => {
  let folder: string
  let running: Stores
  const at = (...names: string[]): string => path.join(folder, ...names)
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'restore-'))
    mkdirSync(at('data'))
    running = openSqlite(at('data', 'bot.sqlite'))
  })
  afterEach(async () => {
    await running.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const command = (name: string, args: readonly string[], env: Record<string, string> = {}) =>
    runCommand(path.join(ROOT, 'bot', `${name}.ts`), args, { cwd: folder, env: { DATA_DIR: at('data'), ...env } })
  const restored = async (...args: string[]) => {
    const { code, stderr, stdout } = await command('restore', args)
    expect(code, stderr).to.equal(0)
    return stdout
  }

  it('holds every interest, and all else that was kept, byte for byte, although others registered meanwhile', async () => {
    await writeEverything(running)
    await openAgain(running)
    const before = rowsOf(at('data', 'bot.sqlite'))
    const empty = [...before].filter(([, rows]) => rows.length === 0)
    expect(empty.map(([name]) => name)).to.deep.equal([])
    const place = JSON.stringify(['sqlite', at('data', 'bot.sqlite')])
    const program = path.join(ROOT, 'test', 'support', 'registering.ts')
    const registering = spawn(process.execPath, [program, place, 'stream', '0', '100000'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const shown: string[] = []
    const lines = createInterface(registering.stdout)
    lines.on('line', (line) => shown.push(line.split(' ')[1] ?? ''))
    while (shown.length < 50) await once(lines, 'line')
    const promised = [...shown]
    const copy = (await command('backup', ['copies'])).stdout.trim()
    const during = shown.length
    registering.kill('SIGKILL')
    await once(registering, 'close')
    expect(during, 'interests shown during the backup').to.be.greaterThan(promised.length)

    expect(await restored(copy, '--into', 'elsewhere')).to.match(/: \d+ interests\. Now start the bot\.\n$/)
    expect(readdirSync(at('elsewhere'))).to.deep.equal(['bot.sqlite'])
    const after = rowsOf(at('elsewhere', 'bot.sqlite'))
    expect([...after.keys()]).to.deep.equal([...before.keys()])
    for (const [table, rows] of before) expect(after.get(table), table).to.include.members(rows)
    const there = openSqlite(at('elsewhere', 'bot.sqlite'))
    for (const reference of promised) {
      const [found, source] = [
        await there.interests.byReference(reference),
        await running.interests.byReference(reference),
      ]
      expect(found?.interest.reference).to.equal(reference)
      expect(found).to.deep.equal(source)
    }
    await there.close()
  })

  it('takes the place of the database that is there, which is kept for its owner alone', async () => {
    const [first, second] = [someInterest(), someInterest()]
    await running.interests.add(first)
    const copy = await backup(at('data', 'bot.sqlite'), at('copies'))
    await running.interests.add(second)
    await running.close()
    const said = await restored(copy)
    const kept = /kept in (\S+):/.exec(said)?.[1] ?? ''
    const [now, then] = [openSqlite(at('data', 'bot.sqlite')), openSqlite(kept)]
    expect(await now.interests.byReference(second.reference)).to.equal(undefined)
    expect((await now.interests.byReference(first.reference))?.interest).to.deep.equal(first)
    expect((await then.interests.byReference(second.reference))?.interest).to.deep.equal(second)
    await Promise.all([now.close(), then.close()])
    expect(statSync(at('data', 'bot.sqlite')).mode & 0o077).to.equal(0)
  })

  it('keeps the last changes of a bot that was killed, too', async () => {
    const copy = await backup(at('data', 'bot.sqlite'), at('copies'))
    const last = someInterest()
    await running.interests.add(last)
    mkdirSync(at('killed'))
    for (const end of ['', '-wal']) copyFileSync(at('data', `bot.sqlite${end}`), at('killed', `bot.sqlite${end}`))
    const kept = /kept in (\S+):/.exec(await restored(copy, '--into', 'killed'))?.[1] ?? ''
    expect(readdirSync(at('killed'))).to.deep.equal(['bot.sqlite', path.basename(kept)])
    const then = openSqlite(kept)
    expect((await then.interests.byReference(last.reference))?.interest).to.deep.equal(last)
    await then.close()
  })

  it('is not mixed with the changes that a database which is gone left behind', async () => {
    const copy = await backup(at('data', 'bot.sqlite'), at('copies'))
    const left = someInterest()
    await running.interests.add(left)
    mkdirSync(at('lost'))
    copyFileSync(at('data', 'bot.sqlite-wal'), at('lost', 'bot.sqlite-wal'))
    await restored(copy, '--into', 'lost')
    expect(readdirSync(at('lost')))
      .to.have.length(2)
      .and.include('bot.sqlite')
    const opened = openSqlite(at('lost', 'bot.sqlite'))
    expect(await opened.interests.byReference(left.reference)).to.equal(undefined)
    await opened.interests.add(someInterest())
    await opened.close()
  })

  it('names what was erased since and came back with it', async () => {
    const [erased, stays] = [someInterest(), someInterest()]
    await running.interests.add(stays)
    const added = await running.interests.add(erased)
    const copy = await backup(at('data', 'bot.sqlite'), at('copies'))
    const stored = await running.interests.byReference(erased.reference)
    if (!stored) return expect.fail(added.kind)
    const record = (interest: typeof erased) => erasureRecord(interest, 'asked', '2014-02-08T09:00:00.000Z', null)
    await eraseLatest({ store: running.interests, audit: running.audit }, stored, record, () => false)
    await running.close()
    expect(await restored(copy)).to.include(`back with it: ${erased.reference}. Erase them again.`)
  })

  it('of an older version is brought up to date when the bot starts', async () => {
    const older = new DatabaseSync(at('older.sqlite'))
    for (const step of MIGRATIONS.slice(0, 3)) older.exec(step)
    older.exec('PRAGMA user_version = 3')
    older.close()
    expect(await restored('older.sqlite', '--into', 'elsewhere')).to.match(/: 0 interests\./)
    const opened = openSqlite(at('elsewhere', 'bot.sqlite'))
    await opened.interests.add(someInterest())
    await opened.close()
  })
})
