import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../support/freePort.ts'
import { ROOT } from '../support/sources.ts'

/** The last processor of this computer, to which each server is held; none where that cannot be done. */
export const pinnedTo = (() => {
  const { status, stdout } = spawnSync('nproc', { encoding: 'utf8' })
  const last = String(Number(stdout) - 1)
  return status === 0 && spawnSync('taskset', ['-c', last, 'true']).status === 0 ? last : undefined
})()

export interface Child {
  url: string
  /** From the start of the process to the first ready answer. */
  readyAfterMs: number
  memoryMb(): number
  stop(): Promise<void>
}

/**
 * Starts a program that serves on PORT, and waits until it is ready.
 * @throws Error with what it wrote when it ends before
 */
export async function startChild(file: string, env: Record<string, string>, patience = 20 * 60_000): Promise<Child> {
  const port = await freePort()
  const command = [...(pinnedTo ? ['taskset', '-c', pinnedTo] : []), process.execPath, file]
  const started = performance.now()
  const child = spawn(command[0] as string, command.slice(1), {
    cwd: ROOT,
    env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'warn', RATE_LIMIT: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (written = (written + chunk).slice(-2000)))
  const url = `http://127.0.0.1:${port}`
  while (!(await isReady(url))) {
    const late = performance.now() - started > patience
    if (late) child.kill('SIGKILL')
    if (late || child.exitCode !== null) throw new Error(`${file} did not get ready: ${written}`)
    await wait(10)
  }
  const readyAfterMs = performance.now() - started
  return { url, readyAfterMs, memoryMb: () => memoryOf(child), stop: () => stop(child) }
}

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/readyz`)).ok
  } catch {
    return false
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const patience = setTimeout(() => child.kill('SIGKILL'), 3000)
  await gone
  clearTimeout(patience)
}

const memoryOf = ({ pid }: ChildProcess): number => {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kb) / 1024
}
