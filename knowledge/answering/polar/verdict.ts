import type { Claim } from '../../content/claims.ts'
import { type Said, valuesOf } from './claimReader.ts'
import { dateOf } from './numbersIn.ts'

/** How what is said stands to a claim; `unsaid` where the source names others, and does not say that these are not. */
export type Verdict = 'true' | 'false' | 'partly' | 'unsaid'

/** What a message says, held against the claim that it speaks of; undefined when they share nothing. */
export function verdictOn(claim: Claim, said: Said): Verdict | undefined {
  const { is } = claim
  if (typeof is === 'boolean') return onFact(claim, is, said)
  const values = valuesOf(claim)
  if (values.every((value) => typeof value === 'number')) return onNumbers(claim, values as number[], said)
  if (said.date && typeof is === 'string') return onDate(is, said)
  return onNames(claim, values.length, said)
}

function onFact(claim: Claim, is: boolean, said: Said): Verdict | undefined {
  if (!claim.within) return said.only ? undefined : is ? 'true' : 'false'
  if (said.wider > 0 || said.quantifier === 'some' || said.only) return 'partly'
  return said.within > 0 ? 'true' : 'partly'
}

function onNumbers(claim: Claim, values: readonly number[], said: Said): Verdict | undefined {
  const [first] = said.numbers
  const [value = 0, top = value] = values
  if (said.ordinal !== undefined && said.numbers.length === 0) return said.ordinal > value ? 'false' : undefined
  if (first === undefined) return undefined
  if (claim.range) return onRange(value, top, said)
  if (values.length > 1) return onSet(claim, values, said)
  if (said.numbers.length > 1) return undefined
  if (said.compares === 'more') return value > first ? 'true' : 'false'
  if (said.compares === 'less') return value < first ? 'true' : 'false'
  return first === value ? 'true' : 'false'
}

function onRange(from: number, to: number, { numbers, compares, only, aged }: Said): Verdict | undefined {
  if (numbers.some((n) => n < from || n > to) || compares === 'more') return 'false'
  if (numbers.length === 2) return Math.min(...numbers) === from && Math.max(...numbers) === to ? 'true' : 'false'
  if (numbers.length > 2) return undefined
  if (aged && !only && !compares) return 'true'
  return numbers[0] === to && compares === undefined ? 'true' : only || compares ? 'false' : undefined
}

function onSet({ open }: Claim, values: readonly number[], { numbers, only, compares }: Said): Verdict | undefined {
  if (compares) return undefined
  if (numbers.some((n) => !values.includes(n))) return open && !only ? 'unsaid' : 'false'
  if (values.every((value) => numbers.includes(value))) return open && only ? 'unsaid' : 'true'
  return only ? 'false' : 'partly'
}

function onDate(is: string, { date, only }: Said): Verdict | undefined {
  const claimed = dateOf(is)
  if (!date || !claimed || only) return undefined
  const parts = (['year', 'month', 'season', 'part', 'day'] as const).filter((part) => date[part] !== undefined)
  if (parts.some((part) => claimed[part] !== undefined && claimed[part] !== date[part])) return 'false'
  return parts.every((part) => claimed[part] !== undefined) ? 'true' : undefined
}

function onNames({ open }: Claim, count: number, { mine, others, only }: Said): Verdict | undefined {
  if (others > 0) return open ? 'unsaid' : 'false'
  if (mine.length === 0) return undefined
  if (!only) return 'true'
  if (open) return 'partly'
  return mine.length === count ? 'true' : 'false'
}
