import { tokenString } from '../../matching/text.ts'
import { NUMBER, numberOf } from '../../reading/numbers.ts'
import { phrase, says, words } from '../../reading/phrases.ts'
import type { Figure } from '../table.ts'
import { listed, lowerFirst } from './text.ts'
import { countOf } from './wording.ts'

/** A message beside the figures that it leans on. */
export interface FiguresMessage {
  /** As a token string. */
  text: string
  all: readonly Figure[]
  /** Those still in training. */
  training: readonly Figure[]
  /** Those that the latest reply was of; all of them when it was of none. */
  told: readonly Figure[]
  supposed: readonly Figure[]
  /** What was told last and what was told before it, where these are two; else the two years. */
  pair?: readonly [readonly Figure[], readonly Figure[]]
  /** Those that the message names; none when it only points to them. */
  named: readonly Figure[]
  /** Words that say something else. */
  others: readonly string[]
  says: (list: string) => boolean
}

const LISTS: Readonly<Record<string, readonly string[]>> = {
  qualified: ['qualified', 'figuresQualified'],
  'first-year': ['firstYear'],
  'second-year': ['secondYear'],
  'third-year': ['thirdYear'],
}

export const isInTraining = ({ id }: Pick<Figure, 'id'>): boolean => id.endsWith('-year')

/** Whether a text names a figure: by a list of its stage or by its label. */
const names =
  (text: string) =>
  ({ id, label }: Figure): boolean =>
    (LISTS[id] ?? []).some((list) => says(text, list)) || ` ${text} `.includes(` ${tokenString(label)} `)

/** The figures that a text names, in their order; none when it names none. */
export const figuresIn = (text: string, all: readonly Figure[]): readonly Figure[] => {
  const isNamed = names(text)
  const years = all.filter((figure) => isInTraining(figure) && isNamed(figure))
  const training = years.length === 0 && says(text, 'figuresTraining')
  if (says(text, 'figuresAll')) return all
  return all.filter((figure) => (isInTraining(figure) ? training || years.includes(figure) : isNamed(figure)))
}

const COUNTED = new RegExp(`\\b(?:the|those|these|other) (${NUMBER})\\b`, 'g')

/** The figures that a text names by their counts: "the seven", "the other five". */
const countedOff = (text: string, all: readonly Figure[]): readonly Figure[] => {
  const counts = [...text.matchAll(COUNTED)].map(([, word = '']) => numberOf(word))
  return all.filter(({ count }) => counts.includes(count))
}

const pairOf = (all: readonly Figure[]): FiguresMessage['pair'] => {
  const told = all.filter((one) => one.told)
  const before = all.filter((one) => one.earlier && !one.told)
  const years = all.filter(isInTraining)
  if (told.length > 0 && before.length > 0) return [told, before]
  const [last, earlier] = [told.filter((one) => !one.earlier), told.filter((one) => one.earlier)]
  if (told.length > 2 && last.length > 0 && earlier.length > 0) return [last, earlier]
  const [one, other] = told.length === 2 ? told : years
  return one && other && (told.length === 2 || years.length === 2) ? [[other], [one]] : undefined
}

/** The two that a pair is of: one and one, else the side that is of two. */
const theTwo = (pair: NonNullable<FiguresMessage['pair']>): readonly Figure[] =>
  pair.every(({ length }) => length === 1) ? pair.flat() : (pair.find(({ length }) => length === 2) ?? pair.flat())

const LIGHT = words('figuresLight')
const GRAMMAR = words('grammar')
/** The lists of what may be said of figures, what points to them last: it stands inside other phrases. */
const SPOKEN_OF = [
  ...Object.values(LISTS).flat(),
  ...[
    'figuresTraining',
    'figuresAll',
    'figuresRest',
    'figuresShare',
    'figuresFractions',
    'figuresFractionOf',
    'figuresRatio',
    'figuresDifference',
    'figuresTrend',
    'figuresOutcome',
    'figuresPair',
    'figuresTotal',
    'figuresIncludes',
    'figuresInclude',
    'figuresWithout',
    'figuresLose',
    'figuresToo',
    'figuresMore',
    'figuresLess',
    'figuresMaybe',
    'figuresWhen',
    'figuresCounted',
    'figuresNames',
    'figuresYears',
    'figuresPlaces',
    'figuresLeavers',
    'figuresBands',
    'figuresPeople',
    'figuresTargets',
    'figuresAverages',
    'figuresElsewhere',
    'figuresWhy',
    'figuresPosts',
    'figuresTold',
    'months',
    'numbers',
  ],
]
  .map(phrase)
  .map((one) => new RegExp(one, 'g'))

/** The words of a text that are neither of figures nor of grammar. */
const othersIn = (text: string, figures: readonly Figure[]): string[] => {
  const labels = figures.map(({ label }) => tokenString(label))
  const left = [...SPOKEN_OF, ...labels].reduce<string>((all, spoken) => all.replaceAll(spoken, ' '), text)
  return left.split(' ').filter((word) => word !== '' && !LIGHT.has(word) && !GRAMMAR.has(word) && !/^\d+$/.test(word))
}

const EVERY_NUMBER = new RegExp(`\\b(${NUMBER})\\b`, 'g')

/** The figures whose counts a text gives: "31 and 7". */
export const countsIn = (text: string, all: readonly Figure[]): readonly Figure[] => {
  const counts = [...text.matchAll(EVERY_NUMBER)].map(([word]) => numberOf(word))
  return all.filter(({ count }) => counts.includes(count))
}

/** Reads what a message says beside these figures. */
export const messageOf = (text: string, all: readonly Figure[]): FiguresMessage => {
  const told = all.filter((figure) => figure.told)
  const pair = pairOf(all)
  const byName = figuresIn(text, all)
  const named = byName.length > 0 ? byName : countedOff(text, all)
  const both = named.length === 0 && pair && says(text, 'figuresPair') ? theTwo(pair) : named
  return {
    text,
    all,
    training: all.filter(isInTraining),
    told: told.length > 0 ? told : all,
    supposed: all.filter(({ supposed }) => supposed),
    ...(pair && { pair }),
    named: all.filter((one) => both.includes(one)),
    others: othersIn(text, all),
    says: (list) => says(text, list),
  }
}

/** The figures as one thing: "in training", "all together", "in their first year". */
export const nameOf = (figures: readonly Figure[], { all, training }: FiguresMessage): string => {
  if (figures.length > 1 && figures.length === all.length) return 'all together'
  if (figures.length > 1 && figures.length === training.length && figures.every(isInTraining)) return 'in training'
  return listed(figures.map(({ label }) => lowerFirst(label)))
}

/** "12 in training", and its parts where there are several. */
export const partsOf = (figures: readonly Figure[]): string => listed(figures.map(countOf))

/** All of them but some. */
export const without = (all: readonly Figure[], some: readonly Figure[]): Figure[] =>
  all.filter(({ id }) => !some.some((one) => one.id === id))

/** What was told, unless that is all. */
export const focus = ({ told, all }: FiguresMessage): readonly Figure[] => (told.length < all.length ? told : [])
