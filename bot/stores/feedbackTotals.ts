import type { Feedback } from '../../dialogs/answers/feedbackStore.ts'

/** How often each entry was liked and disliked, the most disliked first. */
export const totalsByEntry = (
  all: Iterable<Pick<Feedback, 'entries' | 'reaction'>>,
): { entry: string; likes: number; dislikes: number }[] => {
  const totals = new Map<string, { entry: string; likes: number; dislikes: number }>()
  for (const { entries, reaction } of all) {
    for (const entry of entries) {
      const total = totals.get(entry) ?? { entry, likes: 0, dislikes: 0 }
      totals.set(entry, total)
      if (reaction === 'like') total.likes++
      else total.dislikes++
    }
  }
  return [...totals.values()].sort((a, b) => b.dislikes - a.dislikes || a.entry.localeCompare(b.entry))
}
