import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs'
import type { Assisted, AssistedAnswerer } from '../../knowledge/answering/assistedAnswerer.ts'
import type { Composed, Part } from '../../knowledge/answering/decision.ts'
import { figuresTold, tell } from '../../knowledge/answering/figures/figuresOnTable.ts'
import { historyOf, put } from '../../knowledge/answering/table.ts'
import type { Entry, Knowledge } from '../../knowledge/content/knowledge.ts'
import { AbilityDialog, turnOf } from '../abilityDialog.ts'
import type { Reply } from '../reply.ts'
import type { Turn } from '../turn.ts'
import * as replies from './answerReplies.ts'
import { type Heard, heardFrom } from './heard.ts'
import type { QuestionService } from './questionService.ts'

export const ANSWERS = 'answers'

/** Smalltalk that the trace names as an action. */
const NAMED_SMALLTALK = ['greet', 'thanks', 'help', 'about-bot', 'bye']

export interface AnswersOptions {
  parts: readonly Part[]
}

interface AnswersDialogOptions {
  knowledge: Knowledge
  questions: QuestionService
  /** Whether HR took an answer out of use. */
  isWithdrawn: (entryId: string) => Promise<boolean>
  /** What a model may add; without it, the curated answers alone. */
  assistant?: () => Promise<AssistedAnswerer>
}

/** Says what is published, and what is not. One turn: nothing is left on the stack. */
export class AnswersDialog extends AbilityDialog {
  override readonly actions = ['log-question']
  /** The suggestions that this ability puts under its answers. */
  readonly shortcuts: readonly string[] = [replies.WHY, replies.SEND_TO_HR, replies.NONE_OF_THESE]
  readonly #options: AnswersDialogOptions
  readonly #knowledge: Knowledge

  constructor(options: AnswersDialogOptions) {
    super(ANSWERS)
    this.#options = options
    this.#knowledge = options.knowledge
  }

