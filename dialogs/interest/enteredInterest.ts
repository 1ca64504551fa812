import { type Actor, may } from '../access.ts'
import { type Command, type Entered, eventActor, type Interest, type InterestFields } from './interest.ts'
import { type InterestDeps, isActive, isReplayOf, newInterest } from './interestDeps.ts'
import { checkFields, type Problem } from './interestFields.ts'
import { emailKey, enteredId } from './interestId.ts'
import { addNew, type Registration } from './registration.ts'

export interface EnterRequest {
  cohortId: string
  /** As received; the e-mail is needed, since it joins the interest to the person. */
  fields: Partial<InterestFields>
  channel: Entered['channel']
  /** The day it was received, as 2014-01-08. */
  receivedOn: string
  noticeVersion: string
}

type Entering =
  | Exclude<Registration, { kind: 'registered' }>
  | { kind: 'entered'; interest: Interest }
  /** It would be the officer's own: another officer enters it, or they register. */
  | { kind: 'own' }

/** What HR received on paper or by e-mail, entered for somebody. */
export const enteredInterest = (deps: InterestDeps) => {
  const problemsOf = (request: EnterRequest, email: string): Problem[] => {
    const problems: Problem[] = []
    if (email === '') problems.push({ field: 'email', message: 'Enter the person’s work e-mail address.' })
    const received = new Date(`${request.receivedOn}T00:00:00Z`)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(request.receivedOn) || Number.isNaN(received.getTime())) {
      problems.push({ field: 'receivedOn', message: 'Enter the day it was received, such as 2014-01-08.' })
    } else if (received > deps.clock()) {
      problems.push({ field: 'receivedOn', message: 'Enter the day it was received: it cannot be in the future.' })
    }
    return problems
  }

  return {
    /**
     * Enters an interest that HR received for somebody else, marked with who, how and when.
     * @param ownEmails the officer's own addresses as the channel gives them, never as typed; with none given nothing
     *   can tell that it is not their own, so it is refused as such
     * @throws StoreUnavailable
     */
    async enterForSomeone(
      actor: Actor,
      request: EnterRequest,
      ownEmails: readonly string[],
      command: Command,
    ): Promise<Entering> {
      if (!may(actor, 'review:enter')) return { kind: 'forbidden' }
      const checked = checkFields(request.fields)
      const email = emailKey(request.fields.email ?? '')
      if (ownEmails.length === 0 || ownEmails.map(emailKey).includes(email)) return { kind: 'own' }
      const problems = [...(checked.ok ? [] : checked.problems), ...problemsOf(request, email)]
      if (!checked.ok || problems.length > 0) return { kind: 'invalid', problems }

      const known = (await deps.store.byEmail(actor.tenantId, email))
        .map(({ interest }) => interest)
        .filter((interest) => interest.cohortId === request.cohortId)
      const resent = known.find((interest) => isReplayOf(interest, command, 'entered'))
      if (resent) return { kind: 'entered', interest: resent }
      if (known.some((interest) => interest.personId === actor.objectId)) return { kind: 'own' }
      const active = known.find((interest) => isActive(interest.status, deps.statuses))
      if (active) return { kind: 'already-registered', interest: active }
      const cohort = await deps.cohorts.find(request.cohortId)
      /** Open now, or received no later than the day on which the cohort closed. */
      const inTime = cohort?.open || cohort?.openAt(new Date(`${request.receivedOn}T00:00:00Z`))
      if (!inTime) return { kind: 'cohort-closed', cohort: cohort?.choice, open: await deps.cohorts.allOpen() }

      const make = newInterest(deps, actor, {
        fields: checked.fields,
        id: enteredId(actor.tenantId, email, request.cohortId),
        personId: null,
        cohortId: request.cohortId,
        noticeVersion: request.noticeVersion,
        entered: { by: eventActor(actor), channel: request.channel, receivedOn: request.receivedOn },
        what: 'entered',
        command,
      })
      const { kind, stored } = await addNew(deps, make)
      if (kind === 'added' || isReplayOf(stored.interest, command, 'entered')) {
        return { kind: 'entered', interest: stored.interest }
      }
      return { kind: 'already-registered', interest: stored.interest }
    },
  }
}
