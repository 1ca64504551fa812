import type { IRichTextBlock, ITextRun, IToggleVisibilityAction } from '@microsoft/teams.cards'
import type { Reply } from '../reply.ts'
import { adaptiveCard, type CardAction, type CardElement, executeAction, text } from './elements.ts'
import { markdownText, runText } from './escape.ts'

/** A piece of a sentence: our own words, or what a person typed, shown as it is. */
export type TextRun = string | { userText: string }

export type CardBlock =
  | { kind: 'words'; runs: TextRun[]; subtle?: boolean; strong?: boolean }
  | { kind: 'heading'; text: string }
  | { kind: 'facts'; facts: { label: string; value: TextRun; note?: string }[] }
  | { kind: 'steps'; steps: string[] }
  /** Something to fill in or to open: only a card has it, and `text` says it in words. */
  | { kind: 'element'; elements: CardElement[]; text?: string }

/** What is said on a card, and in words where there is none. */
export interface CardContent<Verb extends string = string> {
  title: string
  blocks: CardBlock[]
  actions?: CardAction<Verb>[]
  /** Buttons that send nothing, such as one that shows a part of the card. */
  toggles?: IToggleVisibilityAction[]
  /** Further things to type, for which the card has no button. */
  typedAlternatives?: string[]
}

const LONGEST_FALLBACK = 1000

export const words = (...runs: TextRun[]): CardBlock => ({ kind: 'words', runs })
export const subtle = (...runs: TextRun[]): CardBlock => ({ kind: 'words', runs, subtle: true })
export const strong = (...runs: TextRun[]): CardBlock => ({ kind: 'words', runs, strong: true })
export const heading = (text: string): CardBlock => ({ kind: 'heading', text })
export const userText = (text: string): TextRun => ({ userText: text })

const textRun = (run: TextRun, look: Partial<ITextRun> = {}): ITextRun => ({
  type: 'TextRun',
  text: typeof run === 'string' ? run : runText(run.userText),
  ...look,
})

const richText = (inlines: ITextRun[], look: Partial<IRichTextBlock> = {}): IRichTextBlock => ({
  type: 'RichTextBlock',
  ...look,
  inlines,
})

const elementsOf = (block: CardBlock): CardElement[] => {
  switch (block.kind) {
    case 'words': {
      const look = {
        ...(block.subtle && { isSubtle: true }),
        ...(block.strong && { weight: 'Bolder' as const }),
      }
      if (block.runs.every((run) => typeof run === 'string')) return [text(block.runs.join(''), look)]
      return [richText(block.runs.map((run) => textRun(run, look)))]
    }
    case 'heading':
      return [text(block.text, { weight: 'Bolder', spacing: 'Medium', style: 'heading' })]
    case 'facts':
      return block.facts.map(({ label, value, note }) =>
        richText(
          [
            textRun(`${label}: `, { weight: 'Bolder' }),
            textRun(value),
            ...(note ? [textRun(` (${note})`, { isSubtle: true, size: 'Small' })] : []),
          ],
          { spacing: 'Small' },
        ),
      )
    case 'steps':
      return block.steps.map((step, i) => text(`${i + 1}\\. ${step}`, { spacing: 'Small' }))
    case 'element':
      return block.elements
  }
}

const inWords = (run: TextRun): string => (typeof run === 'string' ? run : markdownText(run.userText))

const blockInWords = (block: CardBlock): string | undefined => {
  switch (block.kind) {
    case 'words':
      return block.runs.map(inWords).join('')
    case 'heading':
      return `**${block.text}**`
    case 'facts':
      return block.facts
        .map(({ label, value, note }) => `- ${label}: ${inWords(value)}${note ? ` (${note})` : ''}`)
        .join('\n')
    case 'steps':
      return block.steps.map((step, i) => `${i + 1}. ${step}`).join('\n')
    case 'element':
      return block.text
  }
}

const listed = (ways: readonly string[]): string => {
  const quoted = ways.map((way) => `“${way}”`)
  const last = quoted.at(-1) ?? ''
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(', ')} or ${last}` : last
}

/** The content in words, for a channel that shows no cards and for a screen reader. */
export function textOf({ title, blocks, actions = [], typedAlternatives = [] }: CardContent): string {
  const ways = [...actions.flatMap(({ typedAlternative }) => typedAlternative ?? []), ...typedAlternatives]
  const spoken = ways.length > 0 && `You can say ${listed(ways)}.`
  return [`**${title}**`, ...blocks.map(blockInWords), spoken].filter(Boolean).join('\n\n')
}

/** What a client that shows no such card says instead: the words again, but not the whole of a long one twice. */
const shortened = (whole: string): string =>
  whole.length <= LONGEST_FALLBACK ? whole : `${whole.slice(0, LONGEST_FALLBACK).toWellFormed()}…`

/**
 * The content as a card, with the same in words.
 * @param personal whether its notification must not show what it says
 */
export function replyOf(content: CardContent, personal = true): Reply {
  const { title, blocks, actions = [], toggles = [] } = content
  const whole = textOf(content)
  const card = adaptiveCard(
    [text(title, { size: 'Large', weight: 'Bolder', style: 'heading' }), ...blocks.flatMap(elementsOf)],
    [...actions.map(executeAction), ...toggles],
    { fallbackText: shortened(whole) },
  )
  return { text: whole, card, ...(personal && { personal }) }
}
