/** A figure in a text: its value in digits, its words or digits there, and their offset. */
interface Figure {
  value: string
  text: string
  at: number
}

const UNITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const VALUES = new Map<string, number>([
  ...[...UNITS, ...TEENS].map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
])

/** `one` is most often a plain word ("one of them", "the first one"): it is a figure only before a thing that is counted. */
const COUNTED =
  'hour|day|week|month|term|year|band|phase|stage|step|cohort|intake|place|post|role|person|trainee|member|trust|university|work|per cent'

const small = `(?:${TENS.join('|')})(?:[- ](?:${UNITS.slice(1).join('|')}))?|${[...TEENS, ...UNITS].join('|')}`
const large = `(?:${small}|a) (?:hundred|thousand)(?: and (?:${small}))?`
const FIGURE = new RegExp(`\\d+(?:,\\d{3})*(?:\\.\\d+)?|(?<!\\p{L})(?:${large}|${small})(?!\\p{L})`, 'giu')
const COUNTED_NEXT = new RegExp(`^[- ](?:${COUNTED})`, 'i')

/**
 * Every figure in a text: digits wherever they stand (`31`, `Band 3`, `1,000`, `B4`), and number words from zero up
 * (`seven`, `thirty-one`, `a hundred and five`). Words that put things in order (first, second) and shares (half) are
 * no figures, and `one` is a figure only where something countable follows it (`one day`, `one-year`).
 */
export const figuresIn = (text: string): Figure[] =>
  [...text.matchAll(FIGURE)]
    .map((match) => ({ value: inDigits(match[0].toLowerCase()), text: match[0], at: match.index }))
    .filter(({ text: words, at }) => words.toLowerCase() !== 'one' || COUNTED_NEXT.test(text.slice(at + words.length)))

function inDigits(written: string): string {
  if (/^\d/.test(written)) return String(Number(written.replaceAll(',', '')))
  let value = 0
  for (const word of written.split(/[- ]/)) {
    if (word === 'hundred' || word === 'thousand') value = (value || 1) * (word === 'hundred' ? 100 : 1000)
    else value += VALUES.get(word) ?? 0
  }
  return String(value)
}

/**
 * The results of the sums that a text sets out for its reader, such as `7 + 5 makes 12`, where every part is among
 * `stated` and the sum is right.
 */
export const sumsIn = (text: string, stated: ReadonlySet<string>): string[] =>
  [...text.matchAll(/(\d+(?: \+ \d+)+) (?:=|makes|make|is|comes to) (\d+)/g)].flatMap(([, parts = '', result = '']) => {
    const figures = parts.split(' + ')
    const right = figures.reduce((sum, figure) => sum + Number(figure), 0) === Number(result)
    return right && figures.every((figure) => stated.has(figure)) ? [result] : []
  })
