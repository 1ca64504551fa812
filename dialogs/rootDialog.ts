import type { StatePropertyAccessor, TurnContext } from 'botbuilder'
import { type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs'
import type { Part } from '../knowledge/answering/decision.ts'
import { AbilityDialog, say, turnOf } from './abilityDialog.ts'
import { ANSWERS, type AnswersDialog, type AnswersOptions } from './answers/answersDialog.ts'
import { cannotYet, nothingSaid, nothingToCancel, personalChatOnly, unknownButton } from './rootReplies.ts'

export interface RootOptions {
  state: StatePropertyAccessor<DialogState>
  /** The ability that answers; the only one that a channel or group chat gets. */
  answers: AnswersDialog
  /** Every other ability, each in a folder of its own. */
  abilities: readonly AbilityDialog[]
  /** What an action is called in "I can't … yet". */
  describe: (action: string) => string | undefined
}

/** An ability in the middle of something says what a message is to it. */
export interface Conversing {
  /** Whether it takes this message itself, rather than let it be answered in the middle; `gone` when it is over. */
  takes(dc: DialogContext): Promise<boolean | 'gone'> | boolean | 'gone'
  /** Whether it waits underneath while another ability has its turn; else it makes way for it. */
  waits?(dc: DialogContext): boolean
  /** Whether the message plainly is what was asked for or mends it, though its words may look like a danger. */
  fits?(dc: DialogContext): Promise<boolean>
}

export const conversing = (dialog: unknown): dialog is Conversing =>
  typeof (dialog as Partial<Conversing> | undefined)?.takes === 'function'

/**
 * Which ability takes this turn, in one place for all of them: a danger first, then cancel, help and a question in the
 * middle of something, then whatever was begun, then what the message asks for.
 */
export function createRoot({ state, answers, abilities, describe }: RootOptions) {
  const dialogs = new DialogSet(state)
  for (const dialog of [answers, ...abilities]) dialogs.add(dialog)
  const abilityFor = (action: string) => [answers, ...abilities].find(({ actions }) => actions.includes(action))
  const abilityOfVerb = (verb: string) =>
    abilities
      .flatMap((ability) => ability.verbs.map((prefix) => ({ ability, prefix })))
      .filter(({ prefix }) => verb.startsWith(prefix))
      .sort((a, b) => b.prefix.length - a.prefix.length)[0]?.ability

  const answer = (dc: DialogContext, parts: readonly Part[]) =>
    dc.beginDialog(ANSWERS, { parts } satisfies AnswersOptions)

  const act = async (dc: DialogContext, action: string): Promise<void> => {
    const { trace, conversation } = turnOf(dc.context)
    trace.outcomes.push('action')
    trace.action = action
    const ability = abilityFor(action)
    if (!conversation.personal) await say(dc.context, personalChatOnly())
    else if (ability) await dc.beginDialog(ability.id, { action })
    else if (action === 'cancel' || action === 'resume') await say(dc.context, nothingToCancel(action))
    else await say(dc.context, cannotYet(describe(action) ?? 'do that'))
  }

  /** An ability to which the message plainly belongs begins; whether there was one. */
  const claimed = async (dc: DialogContext): Promise<boolean> => {
    const turn = turnOf(dc.context)
    if (!turn.conversation.personal) return false
    for (const ability of abilities) {
      const options = await ability.claims(turn, dc.activeDialog?.id)
      if (!options) continue
      turn.trace.outcomes.push('action')
      await makeWay(dc, ability.id)
      await dc.beginDialog(ability.id, options)
      return true
    }
    return false
  }

  /** What waits for a yes or a no is over when something else begins; a form waits underneath, but never twice. */
  const makeWay = async (dc: DialogContext, id: string | undefined): Promise<void> => {
    const active = dc.activeDialog && dialogs.find(dc.activeDialog.id)
    if (!active) return
    if (dc.stack.some((there) => there.id === id)) await dc.cancelAllDialogs()
    else if (!(conversing(active) && active.waits?.(dc))) await dc.endDialog()
  }

  const inTheMiddle = async (dc: DialogContext, parts: readonly Part[]): Promise<void> => {
    const active = dc.activeDialog && dialogs.find(dc.activeDialog.id)
    if (isDanger(parts) && !(isFaint(parts) && conversing(active) && (await active.fits?.(dc))))
      return void (await answer(dc, parts))
    const takes = conversing(active) && (await active.takes(dc))
    if (takes === true) return void (await dc.continueDialog())
    if (takes === 'gone') {
      await dc.endDialog()
      return begin(dc, parts)
    }
    if (await claimed(dc)) return
    const own = active instanceof AbilityDialog ? active.actions : []
    const others = parts.filter((part) => part.outcome !== 'action' || !own.includes(part.action))
    if (others.length > 0 && others.every(isKnowledge)) return void (await answer(dc, others))
    const ability = parts.map((part) => part.outcome === 'action' && abilityFor(part.action)).find(Boolean)
    if (!ability) return void (await dc.continueDialog())
    await makeWay(dc, ability.id)
    await begin(dc, parts)
  }

  const begin = async (dc: DialogContext, parts: readonly Part[]): Promise<void> => {
    if (!isDanger(parts) && (await claimed(dc))) return
    const knowledge = parts.filter(isKnowledge)
    if (knowledge.length > 0) await answer(dc, knowledge)
    const actions = parts.flatMap((part) => (part.outcome === 'action' ? [part.action] : []))
    for (const action of actions.includes(FORM) ? [FORM] : actions) await act(dc, action)
  }

  return {
    /** Runs the turn that was set on the context. */
    async run(context: TurnContext): Promise<void> {
      const dc = await dialogs.createContext(context)
      const { submission, decision, trace, message, conversation } = turnOf(context)
      if (submission) {
        const ability = abilityOfVerb(submission.verb)
        if (!ability) return void (await say(context, unknownButton()))
        if (!conversation.personal) return void (await say(context, personalChatOnly()))
        return ability.submitted(dc)
      }
      if (answers.shortcuts.includes(message))
        return conversation.personal ? answers.shortcut(dc) : void (await say(context, personalChatOnly()))
      if (!decision) return void (await say(context, nothingSaid()))
      const { parts } = decision
      trace.entries = parts[0]?.candidates ?? []
      if (dc.activeDialog) await inTheMiddle(dc, parts)
      else await begin(dc, parts)
    },
  }
}

export type Root = ReturnType<typeof createRoot>

const isKnowledge = (part: Part): boolean => part.outcome !== 'action'

const isDanger = (parts: readonly Part[]): boolean =>
  parts.some((part) => part.outcome === 'signpost' && part.entry.topic === 'safety')

/** The action that takes the whole message: what else seems to be asked for there is what goes into the form. */
const FORM = 'register'

/** What a danger must be at least, where the words fit what was asked: "its not Bill its Will". */
const SURELY_DANGER = 0.6

const isFaint = ([first]: readonly Part[]): boolean => (first?.candidates[0]?.confidence ?? 1) < SURELY_DANGER
