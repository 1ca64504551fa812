/** One thing that is wrong with the content: where, what, and what to do about it. */
export interface Fault {
  file: string
  line: number
  what: string
  cure: string
}

/** `knowledge/entries/x.md:7: what. Cure: cure.` */
export const faultLine = ({ file, line, what, cure }: Fault): string => `${file}:${line}: ${what}. ${cure}.`

/** Thrown when the content cannot be served at all, with one fault for each thing to mend. */
export class ContentError extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super(`The knowledge base has ${faults.length} fault(s):\n${faults.map(faultLine).join('\n')}`)
    this.name = 'ContentError'
    this.faults = faults
  }
}
