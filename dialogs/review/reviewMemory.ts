import { clear, latest, put } from '../../knowledge/answering/table.ts'
import type { InterestFilter } from '../interest/interestFilter.ts'
import type { TurnMemory } from '../turn.ts'
import type { RecordField } from './asking/recordFields.ts'

/** A list of interests that was shown: enough to make it again, and to find the number 12 on it. */
export interface ShownList {
  /** Without the names that were searched for. */
  filter: InterestFilter
  /** The filter also had a name in it, which is not kept: `keys` alone tell who was on the list. */
  named?: boolean
  /** The filter of the list that this one narrows. */
  within?: InterestFilter
  /** The filter of the list shown before it, for "how many together". */
  before?: InterestFilter
  order?: 'oldest' | 'newest'
  /** The interests shown, page after page: the first is number 1. */
  keys: readonly string[]
  /** Where in `keys` the page shown last begins. */
  from: number
  /** Where the next page begins, while there may be one. */
  next?: string
}

declare module '../../knowledge/answering/table.ts' {
  interface Frames {
    /** HR's list shown last. */
    list: ShownList
    /** HR's interest opened or spoken of last; its fields are looked up, not kept. */
    record: { key: string }
  }
}

/** What was done last, without anybody's words: a note, a reason and a hold's are looked up where they were written. */
type Did =
  | { verb: 'status'; to: string }
  | { verb: 'assign'; to: string | null }
  | { verb: 'tell'; field: RecordField }
  | { verb: 'note' | 'hold' | 'release' | 'open' | 'send-notice' }

/** What a conversation of HR's keeps beside the list and the record on its table: ids and choices from lists. */
export interface ReviewMemory {
  /** What was changed last, for "undo that". */
  changed?: string[]
  /** Those spoken of last, the latest first, for "both of them". */
  spoken?: string[]
  /** What was done last, for "him too". */
  did?: Did
  /** The questions shown last. */
  questions?: string[]
  /** When the list was last looked at. */
  at?: string
}

declare module '../turn.ts' {
  interface TurnMemory {
    review?: ReviewMemory
  }
}

/** What of HR's work is on the table. */
export interface ReviewTable {
  list?: ShownList
  /** The interest opened since the list was shown. */
  opened?: string
  /** Whether nothing else was spoken of since. */
  onTop: boolean
}

export const reviewTable = ({ table }: TurnMemory): ReviewTable => {
  const [list, record] = [latest(table, 'list'), latest(table, 'record')]
  const [top] = table ?? []
  return {
    ...(list && { list }),
    ...(record && { opened: record.key }),
    onTop: top?.kind === 'list' || top?.kind === 'record',
  }
}

/** Puts a list on the table, in place of what was opened before. */
export const putList = (memory: TurnMemory, list: ShownList): void => {
  memory.table = put(clear(clear(memory.table, 'record'), 'figures'), { kind: 'list', ...list })
  delete memory.review?.spoken
}

export const putRecord = (memory: TurnMemory, key: string): void => {
  memory.table = put(memory.table, { kind: 'record', key })
  if (memory.review)
    memory.review.spoken = [key, ...(memory.review.spoken ?? []).filter((one) => one !== key)].slice(0, 2)
}

/** The filter as it may be kept: without names of people. */
export const withoutNames = (filter: InterestFilter): { filter: InterestFilter; named: boolean } => {
  const { name, manager, assigneeName, ...kept } = filter
  return { filter: kept, named: [name, manager, assigneeName].some((part) => part !== undefined) }
}
