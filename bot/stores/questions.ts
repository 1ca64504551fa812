import { createHash } from 'node:crypto'
import {
  type AskedBy,
  UNANSWERED_DAYS,
  type UnansweredAsking,
  type UnansweredQuestion,
} from '../../dialogs/answers/unansweredStore.ts'
import { daysAfter } from '../../dialogs/clock.ts'

/** The id of a group of askings, on every engine. */
export const questionId = (group: string): string => createHash('sha256').update(group).digest('base64url').slice(0, 22)

/** The question with one more asking. */
export const counted = (before: UnansweredQuestion | undefined, asking: UnansweredAsking): UnansweredQuestion => ({
  ...(before ?? { ...asking, firstAt: asking.at, askedBy: [], state: 'open' }),
  id: questionId(asking.group),
  at: asking.at,
  entries: asking.entries,
  outcome: asking.outcome,
  count: (before?.count ?? 0) + 1,
  expiresAt: daysAfter(asking.at, UNANSWERED_DAYS),
})

const isBy = (tenantId: string, personId: string) => (by: AskedBy) =>
  by.tenantId === tenantId && by.personId === personId

/** The question with who sent it, once. */
export const sent = (question: UnansweredQuestion, by: AskedBy): UnansweredQuestion =>
  question.askedBy.some(isBy(by.tenantId, by.personId)) ? question : { ...question, askedBy: [...question.askedBy, by] }

/** The question without this person. */
export const forgotten = (question: UnansweredQuestion, tenantId: string, personId: string): UnansweredQuestion => ({
  ...question,
  askedBy: question.askedBy.filter((by) => !isBy(tenantId, personId)(by)),
})
