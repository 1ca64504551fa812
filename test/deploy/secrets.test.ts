import { randomBytes } from 'node:crypto'
import { expect } from 'chai'
import { committedFiles, isSecretFile, secretsIn, textOf } from '../support/secretScan.ts'

/** Random letters and digits, in no file. */
const random = (length: number): string => {
  let text = ''
  while (text.length < length)
    text += randomBytes(length)
      .toString('base64')
      .replaceAll(/[^A-Za-z0-9]/g, '')
  return `a1${text.slice(2, length)}`
}

/** Put together as the test runs, so that this file itself is clean. */
const planted: [what: string, line: () => string][] = [
  ['a private key', () => ['-----BEGIN RSA PRIVATE', 'KEY-----'].join(' ')],
  ['a secret of an Entra application', () => `MICROSOFT_APP_PASSWORD=abc8Q~${random(34)}`],
  ['a key of Azure storage, Cosmos DB or a bot', () => `key: ${random(86)}==`],
  ['a connection string', () => `DefaultEndpointsProtocol=https;Account${'Key'}=${random(40)}`],
  ['a connection string', () => `Endpoint=sb://x/;SharedAccess${'Key'}=${random(43)}=`],
  ['a connection string of Application Insights', () => `Instrumentation${'Key'}=1234abcd-12ab-4000-8000-000000000001`],
  ['a shared access signature', () => `https://x.blob.core.windows.net/c?sv=2024&s${'ig'}=${random(43)}%3D`],
  ['a key of OpenAI', () => `const client = open('sk-${'proj'}-${random(48)}')`],
  ['a key of Azure OpenAI', () => `${random(56)}JQQJ${'99'}${random(20)}`],
  ['a token of GitHub', () => `https://gh${'p'}_${random(36)}`],
  ['a token of npm', () => `//registry.${'npmjs'}.org/:_authToken=np${'m'}_${random(36)}`],
  ['a key of AWS', () => `AK${'IA'}${'ABCDEFGH12345678'}`],
  ['a key of Google', () => `AI${'za'}${random(35)}`],
  ['a token of Slack', () => `xo${'xb'}-${random(24)}`],
  ['a signed token', () => `Bearer ey${'J'}${random(20)}.ey${'J'}${random(30)}.${random(40)}`],
  ['a password in an address', () => `https://bot:${random(12)}@example.nhs.uk/`],
  ['a random value given as a secret', () => `"client${'Secret'}": "${random(24)}"`],
  ['a random value given as a secret', () => `COSMOS${'_KEY'}=${random(32)}`],
  ['a random value given as a secret', () => `const pass${'word'} = '${random(20)}'`],
]

const harmless = [
  'const token = await graphToken(identity, baseUrl)',
  'MICROSOFT_APP_PASSWORD=',
  "password: 'the-password-of-the-test'",
  '"integrity": "sha512-…=="',
  '"keyVaultSecretsUser": "4633458b-17de-408a-874b-0445c86b69e6"',
  'http://127.0.0.1:3978/local',
]

describe('The repository', () => {
  it('holds no secret', () => {
    const files = committedFiles()
    expect(files).to.include('package.json')
    const found = files.flatMap((file) => {
      const text = textOf(file)
      return text === undefined ? [] : secretsIn(file, text)
    })
    expect(found.map(({ file, line, what }) => `${file}:${line} looks like ${what}`)).to.deep.equal([])
  })

  it('holds no file of the kind that secrets are kept in', () => {
    expect(committedFiles().filter(isSecretFile)).to.deep.equal([])
    for (const file of ['.env', 'deploy/.env.live', 'bot/tls.pem', 'id_ed25519', 'x/cert.pfx']) {
      expect(isSecretFile(file), file).to.equal(true)
    }
    expect(['.env.example', 'bot/keys.ts', 'deploy/machine/bot.env.example'].filter(isSecretFile)).to.deep.equal([])
  })

  describe('would be found to hold', () => {
    for (const [what, line] of planted) {
      it(what, () => {
        const text = `first line\n  ${line()}\n`
        expect(secretsIn('planted.txt', text)).to.deep.include({ file: 'planted.txt', line: 2, what })
      })
    }
  })

  it('is not suspected for words that only speak of secrets', () => {
    expect(harmless.flatMap((line) => secretsIn('harmless.txt', line))).to.deep.equal([])
  })
})
