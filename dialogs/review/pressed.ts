import type * as z from 'zod'
import { commandOf } from '../interest/command.ts'
import type { Submission } from '../turn.ts'
import { enterReply, holdReply } from './cards/enterCard.ts'
import { registerReply, sheetReply } from './cards/exportCards.ts'
import { NOBODY } from './cards/interestCard.ts'
import { formFilter } from './cards/listForms.ts'
import { goneReply, leftReply, problemReply, unusableReply } from './cards/plain.ts'
import { feedbackReply, questionReply } from './cards/questionCards.ts'
import type { ReviewVerb } from './cards/verbs.ts'
import * as doing from './doing.ts'
import { entered } from './entering.ts'
import { type Hand, refused, type Said, said, showList } from './hand.ts'
import { PRESSES } from './readPress.ts'
import * as sending from './sending.ts'
import { showQuestions } from './typed.ts'

type Data = Submission['data']
type Press = (hand: Hand, data: Data) => Promise<Said>

/** Reads what a button brought; what cannot be of our cards is told so. */
const read =
  <Shape extends z.ZodType>(shape: Shape, act: (hand: Hand, data: z.output<Shape>) => Promise<Said>): Press =>
  async (hand, data) => {
    const parsed = shape.safeParse(data)
    return parsed.success ? act(hand, parsed.data) : said(unusableReply())
  }

