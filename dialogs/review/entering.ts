import { commandOf } from '../interest/command.ts'
import { readForm } from '../interest/readForm.ts'
import type { Submission } from '../turn.ts'
import { enterReply } from './cards/enterCard.ts'
import { sayMoreReply } from './cards/plain.ts'
import { openOne } from './doing.ts'
import { type Hand, refused, type Said, said } from './hand.ts'
import { keyOf } from './reviewDeps.ts'

const OWN = sayMoreReply(
  'I cannot enter that one from your account: it may be your own. Please register it yourself, or ask another HR officer.',
)

/** HR saves an interest that came by e-mail or on paper. What was typed stays in the form until it is right. */
export async function entered(hand: Hand, data: Submission['data']): Promise<Said> {
  const { service, turn } = hand
  const { fields, cohortId = '', noticeVersion = 'as received' } = readForm(data)
  const channel = data.channel === 'paper' ? 'paper' : 'email'
  const receivedOn = typeof data.receivedOn === 'string' ? data.receivedOn.slice(0, 10) : ''
  const own = await turn.emails()
  const request = { cohortId, fields, channel, receivedOn, noticeVersion } as const
  const outcome = await service.enter(turn.actor, request, own, commandOf(turn))
  const again = async (...messages: string[]) =>
    said(
      enterReply({ wording: await service.wording(), given: data, problems: messages.map((message) => ({ message })) }),
    )
  switch (outcome.kind) {
    case 'forbidden':
      return refused(turn)
    case 'own':
      return said(OWN)
    case 'entered':
      return openOne(hand, keyOf(outcome.interest), {
        done: [`It is saved. The reference is ${outcome.interest.reference}.`],
      })
    case 'already-registered':
      return openOne(hand, keyOf(outcome.interest), {
        done: ['There is one for this person and cohort already. Nothing was saved.'],
      })
    case 'cohort-closed':
      return again('That cohort is closed. Choose another one.')
    case 'invalid':
      return again(
        ...outcome.problems.map(({ message }) => message.replace('your ', 'their ').replace('you are', 'they are')),
      )
  }
}
