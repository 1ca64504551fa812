import { replyOf, userText, words } from '../../cards/cardContent.ts'
import { choiceInput } from '../../cards/elements.ts'
import { markdownText, runText } from '../../cards/escape.ts'
import type { Interest } from '../../interest/interest.ts'
import type { Reply } from '../../reply.ts'
import type { AfterChoice } from '../command.ts'
import { interestKey } from '../reviewDeps.ts'
import type { Wording } from '../wording.ts'
import type { NameFound } from '../workList.ts'
import { inputs } from './parts.ts'

/** Several bear the name: which one. */
export function whichOneReply(
  { candidates, more }: Pick<Extract<NameFound, { kind: 'ambiguous' }>, 'candidates' | 'more'>,
  after: AfterChoice,
  wording: Wording,
  where = 'by that name',
): Reply {
  const line = ({ name, reference, band, service, cohortId, status }: Interest): string =>
    `${name} (${reference}), band ${band}, ${[service, wording.cohort(cohortId), wording.status(status)].filter(Boolean).join(', ')}`
  const choices = candidates.map((interest) => ({ title: runText(line(interest)), value: interestKey(interest) }))
  const look = { style: 'expanded', wrap: true, isRequired: true, errorMessage: 'Choose which one.' } as const
  return replyOf({
    title: 'Which one do you mean?',
    blocks: [
      words(
        `There ${candidates.length === 1 ? 'is 1' : `are ${more ? 'more than ' : ''}${candidates.length}`} ${where}.`,
      ),
      inputs(
        candidates.map((interest, i) => `${i + 1}. ${markdownText(line(interest))}`).join('\n'),
        choiceInput('key', 'Which one', choices, look),
      ),
    ],
    actions: [{ title: 'This one', verb: 'review/choose', data: { after } }],
    typedAlternatives: ['open number 1', 'mark number 1 as contacted'],
  })
}

export const nobodyReply = (name: string): Reply =>
  replyOf({
    title: 'Nobody by that name',
    blocks: [words('I found nobody called ', userText(name), '.')],
    typedAlternatives: ['show all'],
  })
