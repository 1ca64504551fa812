import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { assert } from 'chai'
import { openStores } from '../../bot/stores/openStores.ts'
import { openSqlite } from '../../bot/stores/sqlite/openSqlite.ts'
import { someInterest } from '../support/people.ts'
import { ROOT } from '../support/sources.ts'

interface Ended {
  code: number
  stdout: string
  stderr: string
}

describe('The backup command', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'backup-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = async (args: string[], env: Record<string, string> = {}): Promise<Ended> => {
    const settings = { PATH: process.env.PATH, DATA_DIR: path.join(folder, 'data'), ...env }
    const command = path.join(ROOT, 'bot', 'backup.ts')
    return promisify(execFile)(process.execPath, [command, ...args], { cwd: folder, env: settings }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    )
  }

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
    await running.close()
  })

  it('says in a sentence what is wrong, and makes nothing', async () => {
    for (const [args, env, words] of [
      [[], {}, /^Usage: npm run backup -- FOLDER\n$/],
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
