import { faultLine } from '../fault.ts'
import type { Findings } from './index.ts'

/** What the checker prints: a line for each fault, then for each warning, then the counts. */
export function report({ faults, warnings, counts }: Findings): string {
  const lines = [
    ...faults.map(faultLine),
    ...warnings.map((warning) => faultLine({ ...warning, what: `warning: ${warning.what}` })),
    `${counts ? `${counts.entries} entries, ${counts.phrasings} phrasings` : 'The content could not be read'}: ` +
      `${faults.length} fault(s), ${warnings.length} warning(s).`,
  ]
  return `${lines.join('\n')}\n`
}
