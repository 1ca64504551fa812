import { LRUCache } from 'lru-cache'

const minute = 60_000

/** Counts one more message of a person: 0 when it may pass, else the seconds until one may. */
type RateLimit = (person: string) => number

/** At most `limit` messages of a person in any minute, counted in this process; memory stays bounded. */
export const rateLimit = (limit: number | 'off', now: () => number = Date.now): RateLimit => {
  if (limit === 'off') return () => 0
  const times = new LRUCache<string, number[]>({ max: 10_000, ttl: minute, perf: { now }, ttlResolution: 0 })
  return (person) => {
    const lately = (times.get(person) ?? []).filter((time) => time > now() - minute)
    const oldest = lately[0]
    if (lately.length >= limit && oldest !== undefined) return Math.max(1, Math.ceil((oldest + minute - now()) / 1000))
    times.set(person, [...lately, now()])
    return 0
  }
}
