import type { Interest } from '../interest/interest.ts'
import type { Reply } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { listReply } from './cards/listCard.ts'
import { forbiddenReply } from './cards/plain.ts'
import type { Seen } from './changing.ts'
import type { ExportReady } from './export/exporting.ts'
import type { ExportFormat } from './export/exportTicket.ts'
import { keyOf } from './reviewDeps.ts'
import { type ReviewMemory, withoutNames } from './reviewMemory.ts'
import type { ReviewService } from './reviewService.ts'
import type { WorkFilter } from './workFilter.ts'
import type { ListRequest } from './workList.ts'

/** What the bot waits to hear, where no button is pressed. */
export type Asking =
  | { kind: 'confirm-status'; seen: Seen[]; to: string; reason: string }
  | { kind: 'confirm-write'; filter: WorkFilter; text: string; stamp: string }
  | { kind: 'purpose'; filter: WorkFilter; format: ExportFormat }
  | { kind: 'note'; key: string }
  | { kind: 'answer'; id: string; version: string }
  | { kind: 'write'; filter: WorkFilter }

/** What is said, and what is asked with it. */
export interface Said {
  reply: Reply
  asking?: Asking
  /** The keys of what was changed. */
  changed?: readonly string[]
  /** A file that the person may have. */
  file?: ExportReady
}

/** One turn of HR's. */
export interface Hand {
  service: ReviewService
  turn: Turn
  now: Date
}

export const said = (reply: Reply, asking?: Asking): Said => ({ reply, ...(asking ? { asking } : {}) })

/** What the conversation remembers, to be added to. */
export const memoryOf = (turn: Turn): ReviewMemory => {
  turn.memory.review ??= {}
  return turn.memory.review
}

/** The polite no, which is the same for everything. */
export const refused = (turn: Turn): Said => {
  turn.trace.outcomes = ['refused']
  return said(forbiddenReply())
}

/** Keeps what was shown, so that "the first three" finds them. */
export const rememberShown = (turn: Turn, interests: readonly Interest[]): void => {
  const memory = memoryOf(turn)
  memory.shown = interests.map(keyOf)
  delete memory.opened
}

/** Shows the work list and remembers it. */
export const showList = async ({ service, turn, now }: Hand, request: ListRequest): Promise<Said> => {
  const list = await service.workList(turn.actor, request)
  if (list.kind === 'forbidden') return refused(turn)
  rememberShown(turn, list.interests)
  const { filter, named } = withoutNames(list.filter)
  Object.assign(memoryOf(turn), { filter, named, order: list.order, next: list.next, at: now.toISOString() })
  return said(listReply(list))
}
