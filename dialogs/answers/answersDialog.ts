import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'
import type { Part } from '../../knowledge/answering/decision.ts'
import type { Entry, Knowledge } from '../../knowledge/content/knowledge.ts'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import type { Reply } from '../reply.ts'
import type { Turn } from '../turn.ts'
import * as replies from './answerReplies.ts'
import type { QuestionService } from './questionService.ts'

export const ANSWERS = 'answers'

/** Answers kept in mind for thumbs. */
const REMEMBERED = 20
/** Smalltalk that the trace names as an action. */
const NAMED_SMALLTALK = ['greet', 'thanks', 'help', 'about-bot', 'bye']

export interface AnswersOptions {
  parts: readonly Part[]
}

/** Says what is published, and what is not. One turn: nothing is left on the stack. */
export class AnswersDialog extends AbilityDialog {
  override readonly actions = ['log-question']
  readonly #knowledge: Knowledge
  readonly #questions: QuestionService

  constructor(knowledge: Knowledge, questions: QuestionService) {
    super(ANSWERS)
    this.#knowledge = knowledge
    this.#questions = questions
  }

  override async beginDialog(
    dc: DialogContext,
    options?: AnswersOptions | { action: string },
  ): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    if (options && 'parts' in options) await this.#answer(dc, turn, options.parts)
    else await this.#sendLastQuestion(dc, turn)
    return dc.endDialog()
  }

  /** Whether the message is one of the suggestions that this ability puts under its answers. */
  readonly shortcuts: readonly string[] = [replies.WHY, replies.SEND_TO_HR, replies.NONE_OF_THESE]

  /** One of its own suggestions was pressed. */
  async shortcut(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    if (turn.message === replies.WHY) return this.#why(dc, turn)
    if (turn.message === replies.NONE_OF_THESE) {
      turn.trace.outcomes.push('unknown')
      await this.say(dc, replies.noneOfThese())
      return
    }
    turn.trace.outcomes.push('action')
    turn.trace.action = 'log-question'
    await this.#sendLastQuestion(dc, turn)
  }

  async #answer(dc: DialogContext, turn: Turn, parts: readonly Part[]): Promise<void> {
    const said: Reply[] = []
    const entries: string[] = []
    let citations = 0
    for (const part of parts) {
      turn.trace.outcomes.push(part.outcome === 'action' ? 'unknown' : part.outcome)
      const reply = this.#reply(part, citations + 1)
      citations += reply.citations?.length ?? 0
      said.push(reply)
      if ('entry' in part) entries.push(part.entry.id)
      await this.#remember(turn, part)
    }
    const activityId = await this.say(dc, said.length > 1 ? replies.joined(said) : (said[0] as Reply))
    if (activityId && entries.length > 0)
      turn.memory.answers = [...(turn.memory.answers ?? []), { activityId, turnId: turn.id, entries }].slice(
        -REMEMBERED,
      )
  }

  #reply(part: Part, firstCitation: number): Reply {
    switch (part.outcome) {
      case 'answered':
      case 'not-stated':
        return replies.factReply(part.entry, this.#knowledge, firstCitation)
      case 'signpost':
      case 'smalltalk':
      case 'refused':
        return replies.plainReply(part.entry, this.#knowledge)
      case 'clarify':
        return replies.clarifyReply(part.choices)
      case 'unknown':
      case 'action':
        return replies.unknownReply(this.#knowledge)
    }
  }

  /** What the next turn may refer to, and the question counted for HR. Of a danger no copy is kept. */
  async #remember(turn: Turn, part: Part): Promise<void> {
    const { memory, trace } = turn
    if (part.outcome === 'answered' || part.outcome === 'not-stated') memory.previous = { id: part.entry.id }
    if (part.outcome === 'smalltalk' && NAMED_SMALLTALK.includes(part.entry.id)) trace.action = part.entry.id
    if (part.outcome === 'not-stated')
      memory.unansweredId = await this.#questions.count(part.text, 'not-stated', [part.entry.id])
    if (part.outcome === 'unknown' || part.outcome === 'clarify')
      memory.unansweredId = await this.#questions.count(
        part.text,
        part.outcome,
        part.candidates.slice(0, 3).map(({ id }) => id),
      )
  }

  async #why(dc: DialogContext, turn: Turn): Promise<void> {
    const entry = this.#previous(turn)
    turn.trace.outcomes.push(entry ? 'answered' : 'unknown')
    if (entry) turn.trace.entries = [{ id: entry.id, confidence: 1 }]
    await this.say(dc, entry ? replies.whyReply(entry, this.#knowledge) : replies.nothingToExplain())
  }

  #previous({ memory }: Turn): Entry | undefined {
    return memory.previous && this.#knowledge.entries.get(memory.previous.id)
  }

  async #sendLastQuestion(dc: DialogContext, { actor, memory }: Turn): Promise<void> {
    const id = memory.unansweredId
    const outcome = id === undefined ? undefined : await this.#questions.send(actor, id)
    if (outcome?.kind === 'sent') delete memory.unansweredId
    await this.say(dc, outcome?.kind === 'sent' ? replies.sentToHr() : replies.nothingToSend())
  }
}
