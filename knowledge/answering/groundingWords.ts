const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const SMALL = new Map(UNITS.split(' ').map((word, value) => [word, value]))
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i]),
)

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** What a sentence is built with, and which says nothing by itself. */
const FUNCTION = set(
  `a an the this that these those it its they them their there here he she her his him we us our i me my you your
  which who whom whose what where how in on at of to for with as into onto through via across among towards and or
  is are was were be been being am has have had do does did by also too per it's s`,
)
/** Talk about what is published, and verbs that only join a thing to its parts. */
const NEUTRAL = set(
  'publish page source case study say state long include involve consist combine make made up spend split get thing programme',
)
const NEGATIONS = set('not no never none nobody nothing neither nor cannot without')
/** Words of one meaning, for what this is used for. */
const SAME: Readonly<Record<string, string>> = {
  uni: 'university',
  lasts: 'takes',
  lasting: 'takes',
  every: 'each',
  weekly: 'week',
  could: 'may',
  might: 'may',
  shall: 'will',
  needs: 'must',
  need: 'must',
  advert: 'advertised',
  adverts: 'advertised',
  chosen: 'selected',
  provides: 'offers',
  provide: 'offers',
  e: '',
  mail: 'email',
}
export const QUANTIFIERS = set('all each some any only both most many few several half more less fewer')
export const MODALS = set('must may will would can should')
/** What is left out at the price of the truth: a plan told as a fact, a condition dropped. */
export const HEDGES = set('plan planned expected meant should aim intended would may called if unless nearest was-to')
export const PRESENT = set('is are has have does do am')
export const PAST = set('was were had did came went drew gave took met wrote began held saw became')
export const RATES = set('day week month term year hour')

export interface Word {
  /** As it is written, in lower case. */
  form: string
  /** What words of one meaning share; a figure's is its digits. */
  stem: string
  kind: 'figure' | 'content' | 'function' | 'negation' | 'stop'
  capital: boolean
}

const TOKEN = /\d+(?:[.,]\d+)*%?|\p{L}+(?:['’]\p{L}+)*|[,;:()–—]/gu

/** A text as words, with figures in digits and the short forms of "not" written out. */
export function wordsIn(text: string): Word[] {
  const spelt = text
    .replace(/[*_]/g, '')
    .replace(/\[\d+\]/g, ' ')
    .replace(/[’‘]/g, "'")
    .replace(/\bcan't\b|\bcannot\b/gi, 'can not')
    .replace(/\bwon't\b/gi, 'will not')
    .replace(/n't\b/gi, ' not')
    .replace(/'(?:re|ve)\b/gi, ' are')
    .replace(/\b(?:has|have|had) to\b/gi, 'must')
    .replace(/\b(?:was|were) to be\b/gi, 'was planned to be')
  const found = spelt.match(TOKEN) ?? []
  const words: Word[] = []
  for (let i = 0; i < found.length; i++) {
    const raw = found[i] ?? ''
    const form = raw.toLowerCase().replace(/'s$/, '')
    const tens = TENS.get(form)
    const unit = SMALL.get((found[i + 1] ?? '').toLowerCase())
    if (tens !== undefined && unit !== undefined && unit > 0 && unit < 10) {
      words.push(figure(String(tens + unit), form))
      i++
    } else if (/^[,;:()–—]$/.test(raw)) words.push({ form: raw, stem: raw, kind: 'stop', capital: false })
    else words.push(wordOf(raw, form, tens ?? SMALL.get(form)))
  }
  return words
}

const figure = (stem: string, form: string): Word => ({ form, stem, kind: 'figure', capital: false })

function wordOf(raw: string, form: string, value: number | undefined): Word {
  if (value !== undefined) return figure(String(value), form)
  if (/^\d/.test(form)) return figure(form.replace(/,(?=\d{3})/g, ''), form)
  const capital = raw !== raw.toLowerCase()
  if (NEGATIONS.has(form)) return { form, stem: form, kind: 'negation', capital: false }
  const same = SAME[form] ?? form
  if (FUNCTION.has(same) || same === '') return { form, stem: same, kind: 'function', capital: false }
  const stem = QUANTIFIERS.has(same) || MODALS.has(same) ? same : stemOf(same)
  return { form, stem, kind: NEUTRAL.has(stem) || NEUTRAL.has(form) ? 'function' : 'content', capital }
}

/** A light stemmer: what is left of the usual endings, of a word long enough to have one. */
function stemOf(word: string): string {
  if (word.length <= 4) return word.replace(/s$|ed$/, '').replace(/e+$/, '')
  return word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?:ations?|ions?|ings?|ments?|ed|es|ly|s)$/, '')
    .replace(/e+$/, '')
}

const TALK = /^(?:page|published|publishes|says?|states?|stated|source)$/

/** Whether words speak of what is published, rather than of the thing itself: "the case study gives no …". */
export const isPageTalk = (words: readonly Word[]): boolean =>
  words.some(({ form }, i) => TALK.test(form) || (form === 'case' && words[i + 1]?.form === 'study'))

export const isContent = ({ kind }: Word): boolean => kind === 'content'
export const isFigure = ({ kind }: Word): boolean => kind === 'figure'
export const isYear = ({ kind, stem }: Word): boolean => kind === 'figure' && /^(?:19|20)\d\d$/.test(stem)
