import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect } from 'chai'
import { packageFaults } from '../../deploy/teams/teamsPackage.ts'
import { runCommand } from '../support/runCommand.ts'
import { ROOT } from '../support/sources.ts'

const APP_ID = '5f2c1d3e-8a4b-4c6d-9e0f-1a2b3c4d5e6f'

describe('The command that makes the Teams package', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'teams-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const run = (args: readonly string[], env: Record<string, string> = {}) =>
    runCommand(path.join(ROOT, 'deploy/teams/package.ts'), args, { cwd: folder, env })

  it('writes one without fault, with the same bytes in another time zone', async () => {
    const asked = ['--app-id', APP_ID, '--website', 'https://trust.nhs.uk/ap', '--developer', 'A trust', '--out']
    const first = await run([...asked, 'new/one.zip'], { TZ: 'Europe/London' })
    const second = await run([...asked, 'two.zip'], { TZ: 'Pacific/Auckland' })
    expect([first.stderr, second.stderr]).to.deep.equal(['', ''])
    const [one, two] = ['new/one.zip', 'two.zip'].map((name) => readFileSync(path.join(folder, name)))
    expect(packageFaults(one as Buffer)).to.deep.equal([])
    expect(one?.equals(two as Buffer)).to.equal(true)
    expect(first.stdout).to.match(/one\.zip \(version \d+\.\d+\.\d+\)\n$/)
  })

  it('says so when the pages are those of an example trust', async () => {
    const { code, stdout } = await run(['--app-id', APP_ID])
    expect(code).to.equal(0)
    expect(stdout).to.match(/example trust: give --developer/)
    expect(readdirSync(path.join(folder, '.data'))).to.deep.equal(['teams-package.zip'])
  })

  const rows: [string, string[], RegExp][] = [
    ['the app id is missing', [], /^--app-id is missing: give the bot's Microsoft App ID\./],
    ['the app id is none', ['--app-id', '1234'], /^--app-id 1234 is not an id like/],
    ['the app id is all noughts', ['--app-id', APP_ID.replace(/\w/g, '0')], /is not an id like/],
    ['an option is unknown', ['--app-id', APP_ID, '--colour', 'red'], /^Unknown option '--colour'\. Usage/],
    ['the name is too long', ['--app-id', APP_ID, '--name', 'x'.repeat(31)], /^manifest\.json \/name\/short must NOT/],
    ['a page is not encrypted', ['--app-id', APP_ID, '--terms', 'http://x.nhs.uk'], /does not begin with https/],
    ['a domain is an address', ['--app-id', APP_ID, '--domain', 'https://x.nhs.uk/a'], /is not a bare host name/],
    ['the version is none', ['--app-id', APP_ID, '--version', 'latest'], /version/],
  ]
  for (const [when, args, words] of rows) {
    it(`writes nothing and says why when ${when}`, async () => {
      const { code, stderr } = await run(args)
      expect(code).to.equal(1)
      expect(stderr).to.match(words)
      expect(stderr.trim().split('\n')).to.have.length(1)
      expect(readdirSync(folder)).to.deep.equal([])
    })
  }
})
