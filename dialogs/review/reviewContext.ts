import type { Places } from '../../knowledge/content/places.ts'
import type { Interest } from '../interest/interest.ts'
import type { Turn } from '../turn.ts'
import type { StatusWords } from './asking/reviewStatus.ts'
import type { Upload } from './export/upload.ts'
import { keyOf } from './reviewDeps.ts'
import type { ReviewMemory } from './reviewMemory.ts'
import type { ReviewService } from './reviewService.ts'

/** What every command of HR's may use. */
export interface ReviewOptions {
  service: ReviewService
  /** What roles, teams and places are called. */
  places: Places
  /** What each status is called when HR types it. */
  statuses: readonly StatusWords[]
  timeZone?: string
  /** The address of a token's download page; undefined where the bot has none that staff can open. */
  exportLink: (token: string) => string | undefined
  upload: Upload
}

/** One turn of an HR officer. */
export interface ReviewContext extends ReviewOptions {
  turn: Turn
  now: Date
  /** Whether the chat is in Teams, which can put a file into the person's OneDrive. */
  inTeams: boolean
}

/** What the conversation remembers of HR's work, to be added to. */
export const memoryOf = ({ turn }: Pick<ReviewContext, 'turn'>): ReviewMemory => {
  turn.memory.review ??= {}
  return turn.memory.review
}

/** Remembers what was shown, so that "the first three" finds them. */
export const rememberShown = (context: ReviewContext, interests: readonly Interest[]): void => {
  const memory = memoryOf(context)
  memory.shown = interests.map(keyOf)
  delete memory.opened
}
