import type { AdaptiveCard } from '../../reply.ts'

/** A part of a card as JSON. */
export type Element = Record<string, unknown> & { type: string }

/** The buttons of these cards. */
export const VERBS = {
  status: 'cohorts/status',
  interest: 'cohorts/interest',
  history: 'cohorts/history',
  asText: 'cohorts/as-text',
  edit: 'cohorts/edit',
  saveFigures: 'cohorts/save-figures',
  saveCohort: 'cohorts/save-cohort',
} as const
export type Verb = (typeof VERBS)[keyof typeof VERBS]

/** An attachment shows this many buttons in Teams. */
const MOST_ACTIONS = 6

/** A card as Teams takes it. */
export const card = (body: readonly Element[], actions: readonly Element[] = []): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body,
  ...(actions.length > 0 && { actions: actions.slice(0, MOST_ACTIONS) }),
})

export const text = (words: string, look: Record<string, unknown> = {}): Element => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  ...look,
})

export const heading = (words: string, size: 'Large' | 'Medium' = 'Medium'): Element =>
  text(words, { size, weight: 'Bolder', style: 'heading' })

export const small = (words: string): Element => text(words, { isSubtle: true, size: 'Small', spacing: 'Small' })

export const facts = (rows: readonly { label: string; words: string }[]): Element => ({
  type: 'FactSet',
  facts: rows.map(({ label, words }) => ({ title: label, value: words })),
})

/** Something that the reader must see first. */
export const notice = (lines: readonly string[], style: 'good' | 'warning' | 'attention'): Element => ({
  type: 'Container',
  style,
  bleed: true,
  items: lines.map((line) => text(line)),
})

/** A button that works where Action.Execute is not known, too: it sends the same. */
export const button = (
  title: string,
  verb: Verb,
  data: Record<string, unknown> = {},
  look: Record<string, unknown> = {},
): Element => ({
  type: 'Action.Execute',
  title,
  verb,
  data: { ...data },
  ...look,
  fallback: { type: 'Action.Submit', title, data: { verb, ...data }, ...look },
})

type Kind = 'Chart.VerticalBar' | 'Chart.HorizontalBar' | 'Chart.Line'

/** A chart of Teams; where it cannot be drawn, its words stand. */
export const chart = (type: Kind, title: string, words: string, rest: Record<string, unknown>): Element => ({
  type,
  title,
  colorSet: 'categorical',
  ...rest,
  fallback: text(words),
})

/** A field of a form, with what was typed into it and what is wrong with it. */
export const field = (
  type: 'Input.Text' | 'Input.Number' | 'Input.Date' | 'Input.Time' | 'Input.ChoiceSet',
  id: string,
  label: string,
  value: string | undefined,
  rest: Record<string, unknown> = {},
): Element => {
  const number = type === 'Input.Number'
  const there = value !== undefined && value !== '' && (!number || Number.isFinite(Number(value)))
  return { type, id, label, ...(there && { value: number ? Number(value) : value }), ...rest }
}
