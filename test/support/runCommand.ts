import { execFile } from 'node:child_process'

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs one of the project's commands in a process of its own, with the settings given and no others. */
export const runCommand = (
  program: string,
  args: readonly string[],
  { cwd, env = {} }: { cwd: string; env?: Readonly<Record<string, string>> },
): Promise<Ended> =>
  new Promise((resolve) => {
    const settings = { PATH: process.env.PATH, ...env }
    execFile(process.execPath, [program, ...args], { cwd, env: settings }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr })
    })
  })