  override async beginDialog(
    dc: DialogContext,
    options?: AnswersOptions | { action: string },
  ): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context)
    if (options && 'parts' in options) await this.#answer(dc, turn, await this.#assisted(dc, turn, options.parts))
    else await this.#sendLastQuestion(dc, turn)
    return dc.endDialog()
  }

  /** One of its own suggestions was pressed. */
  async shortcut(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context)
    if (turn.message === replies.WHY) return this.#why(dc, turn)
    if (turn.message === replies.NONE_OF_THESE) {
      turn.trace.outcomes.push('unknown')
      return this.say(dc, replies.noneOfThese())
    }
    turn.trace.outcomes.push('action')
    turn.trace.action = 'log-question'
    await this.#sendLastQuestion(dc, turn)
  }

  /**
   * What a model makes of what was asked and not understood. Of a message that does something, gives something personal, or
   * comes while something waits for it (a form), nothing goes to a model.
   */
  async #assisted(dc: DialogContext, turn: Turn, parts: readonly Part[]): Promise<Assisted> {
    const curated: Assisted = { parts, model: false }
    const alone = dc.stack.length === 1 && Object.keys(turn.trace.slots).length === 0
    const acts = turn.decision?.parts.some(({ outcome }) => outcome === 'action')
    const assistant = alone && !acts ? await this.#options.assistant?.() : undefined
    const asked = { message: turn.message, audience: turn.actor.role, table: turn.memory.table }
    if (!assistant?.wouldAsk(parts, asked)) return curated
    await dc.context.sendActivity({ type: 'typing' })
    const assisted = await assistant.assist(parts, asked)
    if (assisted.model) {
      turn.trace.mode = 'model'
      turn.trace.entries = assisted.parts[0]?.candidates ?? []
    }
    return assisted
  }

  async #answer(dc: DialogContext, turn: Turn, assisted: Assisted): Promise<void> {
    const { parts, withdrawn } = await this.#inUse(assisted.parts)
    const said: Reply[] = []
    const entries: string[] = []
    const cited = parts.flatMap((part) => ('entry' in part ? [part.entry] : []))
    let citations = 0
    for (const part of parts) {
      const heard = heardFrom(turn.memory, this.#knowledge, cited, citations + 1)
      turn.trace.outcomes.push(part.outcome === 'action' ? 'unknown' : part.outcome)
      const reply =
        'entry' in part && withdrawn.includes(part.entry)
          ? replies.withdrawnReply(part.entry, this.#knowledge, heard)
          : this.#reply(part, heard)
      citations += reply.citations?.length ?? 0
      said.push(reply)
      if ('entry' in part) entries.push(part.entry.id)
      await this.#remember(turn, part)
    }
    const reply = said.length > 1 ? replies.joined(said) : (said[0] as Reply)
    this.say(dc, { ...reply, entries })
  }

  /** The same parts, but nothing is stated any more by an answer that HR took out of use. */
  async #inUse(parts: readonly Part[]): Promise<{ parts: readonly Part[]; withdrawn: readonly Entry[] }> {
    const withdrawn: Entry[] = []
    const inUse: Part[] = []
    for (const part of parts) {
      const out = 'entry' in part && (await this.#options.isWithdrawn(part.entry.id))
      if (out) withdrawn.push(part.entry)
      inUse.push(out ? { ...part, outcome: 'not-stated' } : part)
    }
    return { parts: inUse, withdrawn }
  }

  #reply(part: Part, heard: Heard): Reply {
    if ('composed' in part) return replies.composedReply(part.composed, this.#knowledge, heard)
    switch (part.outcome) {
      case 'answered':
      case 'not-stated':
        if (part.followUp === 'source') return replies.whyReply(part.entry, this.#knowledge, heard)
        if (part.followUp === 'verdict') return replies.verdictReply(part.entry, this.#knowledge, heard)
        return part.followUp === 'plainer'
          ? replies.plainerReply(part.entry, this.#knowledge, heard)
          : replies.factReply(part.entry, this.#knowledge, heard, part.straight)
      case 'signpost':
      case 'smalltalk':
      case 'refused':
        return replies.plainReply(part.entry, this.#knowledge, heard)
      case 'clarify':
        return part.followUp === 'more' ? replies.moreReply(part.choices) : replies.clarifyReply(part.choices)
      case 'unknown':
        return part.say ? replies.unreadReply(part.say, this.#knowledge) : replies.unknownReply(this.#knowledge)
      case 'action':
        return replies.unknownReply(this.#knowledge)
    }
  }

  /** What the next turn may refer to, and the question counted for HR. Of a danger no copy is kept. */
  async #remember(turn: Turn, part: Part): Promise<void> {
    const { memory, trace } = turn
    if (part.outcome === 'not-stated') memory.silences = (memory.silences ?? 0) + 1
    if ('composed' in part) return this.#rememberComposed(turn, part)
    if (part.outcome === 'answered' || part.outcome === 'not-stated') {
      memory.table = put(memory.table, { kind: 'subject', id: part.entry.id, ...part.about, ...plainly(part) })
      const figures = figuresTold(part.entry, this.#knowledge.programme)
      if (figures.length > 0) memory.table = tell(memory.table, figures)
    }
    if (part.outcome === 'smalltalk' && NAMED_SMALLTALK.includes(part.entry.id)) trace.action = part.entry.id
    if (part.outcome === 'clarify')
      memory.table = put(memory.table, { kind: 'choices', choices: part.choices.map(({ id }) => id) })
    if (part.followUp || (part.outcome === 'unknown' && part.say)) return
    const { questions } = this.#options
    const nearest = part.candidates.slice(0, 3).map(({ id }) => id)
    if (part.outcome === 'not-stated')
      memory.unansweredId = await questions.count(part.text, part.outcome, [part.entry.id])
    if (part.outcome === 'unknown' || part.outcome === 'clarify')
      memory.unansweredId = await questions.count(part.text, part.outcome, nearest)
  }

  /** What was composed is on the table; what is not published is counted under its cell. */
  async #rememberComposed({ memory }: Turn, part: Extract<Part, { composed: Composed }>) {
    const { outcome, text, composed, about, followUp } = part
    const id = composed.beside?.id ?? composed.id
    memory.table = put(memory.table, { kind: 'subject', id, ...about, ...plainly(part) })
    if (composed.figures) memory.table = tell(memory.table, composed.figures)
    if (outcome === 'not-stated' && !followUp)
      memory.unansweredId = await this.#options.questions.count(text, outcome, [composed.id])
  }

  async #why(dc: DialogContext, turn: Turn): Promise<void> {
    const entry = this.#knowledge.entries.get(historyOf(turn.memory.table)[0] ?? '')
    turn.trace.outcomes.push(entry ? 'answered' : 'unknown')
    if (entry) turn.trace.entries = [{ id: entry.id, confidence: 1 }]
    const heard = heardFrom(turn.memory, this.#knowledge)
    this.say(dc, entry ? replies.whyReply(entry, this.#knowledge, heard) : replies.nothingToExplain())
  }

  async #sendLastQuestion(dc: DialogContext, { actor, memory }: Turn): Promise<void> {
    const id = memory.unansweredId
    const sent = id !== undefined && (await this.#options.questions.send(actor, id))
    if (sent) delete memory.unansweredId
    this.say(dc, sent ? replies.sentToHr() : replies.nothingToSend())
  }
}

/** Whether a part told what it told in plainer words. */
const plainly = ({ followUp }: Part): { plainly?: true } => (followUp === 'plainer' ? { plainly: true } : {})
