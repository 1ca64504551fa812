import type { StatePropertyAccessor, TurnContext } from 'botbuilder'
import { type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs'
import { type Reading, readingOf, weigh } from '../knowledge/answering/arbiter.ts'
import type { Part } from '../knowledge/answering/decision.ts'
import { AbilityDialog, turnOf } from './abilityDialog.ts'
import { ANSWERS, type AnswersDialog, type AnswersOptions } from './answers/answersDialog.ts'
import type { Reply } from './reply.ts'
import { cannotYet, nothingSaid, nothingToCancel, personalChatOnly, unknownButton } from './rootReplies.ts'

interface RootOptions {
  state: StatePropertyAccessor<DialogState>
  /** The ability that answers; the only one that a channel or group chat gets. */
  answers: AnswersDialog
  /** Every other ability, each in a folder of its own. */
  abilities: readonly AbilityDialog[]
  /** What an action is called in "I can't … yet". */
  describe: (action: string) => string | undefined
}

/** An ability that stays active over several turns, and may be interrupted in between. */
export interface Interruptible {
  /** Whether the message is for the active dialog, rather than an interruption; `expired` when the dialog is over. */
  acceptsMessage(dc: DialogContext): Promise<boolean | 'expired'> | boolean | 'expired'
  /** Whether the dialog stays on the stack while another ability runs; else it ends when another begins. */
  suspends?(dc: DialogContext): boolean
  /** Whether the message answers or corrects what was asked, though its words may look like a danger; `surely` when all of it does. */
  answersPrompt?(dc: DialogContext): Promise<boolean | 'surely'>
}

const isInterruptible = (dialog: unknown): dialog is Interruptible =>
  typeof (dialog as Partial<Interruptible> | undefined)?.acceptsMessage === 'function'

/** The dialog of each verb. @throws Error when two dialogs have the same verb: a fault of the program */
function dialogsByVerb(abilities: readonly AbilityDialog[]): ReadonlyMap<string, AbilityDialog> {
  const byVerb = new Map(abilities.flatMap((ability) => ability.verbs.map((verb) => [verb, ability] as const)))
  const verbs = abilities.flatMap((ability) => ability.verbs)
  if (byVerb.size < verbs.length)
    throw new Error(`Two dialogs have a verb in common: ${verbs.filter((verb, i) => verbs.indexOf(verb) < i)}`)
  return byVerb
}

/**
 * Which ability takes this turn, in one place for all of them: a danger first, then cancel, help and a question in the
 * middle of something, then whatever was begun, then what the message asks for.
 */
export function createRoot({ state, answers, abilities, describe }: RootOptions) {
  const dialogs = new DialogSet(state)
  for (const dialog of [answers, ...abilities]) dialogs.add(dialog)
  const abilityFor = (action: string) => [answers, ...abilities].find(({ actions }) => actions.includes(action))
  const byVerb = dialogsByVerb(abilities)

  const answer = (dc: DialogContext, parts: readonly Part[]) =>
    dc.beginDialog(ANSWERS, { parts } satisfies AnswersOptions)

  const act = async (dc: DialogContext, action: string): Promise<void> => {
    const { trace, conversation, replies } = turnOf(dc.context)
    trace.outcomes.push('action')
    trace.action = action
    const ability = abilityFor(action)
    if (!conversation.personal) replies.push(personalChatOnly())
    else if (ability) await dc.beginDialog(ability.id, { action })
    else if (action === 'cancel' || action === 'resume') replies.push(nothingToCancel(action))
    else replies.push(cannotYet(describe(action) ?? 'do that'))
  }

  /**
   * Begins the ability whose reading of the message weighs more than the answers' own; whether there was one.
   * @param least the evidence that it needs: 1 for an order said outright, where the words faintly look like a danger
   */
  const beginRead = async (dc: DialogContext, least = 0): Promise<boolean> => {
    const turn = turnOf(dc.context)
    const { won, runnerUp } = turn.decision?.reading ?? { won: UNREAD }
    const readings: [Considered, ...Considered[]] = [won, ...(runnerUp ? [runnerUp] : [])]
    if (turn.conversation.personal)
      for (const ability of abilities)
        for (const one of await ability.readings(turn, dc.activeDialog?.id)) readings.push({ ...one, ability })
    const weighed = weigh(readings)
    if (weighed.won.evidence < least) return false
    turn.trace.reading = { ...weighed, won: readingOf(weighed.won) }
    const { ability, options } = weighed.won
    if (!ability) return false
    turn.trace.outcomes.push('action')
    await makeWay(dc, ability.id)
    await dc.beginDialog(ability.id, options)
    return true
  }

  /** Ends the active dialog before another begins, unless it suspends; a dialog is never on the stack twice. */
  const makeWay = async (dc: DialogContext, id: string | undefined): Promise<void> => {
    const active = dc.activeDialog && dialogs.find(dc.activeDialog.id)
    if (!active) return
    if (dc.stack.some((instance) => instance.id === id)) await dc.cancelAllDialogs()
    else if (!(isInterruptible(active) && active.suspends?.(dc))) await dc.endDialog()
  }

  const interrupt = async (dc: DialogContext, parts: readonly Part[]): Promise<void> => {
    const active = dc.activeDialog && dialogs.find(dc.activeDialog.id)
    if (isDanger(parts) && isFaint(parts) && (await beginRead(dc, 1))) return
    if (isDanger(parts)) {
      const answers = isInterruptible(active) && (await active.answersPrompt?.(dc))
      if (answers !== 'surely' && !(answers && isFaint(parts))) return void (await answer(dc, parts))
    }
    const accepts = isInterruptible(active) && (await active.acceptsMessage(dc))
    if (accepts === true) return void (await dc.continueDialog())
    if (accepts === 'expired') {
      await dc.endDialog()
      return begin(dc, parts)
    }
    if (await beginRead(dc)) return
    const own = active instanceof AbilityDialog ? active.actions : []
    const others = parts.filter((part) => part.outcome !== 'action' || !own.includes(part.action))
    if (others.length > 0 && others.every(isKnowledge)) return void (await answer(dc, others))
    const ability = parts.map((part) => part.outcome === 'action' && abilityFor(part.action)).find(Boolean)
    if (!ability) return void (await dc.continueDialog())
    await makeWay(dc, ability.id)
    await begin(dc, parts)
  }

  const begin = async (dc: DialogContext, parts: readonly Part[]): Promise<void> => {
    if (!isDanger(parts) ? await beginRead(dc) : isFaint(parts) && (await beginRead(dc, 1))) return
    const knowledge = parts.filter(isKnowledge)
    if (knowledge.length > 0) await answer(dc, knowledge)
    const actions = parts.flatMap((part) => (part.outcome === 'action' ? [part.action] : []))
    for (const action of actions.includes(FORM) ? [FORM] : actions) await act(dc, action)
  }

  return {
    /** Whether a message is one of the suggestions that the answers offer, and is acted on as it stands. */
    isShortcut: (message: string): boolean => answers.shortcuts.includes(message),

    /** Runs the turn that was set on the context: its replies, trace and memory are filled in. */
    async run(context: TurnContext): Promise<void> {
      const dc = await dialogs.createContext(context)
      const { submission, decision, trace, message, conversation, replies } = turnOf(context)
      const refuse = (reply: Reply): void => void replies.push(reply)
      if (submission) {
        const ability = byVerb.get(submission.verb)
        if (!ability) return refuse(unknownButton())
        return conversation.personal ? ability.onCardAction(dc) : refuse(personalChatOnly())
      }
      if (answers.shortcuts.includes(message))
        return conversation.personal ? answers.shortcut(dc) : refuse(personalChatOnly())
      if (!decision) return refuse(nothingSaid())
      const { parts } = decision
      trace.entries = parts[0]?.candidates ?? []
      if (dc.activeDialog) await interrupt(dc, parts)
      else await begin(dc, parts)
    },
  }
}

/** A reading, and the ability that begins with it; the answers' own have none. */
type Considered = Reading & { ability?: AbilityDialog; options?: object }

const UNREAD: Reading = { of: 'fresh', on: '', because: 'nothing was found in it', evidence: 0 }

export type Root = ReturnType<typeof createRoot>

const isKnowledge = (part: Part): boolean => part.outcome !== 'action'

const isDanger = (parts: readonly Part[]): boolean =>
  parts.some((part) => part.outcome === 'signpost' && part.entry.topic === 'safety')

/** The action that takes the whole message: what else it seems to ask for goes into the form. */
const FORM = 'register'

/** The least confidence of a danger where the words also answer the prompt: "its not Bill its Will". */
const SURELY_DANGER = 0.6

const isFaint = ([first]: readonly Part[]): boolean => (first?.candidates[0]?.confidence ?? 1) < SURELY_DANGER
