import type { Entry } from '../../content/knowledge.ts'
import type { Composed } from '../decision.ts'

const plain = (say: string): string => say.replaceAll('**', '')

/** Neither a yes nor a no to what somebody makes of a reply: of a silence none follows, and of an answer no more than it says. */
export const verdictOn = (entry: Entry): Composed => ({
  id: `${entry.id}/verdict`,
  say:
    entry.kind === 'not-stated'
      ? `**Neither a yes nor a no.** ${entry.shortAnswer}`
      : `**I cannot make that a yes or a no for anybody.** What is published says this: ${entry.shortAnswer} Anything beyond it is for the trust to confirm.`,
  beside: entry,
})

/** The same of a silence that no entry is. */
export const verdictOnSilence = (silence: Composed): Composed => ({
  ...silence,
  say: `**Neither a yes nor a no.** ${plain(silence.say)}`,
})

/** That a silence was looked into. */
export const sureOf = (silence: Composed): Composed => ({
  ...silence,
  say: `**I have looked, and it is not there.** ${plain(silence.say)}`,
})

/** A silence in its first sentence alone. */
export const plainerSilence = (silence: Composed): Composed => ({
  ...silence,
  say: /^\*\*[^*]+\*\*/.exec(silence.say)?.[0] ?? silence.say,
})

/** Said when the plainer words were not plain enough. */
export const plainest = (id: string): Composed => ({
  id,
  say: '**I cannot put that more plainly than I did.** Tell me which word or part is not clear.',
})

/** That no reason, or no example, is published for what was just told. */
export const noReason = (id: string, beside: Entry | undefined): Composed => ({
  id,
  say: '**What is published does not say why.** It says no more on that than I told you.',
  ...(beside && { beside }),
})
export const noExample = (id: string, beside: Entry | undefined): Composed => ({
  id,
  say: '**What is published gives no example of that.** It says no more on that than I told you.',
  ...(beside && { beside }),
})
