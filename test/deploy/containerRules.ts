import { validate } from 'dockerfile-utils'

interface Instruction {
  readonly name: string
  readonly rest: string
}

const instructionsOf = (text: string): Instruction[] =>
  text
    .split('\n')
    .filter((line) => !/^\s*(#|$)/.test(line))
    .join('\n')
    .replaceAll(/\\\n\s*/g, ' ')
    .split('\n')
    .map((line) => {
      const [name = '', ...rest] = line.trim().split(/\s+/)
      return { name: name.toUpperCase(), rest: rest.join(' ') }
    })

const lastStage = (all: readonly Instruction[]): Instruction[] =>
  all.slice(all.findLastIndex(({ name }) => name === 'FROM'))

const copiesOf = (all: readonly Instruction[]): { sources: string[]; target: string }[] =>
  all
    .filter(({ name, rest }) => name === 'COPY' && !rest.includes('--from='))
    .map(({ rest }) => rest.split(' ').filter((word) => !word.startsWith('--')))
    .map((words) => ({ sources: words.slice(0, -1), target: words.at(-1) ?? '' }))

/** What the image takes from the project, by its path from the root. */
export const copiedInto = (text: string): string[] =>
  copiesOf(lastStage(instructionsOf(text))).flatMap((c) => c.sources)

/** Every path that the engine must be given to build the image. */
export const neededOf = (text: string): string[] => [
  ...new Set(copiesOf(instructionsOf(text)).flatMap(({ sources }) => sources)),
]

const SECRET = /(PASSWORD|SECRET|KEY|TOKEN|CONNECTION_STRING|CREDENTIAL)\w*\s*=/i
const PINNED = /^\S+:\d+\.\d+\.\d+-[a-z0-9-]+( AS \S+)?$/

interface Rule {
  readonly what: string
  readonly breached: (all: Instruction[], last: Instruction[]) => boolean
}

const lastOf = (all: readonly Instruction[], name: string): string =>
  all.findLast((one) => one.name === name)?.rest ?? ''
const some = (all: readonly Instruction[], name: string, test: (rest: string) => boolean = () => true): boolean =>
  all.some((one) => one.name === name && test(one.rest))
const isUser = (user: string): boolean => /^[1-9]\d{3,}:[1-9]\d{3,}$/.test(user)

/** What the project says of itself: its version of Node, and what `npm start` runs. */
export interface Project {
  readonly node: string
  readonly start: string
}

const asList = (command: string): string =>
  `[${command
    .split(' ')
    .map((word) => `"${word}"`)
    .join(', ')}]`

const rules = ({ node, start }: Project): Rule[] => [
  {
    what: 'a base image is not pinned to a whole version',
    breached: (all) => some(all, 'FROM', (rest) => !PINNED.test(rest)),
  },
  {
    what: `a base image is not Node ${node}, as the project has it`,
    breached: (all) => some(all, 'FROM', (rest) => !rest.startsWith(`node:${node}-`)),
  },
  { what: 'it does not run as a numbered user who is not root', breached: (_, last) => !isUser(lastOf(last, 'USER')) },
  {
    what: 'it uses sudo, which the image has not',
    breached: (all) => some(all, 'RUN', (rest) => /\bsudo\b/.test(rest)),
  },
  {
    what: 'it exposes a port that is none',
    breached: (all) => some(all, 'EXPOSE', (rest) => !/^\d{1,5}$/.test(rest) || Number(rest) > 65_535),
  },
  { what: 'it uses ADD, which fetches and unpacks', breached: (all) => some(all, 'ADD') },
  {
    what: 'a setting holds a secret',
    breached: (all) =>
      some(all, 'ENV', (rest) => SECRET.test(rest)) || some(all, 'ARG', (rest) => SECRET.test(`${rest}=`)),
  },
  { what: 'it is not in production mode', breached: (_, last) => !lastOf(last, 'ENV').includes('NODE_ENV=production') },
  {
    what: 'the data do not stand on a volume',
    breached: (_, last) => lastOf(last, 'VOLUME') !== '["/data"]' || !lastOf(last, 'ENV').includes('DATA_DIR=/data'),
  },
  {
    what: 'it installs more than the lock file’s production packages',
    breached: (all) =>
      some(all, 'RUN', (rest) => /npm (i|install)\b/.test(rest)) ||
      !some(all, 'RUN', (rest) => rest.startsWith('npm ci --omit=dev --omit=optional')),
  },
  {
    what: 'it copies a whole folder of the project without naming it',
    breached: (all) =>
      copiesOf(all).some(({ sources }) =>
        sources.some((source) => source === '.' || source === './' || source.includes('*')),
      ),
  },
  { what: 'it does not stop on SIGTERM', breached: (_, last) => lastOf(last, 'STOPSIGNAL') !== 'SIGTERM' },
  {
    what: 'its health is not asked of /healthz by node itself',
    breached: (_, last) => !/CMD \["node", .*\/healthz/.test(lastOf(last, 'HEALTHCHECK')),
  },
  {
    what: 'it does not start the bot as its first process',
    breached: (_, last) => lastOf(last, 'CMD') !== asList(start) || some(last, 'ENTRYPOINT'),
  },
]

/**
 * What is wrong with a Dockerfile: by its grammar, and by rules of our own for what that does not know.
 */
export const imageFaults = (text: string, project: Project): string[] => {
  const all = instructionsOf(text)
  const last = lastStage(all)
  return [
    ...validate(text).map(({ range, message }) => `line ${range.start.line + 1}: ${message}`),
    ...rules(project).flatMap(({ what, breached }) => (breached(all, last) ? [what] : [])),
  ]
}
