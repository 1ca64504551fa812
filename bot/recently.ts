export interface Recently<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  forget(key: string): void
  readonly size: number
}

export interface RecentlyOptions {
  /** After which a value is forgotten. */
  readonly milliseconds: number
  /** The most that are kept; the oldest go first. */
  readonly most: number
  readonly now?: () => number
}

/** Remembers what was set lately, in bounded memory. */
export const recently = <Value>({ milliseconds, most, now = Date.now }: RecentlyOptions): Recently<Value> => {
  const kept = new Map<string, { value: Value; until: number }>()

  const forgetOld = (): void => {
    for (const [key, { until }] of kept) {
      if (until > now() && kept.size <= most) return
      kept.delete(key)
    }
  }

  return {
    get(key) {
      const found = kept.get(key)
      return found && found.until > now() ? found.value : undefined
    },
    set(key, value) {
      kept.delete(key)
      kept.set(key, { value, until: now() + milliseconds })
      forgetOld()
    },
    forget(key) {
      kept.delete(key)
    },
    get size() {
      return kept.size
    },
  }
}
