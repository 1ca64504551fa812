import type { Operation } from '../../bot/stores/cosmos/documents.ts'

/**
 * What a call would be charged, from the figures that Microsoft publishes for Session consistency: a point read of 1 KB
 * is 1 unit and of 100 KB 10; a write of 1 KB is 5 and of 100 KB 50 (learn.microsoft.com/azure/cosmos-db/
 * optimize-cost-reads-writes), with what its indexed properties add. A replacement is taken as twice a write, a query as
 * 2.5 (one partition) or 3 (all) with what it loads. The emulator charges 1 for everything: these are estimates.
 */
export const estimatedUnits = ({ name, bytes, partition }: Operation): number => {
  const kilobytes = Math.max(1, bytes / 1024)
  const between = (one: number, hundred: number) => one + ((hundred - one) * (kilobytes - 1)) / 99
  switch (name) {
    case 'read':
      return between(1, 10)
    case 'create':
      return between(5, 50) + INDEXED_PROPERTIES * UNITS_PER_PROPERTY
    case 'replace':
    case 'upsert':
      return 2 * between(5, 50)
    case 'delete':
      return between(5, 50)
    case 'query':
      return (partition ? 2.5 : 3) + kilobytes * UNITS_PER_LOADED_KILOBYTE
  }
}

const INDEXED_PROPERTIES = 18
const UNITS_PER_PROPERTY = 0.2
const UNITS_PER_LOADED_KILOBYTE = 0.3
