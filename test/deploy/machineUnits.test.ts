import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { expect } from 'chai'
import { secretSettings, settings } from '../../bot/settings.ts'
import { ROOT, readText } from '../support/sources.ts'
import { backupUnitFaults, botUnitFaults, readUnit, timerFaults } from './machineRules.ts'

const NAME = 'assistant-practitioner-bot'
const unitText = (file: string): string => readText(`deploy/machine/${NAME}${file}`)
const drain = Number(/timeoutMs = ([\d_]+)/.exec(readText('bot/drain.ts'))?.[1]?.replaceAll('_', ''))

type Row = [what: string, from: string, to: string, fault: RegExp]

const spoiling = (file: string, faultsOf: (text: string) => string[], rows: readonly Row[]): void => {
  it('is without fault', () => {
    expect(faultsOf(unitText(file))).to.deep.equal([])
  })
  for (const [what, from, to, fault] of rows) {
    it(`is refused for ${what}`, () => {
      const spoilt = unitText(file).replace(from, to)
      expect(spoilt).to.not.equal(unitText(file))
      expect(faultsOf(spoilt).join('\n')).to.match(fault)
    })
  }
}

const common: Row[] = [
  ['root', `User=${NAME}`, 'User=root', /User is root/],
  ['no user', `User=${NAME}\n`, '', /User is root/],
  [
    'a misspelt directive',
    'NoNewPrivileges=yes',
    'NoNewPriviledges=yes',
    /NoNewPriviledges is not known[\s\S]*NoNewPrivileges is not “yes”/,
  ],
  ['a directive in the wrong section', '[Service]\n', '', /Unit\/Type is not known/],
  [
    'memory that may not be written and run',
    'PrivateTmp=yes',
    'PrivateTmp=yes\nMemoryDenyWriteExecute=yes',
    /MemoryDenyWriteExecute is not known, or must not/,
  ],
  ['a file system that it may write to', 'ProtectSystem=strict', 'ProtectSystem=full', /ProtectSystem is not “strict”/],
  ['capabilities', 'CapabilityBoundingSet=', 'CapabilityBoundingSet=CAP_NET_ADMIN', /CapabilityBoundingSet is not “”/],
  ['files that others may read', 'UMask=0077', 'UMask=0022', /UMask is not “0077”/],
  ['a folder that others may read', 'StateDirectoryMode=0700', 'StateDirectoryMode=0755', /StateDirectoryMode/],
  ['data elsewhere', 'DATA_DIR=/var/lib/', 'DATA_DIR=/srv/', /DATA_DIR is not a StateDirectory/],
  [
    'a secret in the unit',
    'Environment=DATA_DIR',
    'Environment=COSMOS_KEY=x\nEnvironment=DATA_DIR',
    /COSMOS_KEY is in the unit/,
  ],
  ['every system call', 'SystemCallFilter=@system-service\n', '', /SystemCallFilter does not begin/],
]

describe('The unit of the bot on one machine', () => {
  spoiling(
    '.service',
    (text) => botUnitFaults(readUnit(text), { drain, start: JSON.parse(readText('package.json')).scripts.start }),
    [
      ...common,
      ['secrets that may be missing', 'EnvironmentFile=/etc', 'EnvironmentFile=-/etc', /EnvironmentFile is not a file/],
      ['secrets that others may read', 'bot.env -perm /077', 'bot.env -perm /022', /others can read is not refused/],
      ['a stop that cuts turns off', 'TimeoutStopSec=20', 'TimeoutStopSec=12', /no longer than the bot takes/],
      ['a bot that stays down', 'Restart=on-failure', 'Restart=no', /Restart is not on-failure/],
      ['development', 'NODE_ENV=production', 'NODE_ENV=development', /NODE_ENV is not production/],
      ['another program', 'bot/main.ts', 'bot/ask.ts', /does not start the bot/],
    ],
  )
})

describe('The unit that copies the database', () => {
  spoiling('-backup.service', (text) => backupUnitFaults(readUnit(text)), [
    ...common,
    ['the bot’s secrets', 'UMask=0077', 'UMask=0077\nEnvironmentFile=/etc/bot.env', /is given the bot’s secrets/],
    ['a network', 'PrivateNetwork=yes', 'PrivateNetwork=no', /it has a network/],
    ['copies without end', ' --keep 14', '', /keep a number of copies/],
    ['copies elsewhere', 'bot-backups --keep', 'bot-copies --keep', /does not copy to a StateDirectory/],
  ])

  describe('has a timer that', () => {
    spoiling('-backup.timer', (text) => timerFaults(readUnit(text)), [
      ['once a month', '*-*-*', '*-*-01', /not once a day/],
      ['nights left out', 'Persistent=yes', 'Persistent=no', /is not made up for/],
      ['no target', 'timers.target', 'multi-user.target', /not enabled with the other timers/],
      ['a misspelt directive', 'Persistent', 'Persistant', /Persistant is not known/],
    ])
  })
})

describe('What is installed on one machine', () => {
  it('runs programs that are there, as a user that is made', () => {
    for (const program of ['bot/main.ts', 'bot/backup.ts', 'bot/restore.ts'])
      expect(existsSync(path.join(ROOT, program))).to.equal(true)
    expect(unitText('.sysusers.conf')).to.match(new RegExp(`^u ${NAME} - .* /usr/sbin/nologin$`, 'm'))
  })

  it('has settings that the bot knows, without a secret and without those that the unit sets', () => {
    const given = parseEnv(readText('deploy/machine/bot.env.example'))
    expect(Object.keys(settings.shape)).to.include.members(Object.keys(given))
    expect(given).to.not.have.any.keys('DATA_DIR', 'NODE_ENV')
    expect(secretSettings.filter((name) => given[name])).to.deep.equal([])
  })

  it('is installed by commands that name files which are there', () => {
    const named = readText('deploy/machine/README.md').match(/deploy\/machine\/[\w.-]+\w/g) ?? []
    expect(named).to.have.length.greaterThan(1)
    for (const file of named) expect(existsSync(path.join(ROOT, file)), file).to.equal(true)
  })
})
