import type { FeedbackStore } from '../../dialogs/answers/feedbackStore.ts'
import type { UnansweredStore } from '../../dialogs/answers/unansweredStore.ts'
import type { CohortStore } from '../../dialogs/cohorts/cohortStore.ts'
import type { ProgrammeRecords } from '../../dialogs/cohorts/programmeRecords.ts'
import type { AuditLog } from '../../dialogs/interest/auditLog.ts'
import type { DraftStore } from '../../dialogs/interest/draftStore.ts'
import type { InterestStore } from '../../dialogs/interest/interestStore.ts'
import type { ConversationReferenceStore } from '../../dialogs/notices/conversationReferenceStore.ts'
import type { PersonNoticeStore } from '../../dialogs/notices/personNotices.ts'
import type { StateStore } from './stateStore.ts'

/** All that the bot keeps, on one engine. */
export interface Stores {
  interests: InterestStore
  drafts: DraftStore
  audit: AuditLog
  references: ConversationReferenceStore
  personNotices: PersonNoticeStore
  unanswered: UnansweredStore
  feedback: FeedbackStore
  cohorts: CohortStore
  programme: ProgrammeRecords
  state: StateStore
  /** Answers when the store does. Throws StoreUnavailable. */
  ping(): Promise<void>
  close(): Promise<void>
}
