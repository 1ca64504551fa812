import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('registering.ts', import.meta.url))

const start = (...args: string[]): ChildProcessWithoutNullStreams => {
  const child = spawn(process.execPath, [PROGRAM, ...args])
  child.stderr.pipe(process.stderr)
  child.stdin.on('error', () => {})
  return child
}

/** So many presses of Save at once by one person, in each of so many processes; every outcome's kind. */
export const pressTogether = async (
  place: string,
  personId: string,
  each: number,
  processes = 2,
): Promise<string[]> => {
  const children = Array.from({ length: processes }, () => start(place, 'burst', String(each), personId))
  const lines = children.map((child) => createInterface(child.stdout)[Symbol.asyncIterator]())
  for (const line of lines) await line.next()
  for (const child of children) child.stdin.write('go\n')
  const outcomes = await Promise.all(
    lines.map(async (line) => JSON.parse(String((await line.next()).value)) as string[]),
  )
  return outcomes.flat()
}

export interface Killed {
  kills: number
  /** The reference shown to each person; one whose receipt was lost pressed Save again. */
  shown: Map<string, string[]>
}

/** Registers so many people one after another in a process that is killed at random moments and started again. */
export const registerAndKill = async (place: string, people: number): Promise<Killed> => {
  const shown = new Map<string, string[]>()
  let next = 0
  let kills = 0
  while (next < people) {
    const child = start(place, 'stream', String(next), String(people))
    const ended = new Promise((resolve) => child.once('close', resolve))
    const life = Math.floor(Math.random() * 20)
    let lines = 0
    let killing = false
    for await (const line of createInterface(child.stdout)) {
      const [index = '', reference = ''] = line.split(' ')
      shown.set(`person-${index}`, [...(shown.get(`person-${index}`) ?? []), reference])
      next = Number(index) + 1
      if (++lines > life && !killing) {
        killing = true
        setTimeout(() => child.kill('SIGKILL'), Math.random() * 4)
      }
    }
    await ended
    if (child.signalCode === 'SIGKILL') kills++
  }
  return { kills, shown }
}
