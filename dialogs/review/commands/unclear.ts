import { normalise } from '../../reading/normalise.ts'
import { says } from '../../reading/phrases.ts'
import { isEmpty } from '../asking/askedFilter.ts'
import { sayMoreReply } from '../cards/plain.ts'
import { type ReviewCommand, respond } from '../command.ts'

const SHORT = 7

/** A short question about somebody that asks for nothing of the record: what could be asked is said. */
export const unclear: ReviewCommand = {
  name: 'unclear',
  recognise: ({ text, table, filter, person }) =>
    table.onTop && person && isEmpty(filter) && says(normalise(text), 'questions') && text.split(/\s+/).length <= SHORT
      ? {}
      : undefined,
  run: async () =>
    respond(
      sayMoreReply('I am not sure what you ask of them.', 'which band', 'does the manager know', 'the list again'),
    ),
}
