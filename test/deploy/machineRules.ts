import { secretSettings } from '../../bot/settings.ts'

/** The values of each directive of a unit, by `Section/Directive`, in their order. */
export type Unit = ReadonlyMap<string, readonly string[]>

export const readUnit = (text: string): Unit => {
  const unit = new Map<string, string[]>()
  let section = ''
  for (const line of text.split('\n').filter((one) => !/^\s*([#;]|$)/.test(one))) {
    section = /^\[(\w+)\]$/.exec(line)?.[1] ?? section
    const [, name, value = ''] = /^(\w+)=(.*)$/.exec(line) ?? []
    if (name) unit.set(`${section}/${name}`, [...(unit.get(`${section}/${name}`) ?? []), value.trim()])
    else if (!line.startsWith('[')) unit.set(`${section}/${line}`, [])
  }
  return unit
}

const allOf = (unit: Unit, name: string): readonly string[] => unit.get(`Service/${name}`) ?? []
const oneOf = (unit: Unit, name: string): string | undefined => allOf(unit, name).at(-1)

/** Each keeps something of the machine from the service. */
const SWITCHES = [
  ...['NoNewPrivileges', 'ProtectHome', 'ProtectClock', 'ProtectHostname', 'ProtectKernelLogs', 'ProtectKernelModules'],
  ...['ProtectKernelTunables', 'ProtectControlGroups', 'PrivateTmp', 'PrivateDevices', 'PrivateUsers', 'RemoveIPC'],
  ...['LockPersonality', 'RestrictRealtime', 'RestrictSUIDSGID', 'RestrictNamespaces'],
]

const FIXED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SWITCHES.map((name) => [name, 'yes'])),
  ...{ ProtectSystem: 'strict', ProtectProc: 'invisible', CapabilityBoundingSet: '', AmbientCapabilities: '' },
  ...{ UMask: '0077', StateDirectoryMode: '0700', SystemCallArchitectures: 'native', SystemCallErrorNumber: 'EPERM' },
}

const KNOWN = new Set([
  ...['Description', 'Wants', 'After', 'StartLimitIntervalSec', 'StartLimitBurst', 'ConditionPathExists'].map(
    (d) => `Unit/${d}`,
  ),
  ...[
    ...[
      'Type',
      'User',
      'Group',
      'WorkingDirectory',
      'Environment',
      'EnvironmentFile',
      'ExecStartPre',
      'ExecStart',
      'Nice',
    ],
    ...['Restart', 'RestartSec', 'KillSignal', 'TimeoutStopSec', 'TimeoutStartSec', 'StateDirectory', 'PrivateNetwork'],
    ...['RestrictAddressFamilies', 'SystemCallFilter', ...Object.keys(FIXED)],
  ].map((d) => `Service/${d}`),
  ...['OnCalendar', 'RandomizedDelaySec', 'Persistent'].map((d) => `Timer/${d}`),
  'Install/WantedBy',
])

const unknownIn = (unit: Unit): string[] =>
  [...unit.keys()].filter((name) => !KNOWN.has(name)).map((name) => `${name} is not known, or must not be set`)

const stateFolders = (unit: Unit): string[] =>
  (oneOf(unit, 'StateDirectory') ?? '').split(' ').map((name) => `/var/lib/${name}`)

const commonFaults = (unit: Unit): string[] => {
  const user = oneOf(unit, 'User')
  const data = allOf(unit, 'Environment')
    .find((set) => set.startsWith('DATA_DIR='))
    ?.slice('DATA_DIR='.length)
  return [
    ...unknownIn(unit),
    ...(!user || user === 'root' || user === '0' ? ['User is root'] : []),
    ...Object.entries(FIXED).flatMap(([name, value]) =>
      oneOf(unit, name) === value ? [] : [`${name} is not “${value}”`],
    ),
    ...(data && stateFolders(unit).includes(data) ? [] : ['DATA_DIR is not a StateDirectory']),
    ...secretSettings
      .filter((name) => allOf(unit, 'Environment').some((set) => set.startsWith(name)))
      .map((name) => `${name} is in the unit`),
    ...(allOf(unit, 'SystemCallFilter')[0] === '@system-service'
      ? []
      : ['SystemCallFilter does not begin with what is allowed']),
  ]
}

const seconds = (text: string | undefined): number => (/^\d+$/.test(text ?? '') ? Number(text) : 0)

/**
 * What is wrong with the bot's own unit.
 * @param drain how long the bot takes to stop, in milliseconds
 * @param start what `npm start` runs
 */
export const botUnitFaults = (unit: Unit, { drain, start }: { drain: number; start: string }): string[] => {
  const file = oneOf(unit, 'EnvironmentFile') ?? ''
  return [
    ...commonFaults(unit),
    ...(file.startsWith('/etc/') ? [] : ['EnvironmentFile is not a file under /etc that must be there']),
    ...(allOf(unit, 'ExecStartPre').some((line) => line.startsWith('+') && line.includes(`${file} -perm /077`))
      ? []
      : ['a secret that others can read is not refused']),
    ...(seconds(oneOf(unit, 'TimeoutStopSec')) * 1000 > drain
      ? []
      : ['TimeoutStopSec is no longer than the bot takes to stop']),
    ...(oneOf(unit, 'Restart') === 'on-failure' ? [] : ['Restart is not on-failure']),
    ...(allOf(unit, 'Environment').includes('NODE_ENV=production') ? [] : ['NODE_ENV is not production']),
    ...(oneOf(unit, 'ExecStart')?.endsWith(`/.bin/${start}`) ? [] : ['ExecStart does not start the bot']),
  ]
}

/** What is wrong with the unit that makes the copies. */
export const backupUnitFaults = (unit: Unit): string[] => {
  const [, folder = ''] = /\/node bot\/backup\.ts (\S+) --keep [1-9]\d*$/.exec(oneOf(unit, 'ExecStart') ?? '') ?? []
  return [
    ...commonFaults(unit),
    ...(unit.has('Service/EnvironmentFile') ? ['it is given the bot’s secrets'] : []),
    ...(oneOf(unit, 'PrivateNetwork') === 'yes' ? [] : ['it has a network']),
    ...(stateFolders(unit).includes(folder)
      ? []
      : ['ExecStart does not copy to a StateDirectory and keep a number of copies']),
  ]
}

/** What is wrong with the timer of the copies. */
export const timerFaults = (unit: Unit): string[] => [
  ...unknownIn(unit),
  ...(/^\*-\*-\* \d\d:\d\d:\d\d$/.test(unit.get('Timer/OnCalendar')?.at(-1) ?? '')
    ? []
    : ['OnCalendar is not once a day']),
  ...(unit.get('Timer/Persistent')?.at(-1) === 'yes' ? [] : ['a night when the machine was off is not made up for']),
  ...(unit.get('Install/WantedBy')?.at(-1) === 'timers.target' ? [] : ['it is not enabled with the other timers']),
]
