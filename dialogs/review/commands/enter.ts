import * as z from 'zod'
import { replyOf, strong, subtle, words } from '../../cards/cardContent.ts'
import { type CardElement, choiceInput, textInput } from '../../cards/elements.ts'
import { commandOf } from '../../interest/command.ts'
import type { FieldName } from '../../interest/interest.ts'
import { LABELS, MANAGER_KNOWS } from '../../interest/labels.ts'
import { readForm } from '../../interest/readForm.ts'
import type { Reply } from '../../reply.ts'
import type { Submission } from '../../turn.ts'
import { bandChoices, cohortChoices, inputs, leaveButton } from '../cards/parts.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { button, type ReviewCommand } from '../command.ts'
import { openInterest } from '../interestActions.ts'
import type { ReviewContext } from '../reviewContext.ts'
import { keyOf } from '../reviewDeps.ts'
import { type CommandResult, respond } from '../reviewResponse.ts'
import type { Wording } from '../wording.ts'

type Given = Submission['data']

const NEEDED: readonly FieldName[] = ['name', 'email', 'currentRole']
const CHANNELS = [
  { title: 'By e-mail', value: 'email' },
  { title: 'On paper', value: 'paper' },
]
const KNOWS = Object.entries({ ...MANAGER_KNOWS, 'not-said': 'They did not say' }).map(([value, title]) => ({
  title,
  value,
}))

/** The form by which HR enters an interest that came by e-mail or on paper. */
function enterReply(wording: Wording, given: Given = {}, problems: readonly string[] = []): Reply {
  const value = (field: string, otherwise = ''): { value: string } => {
    const text = given[field]
    return { value: (typeof text === 'string' && text.slice(0, 500)) || otherwise }
  }
  const text = (field: FieldName, label: string = LABELS[field], look = {}): CardElement => {
    const isRequired = NEEDED.includes(field)
    const needed = { isRequired, errorMessage: `Enter the ${label.toLowerCase()}.` }
    const given_ = { maxLength: 500, ...value(field), ...(isRequired && needed), ...look }
    return textInput(field, isRequired ? label : `${label} (optional)`, given_)
  }
  const received = { isRequired: true, errorMessage: 'Enter the day it was received.', ...value('receivedOn') }
  const [firstCohort] = wording.cohorts
  return replyOf({
    title: 'Enter an interest for somebody',
    blocks: [
      subtle('For one that came by e-mail or on paper. It becomes theirs when they first use the bot.'),
      ...problems.map((problem) => strong(problem)),
      inputs(
        'Please fill in the form on the card.',
        choiceInput('channel', 'How it came', CHANNELS, value('channel', 'email')),
        { type: 'Input.Date', id: 'receivedOn', label: 'Received on', ...received },
        choiceInput('cohortId', 'Cohort', cohortChoices(wording), value('cohortId', firstCohort?.id)),
        text('name'),
        text('email', LABELS.email, { style: 'Email' }),
        choiceInput('band', 'Band', bandChoices(), value('band')),
        text('currentRole'),
        text('service'),
        text('base'),
        text('why', 'Why interested', { isMultiline: true }),
        text('reach', LABELS.reach.replace('HR may reach you', 'HR may reach them')),
        choiceInput('managerKnows', 'Their manager knows and supports this', KNOWS, value('managerKnows', 'not-said')),
        text('manager'),
      ),
      words('Nothing is saved yet.'),
    ],
    actions: [{ title: 'Save', verb: 'review/enter-save', style: 'positive' }, leaveButton('Cancel', 'cancel')],
  })
}

const showForm = async ({ service }: ReviewContext, given?: Given, ...problems: string[]): Promise<CommandResult> =>
  respond(enterReply(await service.wording(), given, problems))

const OWN = sayMoreReply(
  'I cannot enter that one from your account: it may be your own. Please register it yourself, or ask another HR officer.',
)

/** Saves it. What was typed stays in the form until it is right. */
const save = async (context: ReviewContext, data: Given): Promise<CommandResult> => {
  const { service, turn } = context
  const { fields, cohortId = '', noticeVersion = 'as received' } = readForm(data)
  const channel = data.channel === 'paper' ? 'paper' : 'email'
  const receivedOn = typeof data.receivedOn === 'string' ? data.receivedOn.slice(0, 10) : ''
  const request = { cohortId, fields, channel, receivedOn, noticeVersion } as const
  const outcome = await service.enter(turn.actor, request, await turn.emails(), commandOf(turn))
  switch (outcome.kind) {
    case 'forbidden':
      return outcome
    case 'own':
      return respond(OWN)
    case 'entered': {
      const { interest } = outcome
      return openInterest(context, keyOf(interest), { done: `It is saved. The reference is ${interest.reference}.` })
    }
    case 'already-registered': {
      const done = 'There is one for this person and cohort already. Nothing was saved.'
      return openInterest(context, keyOf(outcome.interest), { done })
    }
    case 'cohort-closed':
      return showForm(context, data, 'That cohort is closed. Choose another one.')
    case 'invalid': {
      const theirs = (message: string) => message.replace('your ', 'their ').replace('you are', 'they are')
      return showForm(context, data, ...outcome.problems.map(({ message }) => theirs(message)))
    }
  }
}

const ENTER =
  /\b(enter|add|log|record) (?:an? |one )?(?:new )?(?:interest|eoi|form|expression|one)\b.*\b(paper|e-?mail|post|received|for (?:somebody|someone))\b|\benter one\b/i

/** Enters an interest that came by e-mail or on paper. */
export const enter: ReviewCommand = {
  name: 'enter',
  buttons: { 'review/enter': (context) => showForm(context), 'review/enter-save': button(z.looseObject({}), save) },
  recognise: ({ plain }) => (ENTER.test(plain) ? {} : undefined),
  run: (context) => showForm(context),
}
