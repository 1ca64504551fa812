const DAY_MS = 24 * 60 * 60 * 1000
const compact = (moment: string, length: number): string => moment.slice(0, length).replaceAll('-', '')

/** The day of a moment, its month and its year, as words of the search index. */
export const dayWords = (moment: string): string[] => [
  `year${compact(moment, 4)}`,
  `month${compact(moment, 7)}`,
  `day${compact(moment, 10)}`,
]

const starts = (time: number, what: 'year' | 'month'): boolean => {
  const at = new Date(time)
  return at.getUTCDate() === 1 && (what === 'month' || at.getUTCMonth() === 0)
}

const next = (time: number, what: 'year' | 'month' | 'day'): number => {
  const at = new Date(time)
  if (what === 'year') return Date.UTC(at.getUTCFullYear() + 1, 0)
  if (what === 'month') return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1)
  return time + DAY_MS
}

/** The fewest such words that cover every day from one moment to another: whole years, else months, else days. */
export const wordsBetween = (from: string, to: string): string[] => {
  const words: string[] = []
  const end = Date.parse(to)
  let time = Math.floor(Date.parse(from) / DAY_MS) * DAY_MS
  while (time <= end) {
    const fits = (what: 'year' | 'month') => starts(time, what) && next(time, what) <= end
    const what = fits('year') ? 'year' : fits('month') ? 'month' : 'day'
    words.push(dayWords(new Date(time).toISOString())[['year', 'month', 'day'].indexOf(what)] ?? '')
    time = next(time, what)
  }
  return words
}
