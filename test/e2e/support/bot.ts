import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '..', '..', '..')

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

export interface RunningBot {
  readonly url: string
  /** What it wrote to its log so far. */
  log(): string
  stop(): Promise<void>
}

/** Starts the bot as `npm start` does, in local mode with data of its own, and waits until it is ready. */
export const startBot = async (settings: Record<string, string> = {}, patience = 60_000): Promise<RunningBot> => {
  const port = await freePort()
  const data = await mkdtemp(join(tmpdir(), 'bot-e2e-'))
  const child = spawn(process.execPath, ['bot/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      DATA_DIR: data,
      RATE_LIMIT: 'off',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  child.stdout.on('data', (chunk) => lines.push(String(chunk)))
  child.stderr.on('data', (chunk) => lines.push(String(chunk)))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  const log = () => lines.join('')

  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(late)
    await rm(data, { recursive: true, force: true })
  }

  const deadline = Date.now() + patience
  let last = 'nothing'
  while (Date.now() < deadline && child.exitCode === null) {
    const ready = await fetch(`${url}/readyz`).catch(() => undefined)
    if (ready?.ok) return { url, log, stop }
    if (ready) last = await ready.text()
    await wait(100)
  }
  await stop()
  throw new Error(`The bot did not become ready: /readyz said ${last}. Its log:\n${log()}`)
}
