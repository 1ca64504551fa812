import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs'
import { clear, historyOf, put } from '../../knowledge/answering/table.ts'
import { AbilityDialog, type AbilityReading, plainlyFor, turnOf } from '../abilityDialog.ts'
import { commandOf } from '../interest/command.ts'
import { leaningOn } from '../interest/interestFrames.ts'
import { normalise } from '../reading/normalise.ts'
import { says } from '../reading/phrases.ts'
import { readReply, readTakingAway } from '../reading/yesNo.ts'
import type { Interruptible } from '../rootDialog.ts'
import type { Turn } from '../turn.ts'
import { OFFER, OWN_INTEREST, VERBS } from './dialogIds.ts'
import { standingAnswer } from './formAnswers.ts'
import type { FormDeps } from './formDialog.ts'
import type { FormQuestion } from './formQuestion.ts'
import { asksSomething } from './typedForm.ts'
import { aside, asksToWithdraw, because, isThanks, reasonOf, saysWhy } from './withdrawing.ts'
import * as wording from './wording.ts'

type OwnInterestDeps = Pick<FormDeps, 'interests' | 'replies'>

interface BeginOptions {
  /** `again` and `saved` are a yes that was said before. */
  action?: 'status' | 'withdraw' | 'again' | 'saved'
}

/** Seeing and withdrawing one's own interest. */
export class OwnInterestDialog extends AbilityDialog implements Interruptible {
  override readonly actions = ['status', 'withdraw']
  readonly #deps: OwnInterestDeps

  constructor(deps: OwnInterestDeps) {
    super(OWN_INTEREST, ...VERBS[OWN_INTEREST])
    this.#deps = deps
  }

