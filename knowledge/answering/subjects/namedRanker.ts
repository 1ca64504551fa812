import type { Candidate, Matcher } from '../../matching/matcher.ts'
import type { Leaning } from './leaning.ts'

/** Ranks a message that leans on a subject with that named in it, and the name alone, which is ranked once for all messages. */
export function namedRanker(matcher: Matcher) {
  const byName = new Map<string, Candidate[]>()
  return async ({ resolved, name }: Leaning): Promise<{ named: Candidate[]; name: Candidate[] }> => {
    const kept = byName.get(name)
    const [named = [], ranked = []] = await matcher.rank(kept ? [resolved] : [resolved, name])
    byName.set(name, kept ?? ranked)
    return { named, name: kept ?? ranked }
  }
}
