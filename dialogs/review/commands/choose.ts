import * as z from 'zod'
import * as fields from '../buttonFields.ts'
import { button, type ReviewCommand } from '../command.ts'
import { openInterest } from '../interestActions.ts'
import { afterChoice } from '../targetResolver.ts'
import { addNote } from './note.ts'
import { changeStatus } from './setStatus.ts'
import { undoChanges } from './undo.ts'

/** Goes on with the one that was chosen of several by a name. */
export const choose: ReviewCommand = {
  name: 'choose',
  buttons: {
    'review/choose': button(z.object({ key: fields.key, after: afterChoice }), async (context, { key, after }) => {
      switch (after.verb) {
        case 'open':
          return openInterest(context, { key })
        case 'undo':
          return undoChanges(context, { keys: [key] })
        case 'status':
          return changeStatus(context, { seen: [{ key }], to: after.to, reason: after.reason })
        case 'note':
          return addNote(context, { key, note: after.note })
      }
    }),
  },
}