  /** A yes that was sent again or said twice; a wish to take out the interest that was spoken of. */
  override async readings(turn: Turn, active?: string): Promise<AbilityReading[]> {
    const evidence = leaningOn(turn.memory.table, 'ownInterest')
    const options = { action: 'withdraw' }
    if (evidence > 0 && (!active || active === OFFER) && says(normalise(turn.message), 'takesOut'))
      return [{ of: 'ownInterest', on: 'withdraw', because: 'asks to take it out', evidence, options }]
    return plainlyFor(await this.#recognised(turn, active), 'speaks of their own interest')
  }

  async #recognised(turn: Turn, active?: string): Promise<string | undefined> {
    const { message, memory, decision } = turn
    if (active) return undefined
    const reply = readReply(message)
    if (asksToWithdraw(message)) return 'withdraw'
    const asksElse = decision?.parts.some((part) => part.outcome === 'action' || isThanks(part))
    if ((reply === 'yes' || reply === 'done') && !asksElse) {
      const done = await this.tryStore(() => this.#deps.interests.findByCommand(turn.actor, commandOf(turn)))
      return done ? 'again' : historyOf(memory.table)[0] === 'register' ? 'saved' : undefined
    }
    return undefined
  }

  override async beginDialog(dc: DialogContext, { action = 'status' }: BeginOptions = {}): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    turn.trace.action = action === 'withdraw' ? 'withdraw' : 'status'
    const result = await this.tryStore(() => this.#begin(dc, turn, action))
    if (result) return result
    this.say(dc, wording.NOT_NOW)
    return dc.endDialog()
  }

  async #begin(dc: DialogContext, turn: Turn, action: BeginOptions['action']): Promise<DialogTurnResult> {
    if (action === 'withdraw') return this.#askToWithdraw(dc, turn)
    if (action === 'again') return this.#again(dc, turn)
    if (!(await this.#status(dc, turn)) && dc.stack.length === 1) return dc.replaceDialog(OFFER)
    return dc.endDialog()
  }

  /** A yes or a no; what was asked for once more; a yes with its reason; a question about it. */
  acceptsMessage(dc: DialogContext): boolean {
    const { message, decision } = turnOf(dc.context)
    const parts = decision?.parts ?? []
    const asked = parts.length === 1 && parts.some((part) => part.outcome === 'action' && part.action === 'withdraw')
    const told = readTakingAway(message) !== undefined || aside(message) !== undefined
    return told || ((saysWhy(message) || asked) && !asksSomething(message))
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    const { message, trace } = turn
    trace.outcomes = ['action']
    trace.action = 'withdraw'
    const question = aside(message)
    if (question) return this.#aside(dc, turn, question)
    const keeps = readTakingAway(message) === 'no'
    trace.step = keeps ? 'cancel' : 'confirm'
    if (keeps) this.say(dc, wording.KEPT_AS_IT_WAS)
    else if (!(await this.#withdraw(dc, turn, dc.activeDialog?.state.cohortId, because(message))))
      return Dialog.EndOfTurn
    return dc.endDialog()
  }

  /** What was asked in the middle is answered: asked once more, so that a yes is to this; not after a danger. */
  override async resumeDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (turnOf(dc.context).trace.outcomes.includes('signpost')) return dc.endDialog()
    this.mentionOnce(dc, wording.STILL_WITHDRAW)
    return Dialog.EndOfTurn
  }

  async #aside(dc: DialogContext, turn: Turn, question: FormQuestion): Promise<DialogTurnResult> {
    const { content } = await this.#deps.replies(turn)
    this.say(dc, { text: standingAnswer(question, content([])) ?? wording.STILL_THERE })
    this.mentionOnce(dc, wording.STILL_WITHDRAW)
    return Dialog.EndOfTurn
  }

  override async onCardAction(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    const { verb = '', data = {} } = turn.submission ?? {}
    const cohortId = typeof data.cohortId === 'string' ? data.cohortId : undefined
    turn.trace.outcomes = ['action']
    turn.trace.action = verb === 'interest/status' ? 'status' : 'withdraw'
    const done = await this.tryStore(async () => {
      await this.#pressed(dc, turn, verb, cohortId, reasonOf(data.reason))
      return true
    })
    if (!done) this.say(dc, wording.NOT_NOW)
  }

  async #pressed(dc: DialogContext, turn: Turn, verb: string, cohortId?: string, reason?: string): Promise<void> {
    switch (verb) {
      case 'interest/status':
        return void (await this.#status(dc, turn))
      case 'interest/withdraw': {
        const found = await this.#deps.interests.findActive(turn.actor, cohortId)
        const replies = await this.#deps.replies(turn)
        this.say(dc, found.kind === 'one' ? replies.withdrawConfirm(found.interest) : replies.noActive(found))
        return
      }
      case 'interest/withdraw-confirm':
        turn.trace.step = 'confirm'
        if (await this.#withdraw(dc, turn, cohortId, reason)) await this.#over(dc)
        return
      case 'interest/withdraw-keep':
        turn.trace.step = 'cancel'
        await this.#over(dc)
        this.say(dc, wording.KEPT_AS_IT_WAS)
    }
  }

  /** Whether there is one that still counts. */
  async #status(dc: DialogContext, turn: Turn): Promise<boolean> {
    const own = await this.#deps.interests.status(turn.actor)
    const replies = await this.#deps.replies(turn)
    const [only, another] = own.kind === 'found' ? own.interests.filter(replies.counts) : []
    const cohortId = another ? undefined : only?.cohortId
    const spoken = put(turn.memory.table, { kind: 'subject', id: 'status' })
    turn.memory.table = put(spoken, { kind: 'ownInterest', ...(cohortId && { cohortId }) })
    if (own.kind === 'forbidden') this.say(dc, wording.NOT_ALLOWED)
    else this.say(dc, replies.status(own.kind === 'found' ? own.interests : []))
    return own.kind === 'forbidden' || (own.kind === 'found' && own.interests.some(replies.counts))
  }

  async #askToWithdraw(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const { interests } = this.#deps
    const replies = await this.#deps.replies(turn)
    const found = await interests.findActive(turn.actor, replies.cohortIn(turn.message))
    if (found.kind !== 'one') {
      turn.memory.table = put(turn.memory.table, { kind: 'ownInterest' })
      this.say(dc, replies.noActive(found))
      return found.kind === 'none' && dc.stack.length === 1 ? dc.replaceDialog(OFFER) : dc.endDialog()
    }
    Object.assign(dc.activeDialog?.state ?? {}, { cohortId: found.interest.cohortId })
    this.say(dc, replies.withdrawConfirm(found.interest))
    return Dialog.EndOfTurn
  }

  /** Whether it came to an end; an outage is told, and it can be said again. */
  async #withdraw(dc: DialogContext, turn: Turn, cohortId?: string, reason?: string): Promise<boolean> {
    const { interests } = this.#deps
    const replies = await this.#deps.replies(turn)
    const outcome = await this.tryStore(() => interests.withdraw(turn.actor, { cohortId, reason }, commandOf(turn)))
    if (outcome) turn.memory.table = put(clear(turn.memory.table, 'subject'), { kind: 'ownInterest' })
    this.say(dc, outcome ? replies.withdrawal(outcome) : wording.NOT_WITHDRAWN)
    return outcome !== undefined
  }

  /** The first outcome of an activity that was sent again. */
  async #again(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    const done = await this.#deps.interests.findByCommand(turn.actor, commandOf(turn))
    if (done) {
      turn.trace.action = done.what === 'withdrawn' ? 'withdraw' : 'register'
      turn.trace.step = 'confirm'
      this.say(dc, (await this.#deps.replies(turn)).done(done.what, done.interest))
    }
    return dc.endDialog()
  }

  async #over(dc: DialogContext): Promise<void> {
    if (dc.activeDialog?.id === this.id) await dc.endDialog()
  }
}
