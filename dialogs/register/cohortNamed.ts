import type { CohortChoice } from '../interest/openCohorts.ts'

const YEAR = /^20\d\d$/

/** The one cohort whose name a text bears: its year may be left out, its month shortened. */
export function cohortIn(text: string, cohorts: readonly CohortChoice[]): string | undefined {
  const said = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const years = said.filter((word) => YEAR.test(word))
  const named = cohorts.filter(({ name }) => {
    const parts = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
    const words = parts.filter((part) => !YEAR.test(part) && !/^(the|cohort|intake|of)$/.test(part))
    const year = parts.find((part) => YEAR.test(part))
    if (year && years.length > 0 ? !years.includes(year) : words.includes('may')) return false
    return words.every((part) => said.some((word) => word === part || (word.length > 2 && part.startsWith(word))))
  })
  return named.length === 1 ? named[0]?.id : undefined
}

/** The open cohort that somebody names in answer to which one. */
export const cohortNamed = (
  text = '',
  { open, later }: { open: readonly CohortChoice[]; later: string },
): string | undefined =>
  text === later || /\b(later|any|next|another|whichever|whenever)\b/i.test(text)
    ? later
    : cohortIn(
        text,
        open.filter(({ id }) => id !== later),
      )
