import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect } from 'chai'
import { backup } from '../../bot/stores/sqlite/backup.ts'
import { openSqlite } from '../../bot/stores/sqlite/openSqlite.ts'
import { restore } from '../../bot/stores/sqlite/restore.ts'
import type { Stores } from '../../bot/stores/stores.ts'
import { someInterest } from '../support/people.ts'
import { runCommand } from '../support/runCommand.ts'
import { ROOT } from '../support/sources.ts'

describe('A file to restore', () => {
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

  const restoring = (args: readonly string[], env: Record<string, string> = {}) =>
    runCommand(path.join(ROOT, 'bot', 'restore.ts'), args, { cwd: folder, env: { DATA_DIR: at('data'), ...env } })

  describe('is refused, and nothing changes,', () => {
    const spoil = (name: string, change: (file: string) => void) => async (): Promise<string> => {
      for (let i = 0; i < 40; i++) await running.interests.add(someInterest({ why: 'x'.repeat(400) }))
      const copy = await backup(at('data', 'bot.sqlite'), at('copies'))
      copyFileSync(copy, at(name))
      change(at(name))
      return at(name)
    }
    const sql =
      (statement: string) =>
      (file: string): void => {
        const database = new DatabaseSync(file)
        database.exec(statement)
        database.close()
      }
    const overwritten = (file: string): void => {
      const bytes = readFileSync(file)
      writeFileSync(file, bytes.fill(0, 8192, 16384))
    }
    const rows: [string, () => Promise<string>, RegExp][] = [
      ['when it is not there', async () => at('none.sqlite'), /^There is no file at .*none\.sqlite/],
      ['when it is a folder', async () => folder, /^There is no file at/],
      [
        'when it is cut off',
        spoil('cut.sqlite', (file) => truncateSync(file, statSync(file).size >> 1)),
        /cut\.sqlite is damaged \(/,
      ],
      ['when pages of it are overwritten', spoil('page.sqlite', overwritten), /page\.sqlite is damaged \(/],
      [
        'when a row of it is overwritten',
        spoil('row.sqlite', sql("UPDATE interest SET body = '{'")),
        /\(a row of interest cannot be read\)/,
      ],
      [
        'when its sum is another',
        async () => {
          const copy = await backup(at('data', 'bot.sqlite'), at('copies'))
          sql('CREATE INDEX more ON interest (band); DROP INDEX more')(copy)
          return copy
        },
        /is damaged \(it is not what .*\.sha256 says\)/,
      ],
      [
        'when it is no database',
        spoil('text.sqlite', (file) => writeFileSync(file, 'name,band\n'.repeat(99))),
        /is not a copy of this bot's database/,
      ],
      [
        'when it is empty',
        spoil('empty.sqlite', (file) => writeFileSync(file, '')),
        /is not a copy of this bot's database/,
      ],
      [
        'when it is another program’s',
        spoil('other.sqlite', sql('ALTER TABLE interest RENAME TO customer')),
        /is not a copy of this bot's database/,
      ],
      [
        'when a newer program made it',
        spoil('newer.sqlite', sql('PRAGMA user_version = 99')),
        /is of version 99 and this program knows \d+:/,
      ],
      [
        'when its last changes stand beside it',
        spoil('raw.sqlite', (file) => writeFileSync(`${file}-wal`, 'x')),
        /is not a whole copy/,
      ],
    ]
    for (const [when, make, words] of rows) {
      it(when, async () => {
        const copy = await make()
        await running.close()
        const before = readFileSync(at('data', 'bot.sqlite'))
        const { code, stderr } = await restoring([copy])
        expect(code).to.equal(1)
        expect(stderr).to.match(words)
        expect(readFileSync(at('data', 'bot.sqlite')).equals(before)).to.equal(true)
        expect(readdirSync(at('data'))).to.deep.equal(['bot.sqlite'])
      })
    }

    it('while a bot has the database open, even an idle one', async () => {
      const copy = await backup(at('data', 'bot.sqlite'), at('copies'))
      const { code, stderr } = await restoring([copy])
      expect(code).to.equal(1)
      expect(stderr).to.match(/^A bot, or another program, has .*bot\.sqlite open: stop it first\.\n$/)
      expect((await restore(copy, at('data', 'bot.sqlite'))).kind).to.equal('in-use')
      await running.interests.add(someInterest())
    })

    it('while the database that is there is too damaged to be locked', async () => {
      const copy = await backup(at('data', 'bot.sqlite'), at('copies'))
      mkdirSync(at('broken'))
      writeFileSync(at('broken', 'bot.sqlite'), 'x'.repeat(9000))
      const { stderr } = await restoring([copy, '--into', 'broken'])
      expect(stderr).to.match(/is damaged, so whether a bot has it open cannot be seen: stop the bot/)
      expect(readdirSync(at('broken'))).to.deep.equal(['bot.sqlite'])
    })

    it('when the command is given wrongly', async () => {
      for (const [args, env, words] of [
        [[], {}, /^Usage: npm run restore -- BACKUP_FILE \[--into DATA_DIR\]\n$/],
        [['a', 'b'], {}, /^Usage: /],
        [['a', '--onto', 'b'], {}, /^Unknown option '--onto'\. Usage: /],
        [['a'], { COSMOS_ENDPOINT: 'https://x.documents.azure.com' }, /restores its own backups/],
      ] as const) {
        const { code, stderr } = await restoring(args, env)
        expect(code).to.equal(1)
        expect(stderr).to.match(words)
      }
      expect(existsSync(at('b'))).to.equal(false)
    })
  })
})
