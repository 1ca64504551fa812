import type { Operation } from '../../bot/stores/cosmos/documents.ts'

/**
 * What a call would be charged, from the figures that Microsoft publishes for Session consistency: a point read of 1 KB
 * is 1 unit and of 100 KB 10; a write of 1 KB about 5.5 and of 100 KB about 50, with what its indexed properties add; a
 * replacement or a deletion about as much as the write again. A query costs about 2.5 with what it loads. The emulator
 * charges 1 for everything, so these are estimates and are printed as such.
 */
export const estimatedUnits = ({ name, bytes, partition }: Operation): number => {
  const kilobytes = Math.max(1, bytes / 1024)
  const between = (one: number, hundred: number) => one + ((hundred - one) * (kilobytes - 1)) / 99
  switch (name) {
    case 'read':
      return between(1, 10)
    case 'create':
      return between(5.5, 50) + INDEXED_PROPERTIES * UNITS_PER_PROPERTY
    case 'replace':
    case 'upsert':
      return 2 * between(5.5, 50)
    case 'delete':
      return between(5.5, 50)
    case 'query':
      return (partition ? 2.5 : 3) + kilobytes * UNITS_PER_LOADED_KILOBYTE
  }
}

const INDEXED_PROPERTIES = 18
const UNITS_PER_PROPERTY = 0.2
const UNITS_PER_LOADED_KILOBYTE = 0.3