/** What each button does. The service checks who may; a form is shown to nobody else either. */
const PRESSED: Readonly<Record<Exclude<ReviewVerb, 'review/file-consent'>, Press>> = {
  'review/list': async (hand, raw) =>
    read(PRESSES.list, (_hand, { filter, order, next, form }) =>
      showList(hand, {
        filter: form ? formFilter(filter, raw, hand.now) : filter,
        ...(order ? { order } : {}),
        ...(next ? { continuation: next } : {}),
      }),
    )(hand, raw),
  'review/open': read(PRESSES.key, (hand, { key }) => doing.openOne(hand, key)),
  'review/choose': read(PRESSES.choose, async (hand, { key, after }) => {
    switch (after.verb) {
      case 'open':
        return doing.openOne(hand, key)
      case 'undo':
        return doing.undo(hand, [key])
      case 'status':
        return doing.setStatus(hand, [{ key }], after.to, after.reason)
      case 'note':
        return doing.addNote(hand, key, after.note)
    }
  }),
  'review/note': read(PRESSES.note, (hand, { key, note }) => doing.addNote(hand, key, note)),
  'review/assign': read(PRESSES.assign, async (hand, { assignTo, ...seen }) => {
    const to = assignTo === NOBODY || assignTo === '' ? null : assignTo
    const outcome = await hand.service.assign(hand.turn.actor, seen, to, commandOf(hand.turn))
    return doing.changedOne(hand, seen.key, outcome, to ? 'It is assigned.' : 'It is assigned to nobody.')
  }),
  'review/status': read(PRESSES.status, async (hand, { to, reason, ...seen }) => {
    const set = await doing.setStatus(hand, [seen], to, reason)
    return set.changed?.includes(seen.key) ? doing.openOne(hand, seen.key, { done: ['The status is set.'] }) : set
  }),
  'review/preview': read(PRESSES.preview, async (hand, { chosen, to, reason }) => {
    const keys = chosen.split(',').filter(Boolean).slice(0, 200)
    if (keys.length === 0 || to === '') {
      if (!hand.service.allows(hand.turn.actor)) return refused(hand.turn)
      return said(problemReply('Choose at least one person and a new status, then try again.'))
    }
    return doing.previewStatus(hand, keys, to, reason)
  }),
  'review/status-confirm': read(PRESSES.confirm, (hand, { seen, to, reason }) =>
    doing.setStatus(hand, seen, to, reason),
  ),
  'review/leave': async () => said(leftReply()),
  'review/undo': read(PRESSES.keys, (hand, { keys }) => doing.undo(hand, keys)),
  'review/send-notice': read(PRESSES.key, async (hand, { key }) => {
    const outcome = await hand.service.sendNotice(hand.turn.actor, key, commandOf(hand.turn))
    return doing.changedOne(hand, key, outcome, 'The person will be told.')
  }),
  'review/hold': read(PRESSES.hold, async (hand, { key, why, until }) => {
    const { service, turn } = hand
    const outcome = await service.hold(turn.actor, key, { why, until: until ?? null }, commandOf(turn))
    if (outcome.kind !== 'invalid') return doing.changedOne(hand, key, outcome, 'It is on hold.')
    const opened = await service.open(turn.actor, { key })
    return opened.kind === 'opened'
      ? said(holdReply(key, opened.interest.reference, outcome.message))
      : doing.openOne(hand, key)
  }),
  'review/release': read(PRESSES.key, async (hand, { key }) => {
    const outcome = await hand.service.release(hand.turn.actor, key, commandOf(hand.turn))
    return doing.changedOne(hand, key, outcome, 'The hold is ended.')
  }),
  'review/enter': async ({ service }) => said(enterReply({ wording: await service.wording() })),
  'review/enter-save': entered,
  'review/export': read(PRESSES.filter, (hand, { filter }) => sending.askPurpose(hand, filter, 'xlsx')),
  'review/export-make': read(PRESSES.make, (hand, request) => sending.makeExport(hand, request)),
  'review/exports': read(PRESSES.page, async ({ service, turn }, { next }) => {
    const register = await service.register(turn.actor, next)
    if (register.kind === 'forbidden') return refused(turn)
    return said(registerReply(register.exports, register.wording, register.next))
  }),
  'review/counts-sheet': read(PRESSES.sheet, async ({ service, turn }, { asAt }) => {
    const sheet = await service.sheet(turn.actor, asAt)
    if (sheet.kind === 'forbidden') return refused(turn)
    return said(sheet.kind === 'sheet' ? sheetReply(sheet) : problemReply(sheet.message))
  }),
  'review/write': read(PRESSES.filter, (hand, { filter }) => sending.askMessage(hand, filter)),
  'review/write-preview': read(PRESSES.write, (hand, { filter, text }) => sending.previewMessage(hand, filter, text)),
  'review/write-send': read(PRESSES.write, (hand, { filter, text, stamp }) =>
    sending.sendMessage(hand, filter, text, stamp),
  ),
  'review/questions': read(PRESSES.questions, (hand, { state }) => showQuestions(hand, state)),
  'review/question': read(PRESSES.question, async ({ service, turn }, { id }) => {
    const found = await service.question(turn.actor, id)
    if (found.kind === 'forbidden') return refused(turn)
    return said(found.kind === 'gone' ? goneReply() : questionReply(found.stored, found.wording))
  }),
  'review/answer': read(PRESSES.answer, async (hand, { id, version, answer }) =>
    sending.settled(hand, id, await hand.service.answer(hand.turn.actor, seenOf(id, version), answer), answer),
  ),
  'review/gap': read(PRESSES.answer, async (hand, { id, version, owner }) =>
    sending.settled(hand, id, await hand.service.markGap(hand.turn.actor, seenOf(id, version), owner), owner),
  ),
  'review/feedback': async ({ service, turn }) => {
    const summary = await service.feedback(turn.actor)
    return summary.kind === 'forbidden' ? refused(turn) : said(feedbackReply(summary))
  },
}

const seenOf = (id: string, version: string | undefined) => ({ id, ...(version === undefined ? {} : { version }) })

/** A button of HR's cards was pressed, or somebody says so. */
export const pressed = async (hand: Hand, { verb, data }: Submission): Promise<Said> => {
  if (!hand.service.allows(hand.turn.actor)) return refused(hand.turn)
  const press = Object.hasOwn(PRESSED, verb) ? PRESSED[verb as keyof typeof PRESSED] : undefined
  return press ? press(hand, data) : said(unusableReply())
}
