import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ROOT } from './sources.ts'

/** Something in a file that looks like a secret: never the words themselves, which would put them in a log. */
export interface Found {
  readonly file: string
  readonly line: number
  readonly what: string
}

const PATTERNS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/],
  ['a secret of an Entra application', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/],
  ['a key of Azure storage, Cosmos DB or a bot', /(?<!sha512-)(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==/],
  ['a key of Azure OpenAI', /(?<![A-Za-z0-9])[A-Za-z0-9]{52,80}JQQJ99[A-Za-z0-9]{10,}/],
  ['a connection string', /(?:AccountKey|SharedAccessKey|SharedSecret)=[A-Za-z0-9+/%]{20,}/i],
  ['a connection string of Application Insights', /InstrumentationKey=(?!0{8})[0-9a-f]{8}-[0-9a-f]{4}-/i],
  ['a shared access signature', /[?&]sig=[A-Za-z0-9%+/]{30,}/],
  ['a key of OpenAI', /(?<![\w-])sk-(?:[a-z]+-)*[A-Za-z0-9_]{20,}/],
  ['a token of GitHub', /gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{40}/],
  ['a token of npm', /npm_[A-Za-z0-9]{36}/],
  ['a key of AWS', /(?<![A-Z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/],
  ['a key of Google', /AIza[\w-]{35}/],
  ['a token of Slack', /xox[abprs]-[A-Za-z0-9-]{20,}/],
  ['a signed token', /eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
  ['a password in an address', /[a-z]:\/\/[^\s/:@'"`${}<>]+:[^\s/:@'"`${}<>]{3,}@/i],
]

const ASSIGNED =
  /(?:passw(?:or)?d|pwd|secret|token|credential|api[_-]?key|access[_-]?key|_key)\w*['"]?\s*[:=]\s*['"`]?([\w+/~.=-]{16,})/gi

/** Bits a character, of Shannon. A key of random letters and digits has more than 3.5; a word has less, or no digit. */
const entropy = (text: string): number => {
  const counts = new Map<string, number>()
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return [...counts.values()].reduce((bits, n) => bits - (n / text.length) * Math.log2(n / text.length), 0)
}

/** An identifier of Azure's or Entra's, which is no secret. */
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const isRandom = (text: string): boolean =>
  !GUID.test(text) && /\d/.test(text) && /[a-z]/i.test(text) && entropy(text) > 3.5

const inLine = (text: string): string[] => [
  ...PATTERNS.filter(([, pattern]) => pattern.test(text)).map(([what]) => what),
  ...([...text.matchAll(ASSIGNED)].some(([, value = '']) => isRandom(value))
    ? ['a random value given as a secret']
    : []),
]

/** What in a text looks like a secret. */
export const secretsIn = (file: string, text: string): Found[] =>
  text.split('\n').flatMap((words, i) => inLine(words).map((what) => ({ file, line: i + 1, what })))

const SECRET_FILE = /(^|\/)(\.env(\.(?!example$).*)?|id_(rsa|dsa|ecdsa|ed25519)|.*\.(pem|pfx|p12|key|jks|keystore))$/i

/** Whether a file of this name is there to hold a secret. */
export const isSecretFile = (file: string): boolean => SECRET_FILE.test(file)

/** Every file that is, or would be, committed. */
export const committedFiles = (): string[] =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file && existsSync(path.join(ROOT, file)))

/** A file's text; nothing when it is no text. */
export const textOf = (file: string): string | undefined => {
  const bytes = readFileSync(path.join(ROOT, file))
  return bytes.includes(0) ? undefined : bytes.toString('utf8')
}
