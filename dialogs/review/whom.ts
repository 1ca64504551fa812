import type { Whom } from './asking/reviewAsk.ts'
import { ambiguousReply, type Then } from './cards/changeCards.ts'
import { goneReply, noNameReply, ownReply, sayMoreReply, whomReply } from './cards/plain.ts'
import { type Hand, memoryOf, refused, rememberShown, type Said, said } from './hand.ts'
import { keyOf } from './reviewDeps.ts'
import { MOST_AT_ONCE } from './workList.ts'

export type Resolved =
  /** `several`: it was said of more than one, so what will change is shown first. */
  { kind: 'keys'; keys: string[]; several: boolean } | { kind: 'said'; said: Said }

const keys = (found: readonly string[], several: boolean): Resolved => ({ kind: 'keys', keys: [...found], several })
const tell = (what: Said): Resolved => ({ kind: 'said', said: what })

/** The people of a name: asked about when there are several, never guessed. */
const byNames = async (hand: Hand, names: readonly string[], then: Then): Promise<Resolved> => {
  const { service, turn } = hand
  const found: string[] = []
  for (const name of names) {
    const outcome = await service.findByName(turn.actor, withoutTitle(name))
    switch (outcome.kind) {
      case 'forbidden':
        return tell(refused(turn))
      case 'none':
        return tell(said(noNameReply(name)))
      case 'ambiguous':
        rememberShown(turn, outcome.candidates)
        return tell(said(ambiguousReply(outcome.candidates, outcome.more, then, outcome.wording)))
      case 'found':
        found.push(keyOf(outcome.interest))
    }
  }
  return keys(found, found.length > 1)
}

const withoutTitle = (name: string): string => name.replace(/^(mr|mrs|ms|miss|mx|dr|sister|prof)\.? /i, '')

const onTheList = (numbers: readonly number[], shown: readonly string[]): Resolved => {
  const found = numbers.map((number) => shown[number - 1])
  if (shown.length === 0) return tell(said(sayMoreReply('I have shown you no list yet.', 'show the list')))
  if (found.length === 0 || found.includes(undefined))
    return tell(
      said(
        sayMoreReply(
          `There ${shown.length === 1 ? 'is 1' : `are ${shown.length}`} on the list I showed you.`,
          'open number 1',
        ),
      ),
    )
  return keys(found as string[], found.length > 1)
}

const nextTo = (step: number, shown: readonly string[], opened: string | undefined): Resolved => {
  const at = opened === undefined ? (step > 0 ? 0 : -1) : shown.indexOf(opened) + step
  const key = shown[at]
  return key
    ? keys([key], false)
    : tell(said(sayMoreReply('There is none there on the list.', 'next page', 'show the list')))
}

/**
 * Whom a message means: a reference, a name, or places on the list shown last.
 * @param then what is done once somebody of an ambiguous name is chosen
 */
export async function resolveWhom(hand: Hand, whom: Whom, then: Then): Promise<Resolved> {
  const { service, turn } = hand
  const { shown = [], opened, changed = [] } = memoryOf(turn)
  switch (whom.kind) {
    case 'reference': {
      const found = await service.open(turn.actor, { reference: whom.reference })
      if (found.kind === 'forbidden') return tell(refused(turn))
      if (found.kind === 'own-interest') return tell(said(ownReply()))
      return found.kind === 'gone' ? tell(said(goneReply())) : keys([keyOf(found.interest)], false)
    }
    case 'names':
      return byNames(hand, whom.names, then)
    case 'numbers':
      return onTheList(whom.numbers, shown)
    case 'places': {
      const from = whom.from < 0 ? Math.max(0, shown.length + whom.from) : whom.from
      const places = Array.from({ length: Math.min(whom.count, shown.length) }, (_, i) => from + i + 1)
      const found = onTheList(places, shown)
      return found.kind === 'keys' && whom.count > 1 ? { ...found, several: true } : found
    }
    case 'shown':
      return shown.length > 0 ? keys(shown, true) : onTheList([], shown)
    case 'rest': {
      const left = shown.filter((key) => !changed.includes(key) && key !== opened)
      return left.length > 0
        ? keys(left, true)
        : tell(said(sayMoreReply('There are none left on the list.', 'show the list')))
    }
    case 'beside':
      return nextTo(whom.step, shown, opened)
    case 'this':
    case 'nobody': {
      const one =
        opened ?? (shown.length === 1 ? shown[0] : undefined) ?? (changed.length === 1 ? changed[0] : undefined)
      return one ? keys([one], false) : tell(said(whomReply()))
    }
    case 'all-of': {
      const all = await service.keysOf(turn.actor, whom.filter)
      if (all.kind === 'forbidden') return tell(refused(turn))
      if (all.keys.length === 0) return tell(said(sayMoreReply('There are none like that.', 'show all')))
      if (all.more)
        return tell(
          said(
            sayMoreReply(
              `There are more than ${MOST_AT_ONCE} like that. Please narrow it down first.`,
              'only the new ones',
            ),
          ),
        )
      return keys(all.keys, true)
    }
  }
}
