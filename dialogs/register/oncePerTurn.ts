import type { Turn } from '../turn.ts'

/** Does its work once a turn, however often that is asked for; work that failed is done again. */
export const oncePerTurn = <Result extends object | undefined>(
  work: (turn: Turn) => Promise<Result>,
): ((turn: Turn) => Promise<Result>) => {
  const done = new WeakMap<Turn, Result>()
  return async (turn) => {
    const result = done.get(turn) ?? (await work(turn))
    done.set(turn, result)
    return result
  }
}
