import type { Rule } from './check.ts'
import type { Change } from './shipped.ts'

/** A fault put into what ships: what it is, the one rule or the rules that must find it, and where, in part. */
export type Plant = readonly [what: string, rules: Rule | readonly Rule[], at: string, change: Change]
