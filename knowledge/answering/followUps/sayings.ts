import type { Entry } from '../../content/knowledge.ts'
import type { Composed } from '../decision.ts'

/** A silence after this, which is the answer to what is asked of it. */
const after = (first: string, silence: Composed): Composed => ({
  ...silence,
  say: `**${first}** ${silence.say.replaceAll('**', '')}`,
})

/** What may be made of a silence. */
export const verdictOn = (silence: Composed): Composed => after('Neither a yes nor a no.', silence)

/** That a silence was looked into. */
export const sureOf = (silence: Composed): Composed => after('I have looked, and it is not there.', silence)

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

/** That no reason is published for what was just told. */
export const noReason = (id: string, beside: Entry | undefined): Composed => ({
  id,
  say: '**What is published does not say why.** It says no more on that than I told you.',
  ...(beside && { beside }),
})

/** That no example of what was just told is published. */
export const noExample = (id: string, beside: Entry | undefined): Composed => ({
  id,
  say: '**What is published does not give an example of that.** It says no more on it than I told you.',
  ...(beside && { beside }),
})
