import { upperFirst } from '../../../knowledge/answering/figures/text.ts'
import { ANY_LATER_COHORT, type Interest, type StatusDefinition } from '../../interest/interest.ts'
import { isActive } from '../../interest/interestDeps.ts'
import { BANDS } from '../../reading/bands.ts'
import { fold } from '../../reading/normalise.ts'

export type TableName = 'cohort' | 'band' | 'service'
export const TABLES: readonly TableName[] = ['cohort', 'band', 'service']

export interface ExactRow {
  id: string
  label: string
  count: number
}

/** One-way tables over the same interests: each adds up to the same total. */
export type ExactTables = Record<TableName, readonly ExactRow[]>

/** A service of the trust and the ways in which people write it. */
export interface ServiceWays {
  name: string
  ways: readonly string[]
}

/** So many interests of one combination. */
export interface Combination {
  cohortId: string
  band: string
  service: string
  count: number
}

const OTHER = 'other'

/** The trust's own name for the service in a text; `other` when there is none: free text could point at a person. */
export const serviceNamer = (services: readonly ServiceWays[]): ((text: string) => string) => {
  const ways = services
    .flatMap(({ name, ways: written }) => [name, ...written].map((way) => ({ name, way: ` ${fold(way)} ` })))
    .filter(({ way }) => way.trim() !== '')
    .sort((a, b) => b.way.length - a.way.length)
  return (text) => {
    const folded = ` ${fold(text)} `
    return ways.find(({ way }) => folded.includes(way))?.name ?? OTHER
  }
}

/**
 * One-way tables of these combinations. The rows are those of the lists, always all of them, with one for what is on
 * none.
 */
export const tablesOf = (
  combinations: readonly Combination[],
  lists: { cohorts: readonly { id: string; name: string }[]; laterName: string; services: readonly ServiceWays[] },
): ExactTables => {
  const table = (rows: readonly Omit<ExactRow, 'count'>[], idOf: (one: Combination) => string): ExactRow[] => {
    const counts = new Map(rows.map(({ id }) => [id, 0]))
    for (const one of combinations) {
      const id = counts.has(idOf(one)) ? idOf(one) : OTHER
      counts.set(id, (counts.get(id) ?? 0) + one.count)
    }
    return rows.map((row) => ({ ...row, count: counts.get(row.id) ?? 0 }))
  }
  const name = serviceNamer(lists.services)
  return {
    cohort: table(
      [
        ...lists.cohorts.map(({ id, name: label }) => ({ id, label })),
        { id: ANY_LATER_COHORT, label: lists.laterName },
        { id: OTHER, label: 'Other cohorts' },
      ],
      ({ cohortId }) => cohortId,
    ),
    band: table(
      [...BANDS.map((band) => ({ id: band, label: `Band ${band}` })), { id: OTHER, label: 'Other bands' }],
      ({ band }) => band,
    ),
    service: table(
      [
        ...lists.services.map((service) => ({ id: service.name, label: upperFirst(service.name) })),
        { id: OTHER, label: 'Other services' },
      ],
      ({ service }) => name(service),
    ),
  }
}

/** How an interest stood when a moment began; undefined when it was not there yet, or no longer active. */
export const stoodAt = (
  interest: Interest,
  moment: string,
  statuses?: readonly StatusDefinition[],
): Omit<Combination, 'count'> | undefined => {
  if ((interest.history[0]?.at ?? interest.createdAt) >= moment) return undefined
  const then: Record<string, string> = { status: interest.status, band: interest.band, service: interest.service }
  for (const { at, changes } of [...interest.history].reverse()) {
    if (at < moment) break
    for (const { field, old } of changes) if (field in then) then[field] = old
  }
  if (!isActive(then.status ?? '', statuses)) return undefined
  return { cohortId: interest.cohortId, band: then.band ?? '', service: then.service ?? '' }
}
