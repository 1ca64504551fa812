import type { CardBlock } from '../../cards/cardContent.ts'
import { type CardAction, type CardElement, choiceInput, executeAction, textInput } from '../../cards/elements.ts'
import { BANDS } from '../../reading/bands.ts'
import type { Wording } from '../wording.ts'

/** Those of some parts that there are. */
export const present = <Part>(...parts: readonly (Part | false | '' | undefined)[]): Part[] =>
  parts.filter((part): part is Part => Boolean(part))

/** "1 interest", "3 interests". */
export const counted = (count: number, one = 'interest', many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`

/** Inputs of a card; `text` says in words what they are for. */
export const inputs = (text: string | undefined, ...elements: CardElement[]): CardBlock => ({
  kind: 'element',
  elements,
  text,
})

/** A part of a card that a button shows. */
export const hiddenForm = (id: string, ...items: CardElement[]): CardElement => ({
  type: 'Container',
  id,
  isVisible: false,
  items,
})

/** Buttons beside the inputs that they send. */
export const formButtons = (...actions: CardAction[]): CardElement => ({
  type: 'ActionSet',
  actions: actions.map(executeAction),
})

/**
 * A button that goes without what was filled in.
 * @param typedAlternative what to type for it where there are no buttons
 */
export const linkButton = (
  title: string,
  verb: string,
  typedAlternative?: string,
  data?: CardAction['data'],
): CardAction => ({ title, verb, data, typedAlternative, submitsInputs: false })

export const cancelButton = (typedAlternative?: string): CardAction =>
  linkButton('Cancel', 'review/leave', typedAlternative)

export const statusChoices = ({ statuses }: Wording) => statuses.map(({ id, label }) => ({ title: label, value: id }))
export const cohortChoices = ({ cohorts }: Wording) => cohorts.map(({ id, name }) => ({ title: name, value: id }))
export const bandChoices = () => BANDS.map((band) => ({ title: `Band ${band}`, value: band }))

export const newStatusInput = (wording: Wording, look: Parameters<typeof choiceInput>[3]) =>
  choiceInput('to', 'New status', statusChoices(wording), look)

export const reasonInput = (look: Parameters<typeof textInput>[2] = {}) =>
  textInput('reason', 'Reason (optional)', { maxLength: 500, ...look })
