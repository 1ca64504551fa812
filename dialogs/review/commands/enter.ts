import { replyOf, strong, subtle, words } from '../../cards/cardContent.ts'
import { type CardElement, choiceInput, textInput } from '../../cards/elements.ts'
import type { FieldName } from '../../interest/interest.ts'
import { LABELS, MANAGER_KNOWS } from '../../interest/labels.ts'
import { readForm } from '../../interest/readForm.ts'
import type { Submission } from '../../turn.ts'
import { bandChoices, cancelButton, cohortChoices, inputs } from '../cards/parts.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type Act, type ReviewCommand, respond } from '../command.ts'
import { openInterest } from '../interestActions.ts'
import { interestKey } from '../reviewDeps.ts'
import type { Wording } from '../wording.ts'

type Given = Submission['data']

const CHANNELS = [
  { title: 'By e-mail', value: 'email' },
  { title: 'On paper', value: 'paper' },
]
const KNOWS = Object.entries({ ...MANAGER_KNOWS, 'not-said': 'They did not say' }).map(([value, title]) => ({
  title,
  value,
}))

/** The form by which HR enters an interest that came by e-mail or on paper. */
function enterReply(wording: Wording, given: Given, problems: readonly string[]) {
  const value = (field: string, otherwise = '') => {
    const text = given[field]
    return { value: (typeof text === 'string' && text.slice(0, 500)) || otherwise }
  }
  const text = (field: FieldName, label: string = LABELS[field], look = {}): CardElement =>
    textInput(field, `${label} (optional)`, { maxLength: 500, ...value(field), ...look })
  const needed = (field: FieldName, look = {}): CardElement => {
    const label = LABELS[field]
    const errorMessage = `Enter the ${label.toLowerCase()}.`
    return text(field, label, { label, isRequired: true, errorMessage, ...look })
  }
  const received = { isRequired: true, errorMessage: 'Enter the day it was received.', ...value('receivedOn') }
  return replyOf({
    title: 'Enter an interest for somebody',
    blocks: [
      subtle('For one that came by e-mail or on paper. It becomes theirs when they first use the bot.'),
      ...problems.map((problem) => strong(problem)),
      inputs(
        'Please fill in the form on the card.',
        choiceInput('channel', 'How it came', CHANNELS, value('channel', 'email')),
        { type: 'Input.Date', id: 'receivedOn', label: 'Received on', ...received },
        choiceInput('cohortId', 'Cohort', cohortChoices(wording), value('cohortId', wording.cohorts[0]?.id)),
        needed('name'),
        needed('email', { style: 'Email' }),
        choiceInput('band', 'Band', bandChoices(), value('band')),
        needed('currentRole'),
        text('service'),
        text('base'),
        text('why', 'Why interested', { isMultiline: true }),
        text('reach', LABELS.reach.replace('HR may reach you', 'HR may reach them')),
        choiceInput('managerKnows', 'Their manager knows and supports this', KNOWS, value('managerKnows', 'not-said')),
        text('manager'),
      ),
      words('Nothing is saved yet.'),
    ],
    actions: [{ title: 'Save', verb: 'review/enter-save', style: 'positive' }, cancelButton('cancel')],
  })
}

const showForm: Act<{ given?: Given; problems?: readonly string[] }> = async ({ wording }, form) =>
  respond(enterReply(await wording(), form.given ?? {}, form.problems ?? []))

const OWN = sayMoreReply(
  'I cannot enter that one from your account: it may be your own. Please register it yourself, or ask another HR officer.',
)

/** Saves it. What was typed stays in the form until it is right. */
const save: Act<Given> = async (context, given) => {
  const { fields, cohortId = '', noticeVersion = 'as received' } = readForm(given)
  const channel = given.channel === 'paper' ? 'paper' : 'email'
  const receivedOn = typeof given.receivedOn === 'string' ? given.receivedOn.slice(0, 10) : ''
  const request = { cohortId, fields, channel, receivedOn, noticeVersion } as const
  const ownEmails = await context.turn.emails()
  const outcome = await context.service.enter(context.actor, request, ownEmails, context.command)
  switch (outcome.kind) {
    case 'forbidden':
      return outcome
    case 'own':
      return respond(OWN)
    case 'entered': {
      const done = `It is saved. The reference is ${outcome.interest.reference}.`
      return openInterest(context, { key: interestKey(outcome.interest), done })
    }
    case 'already-registered': {
      const done = 'There is one for this person and cohort already. Nothing was saved.'
      return openInterest(context, { key: interestKey(outcome.interest), done })
    }
    case 'cohort-closed':
      return showForm(context, { given, problems: ['That cohort is closed. Choose another one.'] })
    case 'invalid': {
      const theirs = (message: string) => message.replace('your ', 'their ').replace('you are', 'they are')
      return showForm(context, { given, problems: outcome.problems.map(({ message }) => theirs(message)) })
    }
  }
}

const ENTER =
  /\b(enter|add|log|record) (?:an? |one )?(?:new )?(?:interest|eoi|form|expression|one)\b.*\b(paper|e-?mail|post|received|for (?:somebody|someone))\b|\benter one\b/i

/** Enters an interest that came by e-mail or on paper. */
export const enter: ReviewCommand = {
  name: 'enter',
  buttons: { 'review/enter': (context) => showForm(context, {}), 'review/enter-save': save },
  recognise: ({ plain }) => (ENTER.test(plain) ? {} : undefined),
  run: showForm,
}
