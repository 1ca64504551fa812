/** A thumb on an answer, and nobody's. One per turn: pressed again, the last stands. */
export interface Feedback {
  turnId: string
  at: string
  reaction: 'like' | 'dislike'
  reason: string
  entries: string[]
}

/** Every member throws StoreUnavailable when the store cannot answer, and nothing else. */
export interface FeedbackStore {
  put(feedback: Feedback): Promise<void>
  /** Newest first. */
  list(limit: number): Promise<Feedback[]>
  /** How often each entry was liked and disliked. */
  byEntry(): Promise<{ entry: string; likes: number; dislikes: number }[]>
  removeBefore(at: string): Promise<number>
}
