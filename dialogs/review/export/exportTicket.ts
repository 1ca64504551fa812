import type { WorkFilter } from '../workFilter.ts'

export type ExportFormat = 'csv' | 'xlsx'

/** What a ticket for an export asks for. */
export interface ExportRequest {
  filter: WorkFilter
  /** The filter in words. */
  words: string
  purpose: string
  format: ExportFormat
  fileName: string
}
