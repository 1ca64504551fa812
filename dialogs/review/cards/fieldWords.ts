import { markdownText } from '../../cards/escape.ts'
import type { Interest } from '../../interest/interest.ts'
import type { RecordField } from '../asking/recordFields.ts'
import { shiftOf } from '../shift.ts'
import { managerOf, type Wording } from '../wording.ts'
import { eventWords } from './historyWords.ts'

type Tell = (interest: Interest, wording: Wording, name: string) => string

const given = (text: string, known: (text: string) => string, otherwise: string): string =>
  text.trim() === '' ? otherwise : known(markdownText(text.trim()))

const manager: Tell = (interest, _, name) => {
  const named = interest.managerKnows === 'yes' && interest.manager.trim() !== ''
  switch (interest.managerKnows) {
    case 'yes':
      return `${name}’s manager knows and supports it. ${named ? `The line manager is ${markdownText(managerOf(interest))}.` : 'The manager’s name is not given.'}`
    case 'no':
      return `${name}’s manager does not know. Do not contact the manager.${interest.manager.trim() === '' ? ' No manager’s name is given.' : ''}`
    case 'not-said':
      return `${name} did not say whether the manager knows. Do not contact the manager.${interest.manager.trim() === '' ? ' No manager’s name is given.' : ''}`
  }
}

const shift: Tell = (interest, _, name) => {
  const works = shiftOf(interest)
  return works
    ? `${name} works ${works}, as they wrote it.`
    : `Days or nights is not given for ${name}. The form has no question about shifts.`
}

/** Each field of an interest as a sentence that begins with what was asked. Where it was left out, that is said. */
const TELL: Record<RecordField, Tell> = {
  mayContact: (interest, _, name) =>
    interest.managerKnows === 'yes'
      ? `Yes. ${name} said that the manager knows and supports it. ${given(interest.manager, (text) => `The line manager is ${text}.`, 'The manager’s name is not given.')}`
      : `No. Do not contact the manager: ${name} ${interest.managerKnows === 'no' ? 'said that the manager does not know' : 'did not say whether the manager knows'}.`,
  managerKnows: (interest, wording, name) =>
    `${{ yes: 'Yes. ', no: 'No. ', 'not-said': '' }[interest.managerKnows]}${manager(interest, wording, name)}`,
  manager,
  notes: ({ notes }, { day }, name) => {
    const lines = notes.map(({ at, by, text }) => `- ${day(at)}, ${markdownText(by.name)}: ${markdownText(text)}`)
    return lines.length > 0 ? `Notes on ${name}:\n\n${lines.reverse().join('\n')}` : `There are no notes on ${name}.`
  },
  status: ({ status, statusSince, assignee, hold }, wording, name) =>
    [
      `${name} is at ${wording.status(status).toLowerCase()}, since ${wording.day(statusSince)}. ${wording.next(status)}.`,
      assignee && `It is with ${markdownText(assignee.name)}.`,
      hold && 'It is on hold.',
    ]
      .filter(Boolean)
      .join(' '),
  told: ({ history, tellMe, pending }, { day }, name) => {
    const sent = history.findLast(({ what }) => what === 'notice-sent')
    if (sent) return `${name} was last told on ${day(sent.at)}.`
    const waits = pending.some(({ kind }) => kind === 'status')
    return `${name} has not been told anything yet. ${waits ? 'A message waits to be sent.' : tellMe ? 'They asked to be told of changes.' : 'They did not ask to be told of changes.'}`
  },
  cohort: ({ cohortId }, { cohort }, name) => `${name} put in for ${markdownText(cohort(cohortId))}.`,
  shift,
  band: ({ band }, _, name) => `${name} is band ${band}.`,
  role: ({ currentRole }, _, name) =>
    given(
      currentRole,
      (text) => `${name} is a ${text.toLowerCase()}.`.replace(/ a (?=[aeiou])/, ' an '),
      `${name}’s current role is not given.`,
    ),
  contact: ({ email, reach }, _, name) =>
    `${given(email, (text) => `${name}’s work e-mail is ${text}.`, `No e-mail address is given for ${name}.`)} ${given(reach, (text) => `How to reach them: ${text}.`, 'How else to reach them is not given.')}`,
  why: ({ why }, _, name) => given(why, (text) => `${name} wrote: “${text}”`, `${name} did not say why.`),
  hold: ({ hold }, { day }, name) =>
    hold
      ? `Yes. ${name} is on hold ${hold.until ? `until ${day(hold.until)}` : 'without an end'}, because: ${markdownText(hold.why)}.`
      : `No. ${name} is not on hold.`,
  kept: ({ hold, expiresAt }, { day }, name) =>
    hold
      ? `${name} is on hold, so it is kept until the hold ends.`
      : `${name}’s interest is kept until ${day(expiresAt)}.`,
  history: ({ history }, wording, name) =>
    `What happened to ${name}’s interest, the latest first:\n\n${history
      .slice(-10)
      .reverse()
      .map((event) => `- ${markdownText(eventWords(event, wording))}`)
      .join('\n')}`,
  registered: ({ createdAt, entered }, { day, since, received }, name) => {
    const ago = since(createdAt)
    return `${name} put it in on ${day(createdAt)}, ${ago === 'today' ? ago : `${ago} ago`}.${entered ? ` It came by ${received(entered)}.` : ''}`
  },
  assignee: ({ assignee }, _, name) =>
    assignee ? `${markdownText(assignee.name)} has ${name}’s interest.` : `Nobody has ${name}’s interest yet.`,
  place: ({ service, base }, _, name) => {
    const where = [service, base].filter((part) => part.trim() !== '')
    return where.length > 0
      ? `${name} works in ${markdownText(where.join(', '))}. ${base.trim() === '' ? 'The base is not given.' : ''}`.trim()
      : `Where ${name} works is not given.`
  },
  reference: ({ reference }, _, name) => `${name}’s reference is ${reference}.`,
  name: ({ reference }, _, name) => `That is ${name} (${reference}).`,
  all: ({ band, currentRole, service, base, status }, wording, name) =>
    `${name}: ${[`band ${band}`, ...[currentRole, service, base].filter(Boolean).map(markdownText), wording.status(status).toLowerCase()].join(', ')}.`,
}

/** A field of an interest in words. */
export const fieldWords = (field: RecordField, interest: Interest, wording: Wording): string =>
  TELL[field](interest, wording, markdownText(interest.name))
