/**
 * The store did not answer, or answered that it cannot. Nothing is known about what was asked: never tell a person
 * "not found" or "saved" after it. The engine's own error is the cause.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'

  constructor(operation: string, cause: unknown) {
    super(`The store could not ${operation}.`, { cause })
  }
}
