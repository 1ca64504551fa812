import * as z from 'zod'
import { type CardBlock, replyOf, strong, userText, words } from '../../cards/cardContent.ts'
import * as fields from '../buttonFields.ts'
import { counted, present } from '../cards/parts.ts'
import { type Act, button, type ReviewCommand, respond } from '../command.ts'
import type { Register, RegisteredExport } from '../export/exporting.ts'
import type { Wording } from '../wording.ts'

const FORMATS = { csv: 'CSV', xlsx: 'XLSX', sheet: 'sheet of counts' }

const exportBlocks = (one: RegisteredExport, { day }: Wording): CardBlock[] => {
  const [who, what, purpose] = [userText(one.actor.name), userText(one.words), userText(one.purpose)]
  const file = `: ${counted(one.count)}, ${FORMATS[one.format]}. `
  const erased = one.erasedSince.at(-1)
  return present(
    words(`${day(one.at)}, `, who, file, what, '. Purpose: ', purpose, `. Delete by ${day(one.deleteBy)}.`),
    erased !== undefined &&
      strong(`Somebody in it was erased on ${day(erased)}. Delete the file, or take them out of it.`),
  )
}

const registerReply = ({ exports: all, wording, next }: Register) =>
  replyOf({
    title: 'Register of exports',
    blocks: all.length > 0 ? all.flatMap((one) => exportBlocks(one, wording)) : [words('Nothing has been exported.')],
    actions: present(next && { title: 'Earlier ones', verb: 'review/exports', data: { next } }),
  })

const showRegister: Act<{ next?: string }> = async ({ service, actor }, { next }) => {
  const register = await service.register(actor, next)
  return register.kind === 'register' ? respond(registerReply(register)) : register
}

const EXPORTS =
  /\bregister of exports?\b|\b(past|previous|old|all|list of) exports\b|\bwho (has )?exported\b|\bwhat (has|was|have we) (been )?exported\b/i

/** The register of exports. */
export const exports: ReviewCommand = {
  name: 'exports',
  buttons: { 'review/exports': button(z.object({ next: fields.text(2000).optional() }), showRegister) },
  recognise: ({ plain }) => (EXPORTS.test(plain) ? {} : undefined),
  run: showRegister,
}
