import * as z from 'zod'
import type { Places } from '../../knowledge/content/places.ts'
import type { Actor } from '../access.ts'
import type { Clock } from '../clock.ts'
import type { Command } from '../interest/interest.ts'
import type { Reply } from '../reply.ts'
import { unknownButton } from '../rootReplies.ts'
import type { Submission, Turn } from '../turn.ts'
import { RECORD_FIELDS } from './asking/recordFields.ts'
import type { ReviewMessage } from './asking/reviewMessage.ts'
import type { StatusWords } from './asking/reviewStatus.ts'
import type { Upload } from './export/upload.ts'
import type { Forbidden, Gone, Own } from './reviewDeps.ts'
import type { ReviewMemory } from './reviewMemory.ts'
import type { ReviewService } from './reviewService.ts'
import type { Wording } from './wording.ts'

/** What every command of HR's may use. */
export interface ReviewOptions {
  service: ReviewService
  /** What roles, teams and places are called. */
  places: Places
  /** What each status is called when HR types it. */
  statuses: readonly StatusWords[]
  timeZone: string
  clock: Clock
  /** The address of a token's download page; undefined where the bot has none that staff can open. */
  exportLink: (token: string) => string | undefined
  upload: Upload
}

/** One turn of an HR officer. */
export interface ReviewContext extends ReviewOptions {
  turn: Turn
  actor: Actor
  /** Names and days, as the officer reads them. Throws StoreUnavailable. */
  wording: () => Promise<Wording>
  /** What a change is stored with, so that the same activity, sent again, changes nothing more. */
  command: Command
  /** What the conversation remembers of HR's work, to be added to. */
  memory: ReviewMemory
  now: Date
  /** Does something to the interests that were found. */
  perform: (found: Found, after: AfterChoice) => Promise<CommandResult>
  /** Whether the chat is in Teams, which can put a file into the person's OneDrive. */
  inTeams: boolean
}

/** What is done with whoever a message means, at once or when one of several was chosen. */
export const afterChoice = z.discriminatedUnion('verb', [
  z.object({ verb: z.enum(['open', 'undo', 'release', 'send-notice']) }),
  z.object({ verb: z.literal('status'), to: z.string().max(100), reason: z.string().max(500) }),
  z.object({ verb: z.literal('note'), note: z.string().max(2000) }),
  z.object({ verb: z.literal('hold'), why: z.string().max(2000) }),
  z.object({ verb: z.literal('assign'), to: z.string().max(200).nullable() }),
  z.object({ verb: z.literal('tell'), field: z.enum(RECORD_FIELDS) }),
])
export type AfterChoice = z.output<typeof afterChoice>

/** The interests that a message means; `several` when it speaks of more than one, so that a change is shown first. */
export interface Found {
  keys: readonly string[]
  several: boolean
}

/** A prompt that waits for its answer, as the conversation keeps it. */
export type PendingPrompt = Readonly<Record<string, unknown>> & { kind: string }

/** What a command replies, and the prompt that the next message may answer. */
export interface ReviewResponse {
  replies: readonly Reply[]
  prompt?: PendingPrompt
}

/** What a command comes to: its response, or an outcome of the service that is told in the same words everywhere. */
export type CommandResult = ReviewResponse | Forbidden | Own | Gone

export const respond = (reply: Reply | string, prompt?: PendingPrompt): ReviewResponse => ({
  replies: [typeof reply === 'string' ? { text: reply } : reply],
  prompt,
})

/** Does something for HR with what it was given. */
export type Act<Given = object> = (context: ReviewContext, given: Given) => Promise<CommandResult>

/** What a button does with what it brings. Anybody can forge that: data of another schema is turned away. */
export const button =
  <Schema extends z.ZodType>(schema: Schema, act: Act<z.output<Schema>>): Act<Submission['data']> =>
  async (context, data) => {
    const parsed = schema.safeParse(data)
    return parsed.success ? act(context, parsed.data) : respond(unknownButton())
  }

/** What a command asks of the officer, to be answered by typing. */
export interface Prompt<State extends object = object> {
  kind: string
  /** The action that the trace gives the answer. */
  action: string
  /** For a prompt that is answered by yes or no: its own ways of saying yes. Without it, the message is the answer. */
  yes?: RegExp
  /** Whether a yes may be to some of those that it is asked of: "only lucy". */
  ofSome?: boolean
  /** Whether a message answers it, where not every one does that orders or asks for nothing. */
  answers?(message: string): boolean
  /** What is said of it when something else is asked for first; "What is the note?" */
  again?: string
  /** What was not done when something else is asked for instead: "no note was added". */
  left?: string
  answered(context: ReviewContext, state: State & { message: string }): Promise<CommandResult>
}

/** A prompt with what its answer will need. */
export const pending = <State extends object>({ kind }: Pick<Prompt<State>, 'kind'>, state: State): PendingPrompt => ({
  ...state,
  kind,
})

/** Whom a message means, for a command of some interests. */
export type Targeted = Pick<ReviewMessage, 'target'>
/** What a message narrows to, for a command of a list. */
export type Narrowed = Pick<ReviewMessage, 'filter' | 'refine'>

/** One thing that HR can do. */
export interface ReviewCommand<Request extends object = object> {
  name: string
  /** What its buttons do, by verb. */
  buttons?: Readonly<Record<string, Act<Submission['data']>>>
  /** What a message asks of it; undefined when it asks for something else. */
  recognise?(message: ReviewMessage): Request | undefined
  /** Does what a message asked. */
  run?(context: ReviewContext, request: Request): Promise<CommandResult>
  prompts?: readonly Prompt[]
}
