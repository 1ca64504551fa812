import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { assert } from 'chai'
import { openStores } from '../../bot/stores/openStores.ts'
import { backup } from '../../bot/stores/sqlite/backup.ts'
import { MIGRATIONS } from '../../bot/stores/sqlite/migrations.ts'
import { openSqlite } from '../../bot/stores/sqlite/openSqlite.ts'
import { someInterest } from '../support/people.ts'
import { runCommand } from '../support/runCommand.ts'
import { ROOT } from '../support/sources.ts'

describe('The backup command', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'backup-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    runCommand(path.join(ROOT, 'bot', 'backup.ts'), args, {
      cwd: folder,
      env: { DATA_DIR: path.join(folder, 'data'), ...env },
    })

  it('copies the whole database while the bot has it open, for its owner alone', async () => {
    const dataDir = path.join(folder, 'data')
    const running = await openStores({ dataDir })
    const interest = someInterest()
    await running.interests.add(interest)
    const { code, stdout, stderr } = await run(['copies'])
    assert.equal(code, 0, stderr)
    const copy = openSqlite(stdout.trim())
    assert.equal((await copy.interests.byReference(interest.reference))?.interest.id, interest.id)
    await copy.close()
    assert.equal(statSync(path.join(folder, 'copies')).mode & 0o077, 0)
    assert.equal(statSync(stdout.trim()).mode & 0o077, 0)
    await running.close()
  })

  it('writes beside a copy the sum that sha256sum checks', async () => {
    await (await openStores({ dataDir: path.join(folder, 'data') })).close()
    const copy = (await run(['copies'])).stdout.trim()
    const sum = createHash('sha256').update(readFileSync(copy)).digest('hex')
    assert.equal(readFileSync(`${copy}.sha256`, 'utf8'), `${sum}  ${path.basename(copy)}\n`)
  })

  it('changes nothing in the database, whatever version wrote it', async () => {
    const file = path.join(folder, 'data', 'bot.sqlite')
    mkdirSync(path.dirname(file))
    const older = new DatabaseSync(file)
    for (const step of MIGRATIONS.slice(0, 2)) older.exec(step)
    older.exec('PRAGMA user_version = 2')
    older.close()
    assert.equal((await run(['copies'])).code, 0)
    const after = new DatabaseSync(file)
    assert.equal(after.prepare('PRAGMA user_version').get()?.user_version, 2)
    after.close()
  })

  it('keeps as many copies as it is told, the newest, and no other file goes', async () => {
    await (await openStores({ dataDir: path.join(folder, 'data') })).close()
    const database = path.join(folder, 'data', 'bot.sqlite')
    const copies = path.join(folder, 'copies')
    for (const day of [1, 2, 3, 4]) await backup(database, copies, { now: new Date(Date.UTC(2014, 0, day)), keep: 9 })
    writeFileSync(path.join(copies, 'backup-notes.txt'), '')
    const { code, stdout, stderr } = await run(['copies', '--keep', '2'])
    assert.equal(code, 0, stderr)
    const fourth = 'backup-2014-01-04T00-00-00.000Z.sqlite'
    const latest = path.basename(stdout.trim())
    assert.sameMembers(readdirSync(copies), [
      'backup-notes.txt',
      ...[fourth, latest].flatMap((name) => [name, `${name}.sha256`]),
    ])
  })

  it('leaves no file behind under the name of a copy that failed', async () => {
    mkdirSync(path.join(folder, 'data'))
    writeFileSync(path.join(folder, 'data', 'bot.sqlite'), 'not a database at all, but long enough to be read as one')
    const { code, stderr } = await run(['copies'])
    assert.equal(code, 1)
    assert.match(stderr, /^The store could not be backed up\./)
    assert.deepEqual(readdirSync(path.join(folder, 'copies')), [])
  })

  it('says in a sentence what is wrong, and makes nothing', async () => {
    for (const [args, env, words] of [
      [[], {}, /^Usage: npm run backup -- FOLDER \[--keep N\]\n$/],
      [['copies', 'more'], {}, /^Usage: /],
      [['copies', '--keep', '0'], {}, /^--keep is not a whole number/],
      [['copies', '--all'], {}, /^Unknown option '--all'\. Usage/],
      [['copies'], {}, /^There is no database at .*: set DATA_DIR/],
      [['copies'], { COSMOS_ENDPOINT: 'https://x.documents.azure.com' }, /makes its own backups/],
      [['copies'], { PORT: 'x' }, /^PORT is not/],
    ] as const) {
      const { code, stderr } = await run([...args], env)
      assert.equal(code, 1)
      assert.match(stderr, words)
    }
    mkdirSync(path.join(folder, 'data'), { recursive: true })
    assert.deepEqual(readdirSync(folder), ['data'])
  })
})
