const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** A date as precise as it is known: `2014`, `2014-01` → `the beginning of 2014`, `2014-06` → `June 2014`, a day in full. */
export const dateInWords = (date: string): string => {
  const [year = '', month, day] = date.split('-')
  if (!month) return year
  const name = `${MONTHS[Number(month) - 1]} ${year}`
  if (day) return `${Number(day)} ${name}`
  return month === '01' ? `the beginning of ${year}` : name
}

/** The same after its preposition: "at the beginning of 2014", "in June 2014", "on 8 January 2014". */
export const onDate = (date: string): string => {
  const [, month, day] = date.split('-')
  const preposition = day ? 'on' : month === '01' ? 'at' : 'in'
  return `${preposition} ${dateInWords(date)}`
}
