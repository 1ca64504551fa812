import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'chai'
import { freePort } from '../support/freePort.ts'
import { runCommand } from '../support/runCommand.ts'
import { ROOT, readText } from '../support/sources.ts'
import { copiedInto } from './containerRules.ts'

interface Locked {
  readonly dev?: boolean
  readonly optional?: boolean
}

/** The packages at the top of node_modules after `npm ci --omit=dev --omit=optional`. */
const productionPackages = (): string[] => {
  const { packages } = JSON.parse(readText('package-lock.json')) as { packages: Record<string, Locked> }
  return Object.entries(packages)
    .filter(([place, { dev, optional }]) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(place) && !dev && !optional)
    .map(([place]) => place)
}

/** So that a package is looked for beside the copy, not beside the project. */
const links = ['--preserve-symlinks', '--preserve-symlinks-main']

const answers = async (address: string): Promise<boolean> =>
  fetch(address).then(
    ({ ok }) => ok,
    () => false,
  )

describe('What the image holds', function () {
  this.timeout(60_000)
  let folder: string
  let bot: ChildProcess | undefined
  const app = (...names: string[]): string => path.join(folder, 'app', ...names)
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'image-'))
    for (const file of copiedInto(readText('deploy/container/Dockerfile'))) {
      cpSync(path.join(ROOT, file), app(file), { recursive: true })
    }
    for (const place of productionPackages()) {
      mkdirSync(path.dirname(app(place)), { recursive: true })
      symlinkSync(path.join(ROOT, place), app(place))
    }
  })
  afterEach(() => {
    bot?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('is all that the bot needs: it gets ready in production, writes to its data alone, and stops when asked', async () => {
    const held = globSync('**', { cwd: app(), exclude: ['node_modules/**'] })
    const port = await freePort()
    const id = '5f2c1d3e-8a4b-4c6d-9e0f-1a2b3c4d5e6f'
    const env = {
      ...{ PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: path.join(folder, 'data') },
      ...{ HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'silent' },
      ...{ MICROSOFT_APP_ID: id, MICROSOFT_APP_TENANT_ID: id, MICROSOFT_APP_TYPE: 'UserAssignedMSI' },
    }
    bot = spawn(process.execPath, [...links, 'bot/main.ts'], { cwd: app(), env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: string[] = []
    for (const stream of [bot.stdout, bot.stderr]) stream?.on('data', (chunk) => said.push(String(chunk)))
    while (bot.exitCode === null && !(await answers(`http://127.0.0.1:${port}/readyz`))) await wait(100)
    expect(bot.exitCode, said.join('')).to.equal(null)
    bot.kill('SIGTERM')
    const [code] = await once(bot, 'exit')
    expect(code, said.join('')).to.equal(0)
    expect(globSync('**', { cwd: app(), exclude: ['node_modules/**'] })).to.have.members(held)
    expect(globSync('*', { cwd: path.join(folder, 'data') })).to.include('bot.sqlite')
  })

  it('starts in local mode too, where the chat page says what is missing', async () => {
    const port = await freePort()
    const env = {
      ...{ PATH: process.env.PATH, DATA_DIR: path.join(folder, 'data'), PORT: String(port) },
      ...{ LOG_LEVEL: 'silent', SENTENCE_VECTORS: 'off' },
    }
    bot = spawn(process.execPath, [...links, 'bot/main.ts'], { cwd: app(), env, stdio: 'ignore' })
    while (bot.exitCode === null && !(await answers(`http://127.0.0.1:${port}/healthz`))) await wait(100)
    const page = await fetch(`http://127.0.0.1:${port}/`)
    expect(page.status).to.equal(503)
    expect(await page.text()).to.match(/run npm ci without --omit=dev\.$/)
  })

  it('is not enough without one of its folders, so that a missing COPY would be seen', async () => {
    rmSync(app('dialogs'), { recursive: true })
    const { code, stderr } = await runCommand('bot/main.ts', [], { cwd: app() })
    expect(code).to.equal(1)
    expect(stderr).to.match(/Cannot find module '.*\/dialogs\//)
  })
})
