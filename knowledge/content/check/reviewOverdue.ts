import type { Rule } from './content.ts'

/** An entry whose day of review has passed. */
export const reviewOverdue: Rule = ({ entries }, now) => {
  const today = now.toISOString().slice(0, 10)
  return [...entries.values()]
    .filter(({ reviewBy }) => reviewBy < today)
    .map((entry) => ({
      file: entry.file,
      line: entry.lineOf(['reviewBy']),
      what: `The review was due by ${entry.reviewBy}`,
      cure: `Ask ${entry.owner} if it still holds, then set a new day`,
    }))
}
