const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const SHORT = MONTHS.map((month) => month.slice(0, 3))
const MONTH = `(?:${[...MONTHS, ...SHORT, 'sept'].join('|')})`

const two = (value: number): string => String(value).padStart(2, '0')
const monthOf = (word: string): number => SHORT.indexOf(word.slice(0, 3)) + 1

/** The years that a text names by themselves: that of "September 2014 cohort" names the cohort. */
export const yearsIn = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(new RegExp(`(?<!\\b${MONTH} )\\b((?:19|20)\\d\\d)\\b`, 'g'))].flatMap(([, year]) => year ?? []),
  ),
]

/** The latest day of a month and day that is not after today. */
const latest = (month: number, day: number | undefined, today: string): string => {
  const rest = day === undefined ? two(month) : `${two(month)}-${two(day)}`
  const year = Number(today.slice(0, 4))
  return `${year}-${rest}` <= today ? `${year}-${rest}` : `${year - 1}-${rest}`
}

const AS_AT = '(?:as (?:at|of|on|they were (?:at|in|on))|as at|at|on|in|by|of|to|since|last|position at) (?:the )?'

/**
 * The date that figures are asked as at: 2014, 2014-01 or 2014-01-08.
 * @param today for a date without a year; without it such a date is not read
 */
export const asAtIn = (text: string, today?: string): string | undefined => {
  const full = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})\\b(?: (\\d{4}))?`).exec(text)
  if (full) {
    const [, day = '', word = '', year] = full
    if (Number(day) < 1 || Number(day) > 31) return undefined
    if (year) return `${year}-${two(monthOf(word))}-${two(Number(day))}`
    return today && latest(monthOf(word), Number(day), today)
  }
  const edge = /\b(start|beginning|end) of (?:the year )?((?:19|20)\d\d)\b/.exec(text)
  if (edge) return edge[1] === 'end' ? `${edge[2]}-12` : `${edge[2]}-01`
  const month = new RegExp(`\\b${AS_AT}(${MONTH})\\b(?: (\\d{4}))?(?! cohort| intake| \\d{4} cohort)`).exec(text)
  if (month && !/\b(?:cohort|intake)\b.*$/.test(text.slice(month.index + month[0].length))) {
    const [, word = '', year] = month
    if (year) return `${year}-${two(monthOf(word))}`
    return today && latest(monthOf(word), undefined, today)
  }
  return /\bas (?:at|of) ((?:19|20)\d\d)\b/.exec(text)?.[1]
}
