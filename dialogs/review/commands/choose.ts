import * as z from 'zod'
import { normalise } from '../../reading/normalise.ts'
import { numberOf, ordinalOf } from '../../reading/numbers.ts'
import { beginsWith } from '../../reading/phrases.ts'
import { namesIn } from '../asking/reviewTarget.ts'
import * as fields from '../buttonFields.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type AfterChoice, afterChoice, button, type Prompt, pending, type ReviewCommand, respond } from '../command.ts'
import { pointedOut } from '../someOf.ts'

/** The place on a list that a short answer names, from 1: "2", "the second one", "number 2"; "the tall one" names none. */
const placeIn = (message: string): number | undefined => {
  const words = message
    .toLowerCase()
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .split(/\s+/)
  const counts = words.filter((word, i) => word !== 'one' || words.length === 1 || words[i - 1] === 'number')
  return counts.map((word) => ordinalOf(word) || numberOf(word)).find((number) => number !== undefined && number > 0)
}

/** Whom of several by one name the officer means. */
const whichOne: Prompt<{ keys: readonly string[]; after: AfterChoice }> = {
  kind: 'which-one',
  action: 'review',
  answers(message) {
    const length = message.trim().split(/\s+/).length
    if (beginsWith(normalise(message), 'changesStatus')) return false
    const pointed = beginsWith(normalise(message), 'pointsOut')
    return placeIn(message) !== undefined || (length <= 4 && namesIn(message).length > 0) || (length <= 7 && pointed)
  },
  async answered(context, { keys, after, message }) {
    const place = placeIn(message)
    const named = await context.service.namedAmong(context.actor, keys, namesIn(message))
    const [only, another] = place || named[0] ? [] : await pointedOut(context, keys)
    const key = place ? keys[place - 1] : (named[0] ?? (another ? undefined : only))
    if (key) return context.perform({ keys: [key], several: false }, after)
    return respond(sayMoreReply('Which one do you mean?', 'number 1'), pending(whichOne, { keys, after }))
  },
}

/** Goes on with the one that was chosen of several by a name. */
export const choose: ReviewCommand = {
  name: 'choose',
  buttons: {
    'review/choose': button(z.object({ key: fields.key, after: afterChoice }), (context, { key, after }) =>
      context.perform({ keys: [key], several: false }, after),
    ),
  },
  prompts: [whichOne],
}
