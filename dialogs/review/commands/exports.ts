import * as z from 'zod'
import { type CardBlock, replyOf, strong, userText, words } from '../../cards/cardContent.ts'
import type { Reply } from '../../reply.ts'
import * as fields from '../buttonFields.ts'
import { counted, present } from '../cards/parts.ts'
import { button, type ReviewCommand } from '../command.ts'
import type { Register, RegisteredExport } from '../export/exportRegister.ts'
import type { ReviewContext } from '../reviewContext.ts'
import { type CommandResult, respond } from '../reviewResponse.ts'
import type { Wording } from '../wording.ts'

const FORMATS = { csv: 'CSV', xlsx: 'XLSX', sheet: 'sheet of counts' }

const exportBlocks = (one: RegisteredExport, { day }: Wording): CardBlock[] => {
  const [purpose, deleteBy, erased] = [userText(one.purpose), day(one.deleteBy), one.erasedSince.at(-1)]
  const what = `: ${counted(one.count)}, ${FORMATS[one.format]}. `
  return present(
    words(
      `${day(one.at)}, `,
      userText(one.actor.name),
      what,
      userText(one.words),
      '. Purpose: ',
      purpose,
      `. Delete by ${deleteBy}.`,
    ),
    erased !== undefined &&
      strong(`Somebody in it was erased on ${day(erased)}. Delete the file, or take them out of it.`),
  )
}

const registerReply = ({ exports: all, wording, next }: Register): Reply =>
  replyOf({
    title: 'Register of exports',
    blocks: all.length > 0 ? all.flatMap((one) => exportBlocks(one, wording)) : [words('Nothing has been exported.')],
    actions: present(next && { title: 'Earlier ones', verb: 'review/exports', data: { next } }),
  })

const showRegister = async ({ service, turn }: ReviewContext, next?: string): Promise<CommandResult> => {
  const register = await service.register(turn.actor, next)
  return register.kind === 'register' ? respond(registerReply(register)) : register
}

const EXPORTS =
  /\bregister of exports?\b|\b(past|previous|old|all|list of) exports\b|\bwho (has )?exported\b|\bwhat (has|was|have we) (been )?exported\b/i

/** The register of exports. */
export const exports: ReviewCommand = {
  name: 'exports',
  buttons: {
    'review/exports': button(z.object({ next: fields.text(2000).optional() }), (context, { next }) =>
      showRegister(context, next),
    ),
  },
  recognise: ({ plain }) => (EXPORTS.test(plain) ? {} : undefined),
  run: (context) => showRegister(context),
}
