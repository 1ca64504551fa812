import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'
import { put } from '../../knowledge/answering/table.ts'
import { AbilityDialog, type AbilityReading, turnOf } from '../abilityDialog.ts'
import { leaningOn } from '../interest/interestFrames.ts'
import type { Turn } from '../turn.ts'
import { CHANGE, REGISTER } from './dialogIds.ts'
import { standingAnswer } from './formAnswers.ts'
import type { FormDeps } from './formDialog.ts'
import { FORM_ONLY, type FormQuestion, formQuestionIn } from './formQuestion.ts'
import * as wording from './wording.ts'

/** Questions about one's own interest, once it was spoken of: has it gone, who sees it, what happens now. */
export class AboutInterestDialog extends AbilityDialog {
  readonly #deps: Pick<FormDeps, 'interests' | 'replies'>

  constructor(deps: Pick<FormDeps, 'interests' | 'replies'>) {
    super('about-interest')
    this.#deps = deps
  }

  override async readings({ message, memory, decision }: Turn, activeId?: string): Promise<AbilityReading[]> {
    const evidence = leaningOn(memory.table, 'ownInterest')
    const question =
      evidence > 0 && activeId !== REGISTER && activeId !== CHANGE ? formQuestionIn(message, FORM_ONLY) : undefined
    const data = decision?.parts.some((part) => part.outcome === 'action' && part.action === 'my-data')
    if (!question || data) return []
    const { kind: action } = question
    return [{ of: 'ownInterest', on: action, because: 'asks about the interest', evidence, options: { action } }]
  }

  override async beginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    const question = formQuestionIn(turn.message, FORM_ONLY)
    turn.trace.action = question?.kind === 'who-sees' ? 'about-bot' : 'status'
    const told = question && (await this.tryStore(() => this.#answer(dc, turn, question)))
    if (!told) this.say(dc, wording.NOT_NOW)
    return dc.endDialog()
  }

  async #answer(dc: DialogContext, turn: Turn, question: FormQuestion): Promise<true> {
    const replies = await this.#deps.replies(turn)
    const own = await this.#deps.interests.status(turn.actor)
    const interests = own.kind === 'found' ? own.interests : []
    const standing = standingAnswer(question, replies.content([]))
    turn.memory.table = put(turn.memory.table, {
      kind: 'ownInterest',
      ...(interests.length === 1 && { cohortId: interests[0]?.cohortId }),
    })
    if (standing) this.say(dc, { text: standing, suggestions: ['Where is my interest up to?'] })
    else if (interests.length > 0) this.say(dc, replies.about(question, interests))
    else this.say(dc, replies.status(interests))
    return true
  }
}
