import type { AdaptiveCard } from '../reply.ts'
import { markdownText, runText } from './escape.ts'

/** A piece of a sentence: our own words, or what a person typed, shown as it is. */
export type Run = string | { typed: string }

export type Part =
  | { kind: 'words'; runs: Run[]; subtle?: boolean; strong?: boolean }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; facts: { label: string; value: Run; note?: string }[] }
  | { kind: 'steps'; steps: string[] }
  /** Something to fill in or to open: only a card has it, and `text` says it in words. */
  | { kind: 'element'; elements: CardElement[]; text?: string }

export type CardElement = Record<string, unknown> & { type: string }

export interface Act {
  title: string
  verb: string
  data?: Record<string, string>
  style?: 'positive' | 'destructive'
  /** What to type for it where there are no buttons. */
  say?: string
  /** Whether it goes without what was filled in. */
  bare?: boolean
}

/** What is said, before it is put on a card or into words. */
export interface Said {
  title: string
  parts: Part[]
  acts: Act[]
}

/** Teams shows no more on one card. */
export const MOST_ACTIONS = 6
const LONGEST_FALLBACK = 1000

export const words = (...runs: Run[]): Part => ({ kind: 'words', runs })
export const subtle = (...runs: Run[]): Part => ({ kind: 'words', runs, subtle: true })
export const heading = (text: string): Part => ({ kind: 'heading', text })
export const typed = (text: string): Run => ({ typed: text })

const textRun = (run: Run, more: Record<string, unknown> = {}) => ({
  type: 'TextRun',
  text: typeof run === 'string' ? run : runText(run.typed),
  ...more,
})

const elementsOf = (part: Part): CardElement[] => {
  switch (part.kind) {
    case 'words': {
      const look = { ...(part.subtle && { isSubtle: true }), ...(part.strong && { weight: 'Bolder' }) }
      if (part.runs.every((run) => typeof run === 'string'))
        return [{ type: 'TextBlock', text: part.runs.join(''), wrap: true, ...look }]
      return [{ type: 'RichTextBlock', inlines: part.runs.map((run) => textRun(run, look)) }]
    }
    case 'heading':
      return [{ type: 'TextBlock', text: part.text, wrap: true, weight: 'Bolder', spacing: 'Medium', style: 'heading' }]
    case 'facts':
      return part.facts.map(({ label, value, note }) => ({
        type: 'RichTextBlock',
        spacing: 'Small',
        inlines: [
          textRun(`${label}: `, { weight: 'Bolder' }),
          textRun(value),
          ...(note ? [textRun(` (${note})`, { isSubtle: true, size: 'Small' })] : []),
        ],
      }))
    case 'steps':
      return part.steps.map((step, i) => ({
        type: 'TextBlock',
        text: `${i + 1}\\. ${step}`,
        wrap: true,
        spacing: 'Small',
      }))
    case 'element':
      return part.elements
  }
}

/** One button: Action.Execute, and Action.Submit with the same data where that is not known. */
export function actionOf({ title, verb, data = {}, style, bare }: Act): Record<string, unknown> {
  const sent = { verb, ...data }
  const common = { title, ...(style && { style }), ...(bare && { associatedInputs: 'none' }) }
  return {
    type: 'Action.Execute',
    verb,
    ...common,
    data: sent,
    fallback: { type: 'Action.Submit', ...common, data: sent },
  }
}

/** What a client that shows no such card says instead: the words again, but not the whole of a long one twice. */
const shortened = (text: string): string =>
  text.length <= LONGEST_FALLBACK ? text : `${text.slice(0, LONGEST_FALLBACK).toWellFormed()}…`

/** What is said as an Adaptive Card. */
export function cardOf(said: Said): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: shortened(textOf(said)),
    body: [
      { type: 'TextBlock', text: said.title, wrap: true, size: 'Large', weight: 'Bolder', style: 'heading' },
      ...said.parts.flatMap(elementsOf),
    ],
    ...(said.acts.length > 0 && { actions: said.acts.slice(0, MOST_ACTIONS).map(actionOf) }),
  }
}

const inWords = (run: Run): string => (typeof run === 'string' ? run : markdownText(run.typed))

const textPart = (part: Part): string | undefined => {
  switch (part.kind) {
    case 'words':
      return part.runs.map(inWords).join('')
    case 'heading':
      return `**${part.text}**`
    case 'facts':
      return part.facts
        .map(({ label, value, note }) => `- ${label}: ${inWords(value)}${note ? ` (${note})` : ''}`)
        .join('\n')
    case 'steps':
      return part.steps.map((step, i) => `${i + 1}. ${step}`).join('\n')
    case 'element':
      return part.text
  }
}

/** The same in words, for a channel that shows no cards and for a screen reader. */
export function textOf({ title, parts, acts }: Said): string {
  const ways = acts.flatMap(({ say }) => (say ? [`“${say}”`] : []))
  const last = ways.at(-1)
  const listed = ways.length > 1 ? `${ways.slice(0, -1).join(', ')} or ${last}` : last
  return [`**${title}**`, ...parts.map(textPart), listed && `You can say ${listed}.`].filter(Boolean).join('\n\n')
}
