import { commandOf } from '../interest/command.ts'
import { purposeReply } from './cards/exportCards.ts'
import { problemReply } from './cards/plain.ts'
import { answeredReply, questionReply } from './cards/questionCards.ts'
import { writePreviewReply, writeReply, writtenReply } from './cards/writeCards.ts'
import type { ExportFormat } from './export/exportTicket.ts'
import { type Hand, refused, type Said, said } from './hand.ts'
import type { Answering } from './questions.ts'
import type { WorkFilter } from './workFilter.ts'

/** What leaves the bot at HR's word: a file, a message, an answer. */

export const askPurpose = async ({ service, turn }: Hand, filter: WorkFilter, format: ExportFormat): Promise<Said> => {
  const asked = await service.askExport(turn.actor, filter)
  if (asked.kind === 'forbidden') return refused(turn)
  return said(purposeReply(asked, { format }), { kind: 'purpose', filter, format })
}

/** Promises the file; the dialog then offers it. */
export const makeExport = async (
  { service, turn }: Hand,
  request: { filter: WorkFilter; purpose: string; format: ExportFormat },
): Promise<Said> => {
  const ready = await service.requestExport(turn.actor, request)
  if (ready.kind === 'forbidden') return refused(turn)
  if (ready.kind === 'ready') return { reply: { text: '' }, file: ready }
  const asked = await service.askExport(turn.actor, request.filter)
  if (asked.kind === 'forbidden') return refused(turn)
  const kept = { problem: ready.message, purpose: request.purpose, format: request.format }
  return said(purposeReply(asked, kept), { kind: 'purpose', filter: request.filter, format: request.format })
}

export const askMessage = async (
  { service, turn }: Hand,
  filter: WorkFilter,
  problem?: { text: string; message: string },
): Promise<Said> => {
  const asked = await service.askExport(turn.actor, filter)
  if (asked.kind === 'forbidden') return refused(turn)
  const kept = problem ? { text: problem.text, problem: problem.message } : {}
  return said(writeReply({ filter, words: asked.words, count: asked.count, ...kept }), { kind: 'write', filter })
}

export const previewMessage = async (hand: Hand, filter: WorkFilter, text: string): Promise<Said> => {
  const preview = await hand.service.previewWriting(hand.turn.actor, filter, text)
  if (preview.kind === 'forbidden') return refused(hand.turn)
  if (preview.kind === 'invalid') return askMessage(hand, filter, { text, message: preview.message })
  const { stamp, reached } = preview
  return said(
    writePreviewReply(preview),
    reached > 0 ? { kind: 'confirm-write', filter, text: preview.text, stamp } : undefined,
  )
}

export const sendMessage = async (hand: Hand, filter: WorkFilter, text: string, stamp: string): Promise<Said> => {
  const { service, turn } = hand
  const written = await service.write(turn.actor, filter, text, stamp, commandOf(turn))
  switch (written.kind) {
    case 'forbidden':
      return refused(turn)
    case 'invalid':
      return askMessage(hand, filter, { text, message: written.message })
    case 'changed':
      return said(writePreviewReply(written.preview, true))
    case 'sent':
      return said(writtenReply(written))
  }
}

/** What came of an answer or a gap. What was typed is kept when a colleague was first. */
export const settled = async (
  { service, turn }: Hand,
  id: string,
  outcome: Answering,
  typed: string,
): Promise<Said> => {
  switch (outcome.kind) {
    case 'forbidden':
      return refused(turn)
    case 'gone':
      return said(problemReply('That question is not there any more. You can say “unanswered questions”.'))
    case 'answered':
    case 'gap':
      return said(answeredReply(outcome))
    case 'question-conflict':
      return said(
        questionReply(outcome.stored, await service.wording(), {
          answer: outcome.typed,
          problem: 'A colleague was there first. What you typed is kept below.',
        }),
      )
    case 'invalid': {
      const found = await service.question(turn.actor, id)
      if (found.kind !== 'question') return said(problemReply(outcome.message))
      return said(questionReply(found.stored, found.wording, { answer: typed, problem: outcome.message }))
    }
  }
}
