import type {
  CardElement,
  IActionSet,
  IChoice,
  IChoiceSetInput,
  IContainer,
  IDateInput,
  IExecuteAction,
  IFactSet,
  IHorizontalBarChart,
  ILineChart,
  INumberInput,
  ITextBlock,
  ITextInput,
  ITimeInput,
  IToggleVisibilityAction,
  IVerticalBarChart,
} from '@microsoft/teams.cards'
import type { AdaptiveCard } from '../reply.ts'

/** An attachment shows this many buttons in Teams. */
export const MOST_ACTIONS = 6

export interface CardAction<Verb extends string = string> {
  title: string
  verb: Verb
  data?: Record<string, unknown>
  style?: 'positive' | 'destructive'
  /** What to type for it where there are no buttons. */
  typedAlternative?: string
  /** False for a button that goes without what was filled in. */
  submitsInputs?: boolean
}

/** One button: Action.Execute, and Action.Submit with the same verb and data where that is not known. */
export function executeAction({ title, verb, data = {}, style, submitsInputs = true }: CardAction): IExecuteAction {
  const common = {
    title,
    data: { verb, ...data },
    ...(style && { style }),
    ...(!submitsInputs && { associatedInputs: 'none' as const }),
  }
  return { type: 'Action.Execute', verb, ...common, fallback: { type: 'Action.Submit', ...common } }
}

/** A button that shows or hides parts of the card and sends nothing. */
export const toggleVisibility = (title: string, ...ids: string[]): IToggleVisibilityAction => ({
  type: 'Action.ToggleVisibility',
  title,
  targetElements: ids,
})

/** A button that opens a page. */
export const openUrl = (title: string, url: string): IActionSet => ({
  type: 'ActionSet',
  actions: [{ type: 'Action.OpenUrl', title, url }],
})

/** A card of the version that Teams shows everywhere. */
export const adaptiveCard = (
  body: AdaptiveCard['body'],
  actions: readonly (IExecuteAction | IToggleVisibilityAction)[] = [],
  rest: Partial<Pick<AdaptiveCard, 'fallbackText'>> = {},
): AdaptiveCard => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  ...rest,
  body,
  ...(actions.length > 0 && { actions: actions.slice(0, MOST_ACTIONS) }),
})

type Look<Element> = Partial<Omit<Element, 'type'>>

export const text = (words: string, look: Look<ITextBlock> = {}): ITextBlock => ({
  type: 'TextBlock',
  text: words,
  wrap: true,
  ...look,
})

export const heading = (words: string, size: 'Large' | 'Medium' = 'Medium'): ITextBlock =>
  text(words, { size, weight: 'Bolder', style: 'heading' })

export const small = (words: string): ITextBlock => text(words, { isSubtle: true, size: 'Small', spacing: 'Small' })

export const factSet = (rows: readonly { label: string; words: string }[]): IFactSet => ({
  type: 'FactSet',
  facts: rows.map(({ label, words }) => ({ title: label, value: words })),
})

/** What the reader must see first. */
export const notice = (lines: readonly string[], style: 'good' | 'warning' | 'attention'): IContainer => ({
  type: 'Container',
  style,
  bleed: true,
  items: lines.map((line) => text(line)),
})

type Chart = IVerticalBarChart | IHorizontalBarChart | ILineChart

/**
 * A chart of Teams.
 * @param words what stands in its place where it cannot be drawn
 */
export const chart = (drawn: Chart, words: string): Chart => ({
  colorSet: 'categorical',
  ...drawn,
  fallback: text(words),
})

export const textInput = (id: string, label: string, look: Look<ITextInput> = {}): ITextInput => ({
  type: 'Input.Text',
  id,
  label,
  ...look,
})

/** @param choices whose titles may hold people's words: they are shown, and nothing in them is read */
export const choiceInput = (
  id: string,
  label: string,
  choices: readonly IChoice[],
  look: Look<IChoiceSetInput> = {},
): IChoiceSetInput => ({ type: 'Input.ChoiceSet', id, label, style: 'compact', choices: [...choices], ...look })

type Input = ITextInput | INumberInput | IDateInput | ITimeInput | IChoiceSetInput

/** An input filled in with what was typed, as far as its type can show that. */
export const filledIn = (input: Input, value: string | undefined): Input => {
  if (value === undefined || value === '') return input
  if (input.type !== 'Input.Number') return { ...input, value }
  return Number.isFinite(Number(value)) ? { ...input, value: Number(value) } : input
}

export type { CardElement }
