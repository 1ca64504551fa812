import { randomUUID } from 'node:crypto'
import { type Actor, may } from '../access.ts'
import type { Feedback } from '../answers/feedbackStore.ts'
import type { StoredQuestion, UnansweredQuestion } from '../answers/unansweredStore.ts'
import { auditActor, digest, type Forbidden, type Gone, type Invalid, type ReviewDeps } from './reviewDeps.ts'

export type QuestionState = UnansweredQuestion['state']

export interface Questions {
  kind: 'questions'
  state: QuestionState
  questions: StoredQuestion[]
}

type FoundQuestion = { kind: 'question'; stored: StoredQuestion }

/** A question as a card showed it. */
export interface SeenQuestion {
  id: string
  version?: string
}

export type Answering =
  | { kind: 'answered'; question: UnansweredQuestion; told: number }
  | { kind: 'gap'; question: UnansweredQuestion }
  /** A colleague was first; what was typed is kept. */
  | { kind: 'question-conflict'; stored: StoredQuestion; typed: string }
  | Invalid
  | Gone
  | Forbidden

export interface FeedbackSummary {
  kind: 'feedback'
  likes: number
  dislikes: number
  byEntry: { entry: string; likes: number; dislikes: number }[]
  /** The latest reasons given with a thumb down, masked when they were stored. */
  reasons: Pick<Feedback, 'at' | 'reason' | 'entries'>[]
}

const LISTED = 10
const REASONS = 5
const ANSWER = 2000

/** What the bot could not answer, and what people thought of what it did. */
export const questionReview = (deps: ReviewDeps) => {
  const tell = async ({ id, text, answer = '', askedBy }: UnansweredQuestion): Promise<number> => {
    for (const { tenantId, personId } of askedBy) {
      const notice = { id: `answer-${digest([id, personId, answer])}`, tenantId, personId }
      await deps.answers.notify({ ...notice, dueAt: deps.clock().toISOString(), question: text, answer })
    }
    return askedBy.length
  }

  /** Answered by nobody yet, or by this very text: a repeat after an outage goes on where it stopped. */
  const settle = async (
    actor: Actor,
    { id, version }: SeenQuestion,
    change: Pick<UnansweredQuestion, 'state'> & Partial<UnansweredQuestion>,
    typed: string,
  ): Promise<
    { kind: 'settled'; question: UnansweredQuestion } | Extract<Answering, { kind: 'question-conflict' | 'gone' }>
  > => {
    const stored = await deps.unanswered.get(id)
    if (!stored) return { kind: 'gone' }
    const { question } = stored
    const same = question.state === change.state && question.answer === change.answer && question.owner === change.owner
    if (same) return { kind: 'settled', question }
    const taken = question.state !== 'open' && version !== stored.version
    if (taken) return { kind: 'question-conflict', stored, typed }
    const changed = { ...question, ...change }
    await deps.audit.append({
      kind: 'note',
      id: `question-${randomUUID()}`,
      at: deps.clock().toISOString(),
      actor: auditActor(actor),
      what: `question-${change.state}`,
      detail: { question: id },
    })
    if ((await deps.unanswered.replace(changed, stored.version)).kind === 'replaced')
      return { kind: 'settled', question: changed }
    const now = await deps.unanswered.get(id)
    if (!now) return { kind: 'gone' }
    return now.question.state === 'open'
      ? settle(actor, { id }, change, typed)
      : { kind: 'question-conflict', stored: now, typed }
  }

  return {
    /** The questions that the bot could not answer, grouped, the most asked first. Throws StoreUnavailable. */
    async questions(actor: Actor, state: QuestionState = 'open'): Promise<Questions | Forbidden> {
      if (!may(actor, 'unanswered:read')) return { kind: 'forbidden' }
      return { kind: 'questions', state, questions: await deps.unanswered.list(state, LISTED) }
    },

    /** One of them. Throws StoreUnavailable. */
    async question(actor: Actor, id: string): Promise<FoundQuestion | Gone | Forbidden> {
      if (!may(actor, 'unanswered:read')) return { kind: 'forbidden' }
      const stored = await deps.unanswered.get(id)
      return stored ? { kind: 'question', stored } : { kind: 'gone' }
    },

    /**
     * HR's answer: it goes to those who sent the question as theirs, and waits for the curator to make it an entry.
     * @throws StoreUnavailable; the same answer given again tells those who were not told yet
     */
    async answer(actor: Actor, seen: SeenQuestion, text: string): Promise<Answering> {
      if (!may(actor, 'unanswered:answer')) return { kind: 'forbidden' }
      const answer = text.trim()
      if (answer === '') return { kind: 'invalid', message: 'Write the answer first.' }
      if (answer.length > ANSWER) return { kind: 'invalid', message: `Shorten it to ${ANSWER} characters or fewer.` }
      const settled = await settle(actor, seen, { state: 'answered', answer }, answer)
      if (settled.kind !== 'settled') return settled
      return { kind: 'answered', question: settled.question, told: await tell(settled.question) }
    },

    /** Nobody can answer it yet: who in the trust is to find out. Throws StoreUnavailable. */
    async markGap(actor: Actor, seen: SeenQuestion, owner: string): Promise<Answering> {
      if (!may(actor, 'unanswered:answer')) return { kind: 'forbidden' }
      const name = owner.trim().slice(0, 200)
      if (name === '') return { kind: 'invalid', message: 'Say who is to find out.' }
      const settled = await settle(actor, seen, { state: 'gap', owner: name }, name)
      return settled.kind === 'settled' ? { kind: 'gap', question: settled.question } : settled
    },

    /** What people thought of the answers. Throws StoreUnavailable. */
    async feedback(actor: Actor): Promise<FeedbackSummary | Forbidden> {
      if (!may(actor, 'feedback:read')) return { kind: 'forbidden' }
      const [byEntry, latest] = await Promise.all([deps.feedback.byEntry(), deps.feedback.list(100)])
      const sum = (of: 'likes' | 'dislikes') => byEntry.reduce((total, entry) => total + entry[of], 0)
      const reasons = latest.filter(({ reaction, reason }) => reaction === 'dislike' && reason.trim() !== '')
      return {
        kind: 'feedback',
        likes: sum('likes'),
        dislikes: sum('dislikes'),
        byEntry: byEntry.filter(({ dislikes }) => dislikes > 0).slice(0, LISTED),
        reasons: reasons.slice(0, REASONS).map(({ at, reason, entries }) => ({ at, reason, entries })),
      }
    },
  }
}
