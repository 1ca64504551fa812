import type { Places } from '../../knowledge/content/places.ts'
import { extractReviewSlots } from './asking/extractReviewSlots.ts'
import { type ReviewAsk, reviewAsk, type Whom } from './asking/reviewAsk.ts'
import type { StatusWords } from './asking/reviewStatus.ts'
import type { Then } from './cards/changeCards.ts'
import { enterReply, holdReply } from './cards/enterCard.ts'
import { registerReply, sheetReply } from './cards/exportCards.ts'
import { goneReply, problemReply, sayMoreReply, whichStatusReply } from './cards/plain.ts'
import { feedbackReply, questionReply, questionsReply } from './cards/questionCards.ts'
import { addNote, changedOne, openOne, previewStatus, setStatus, undo } from './doing.ts'
import { commandOf, type Hand, memoryOf, refused, type Said, said, showList } from './hand.ts'
import { askMessage, askPurpose } from './sending.ts'
import { resolveWhom } from './whom.ts'
import type { WorkFilter } from './workFilter.ts'

/** What a message is read with. */
export interface Reading {
  places: Places
  statuses: readonly StatusWords[]
  timeZone: string
}

const NAMES_GONE = sayMoreReply(
  'I do not keep the names that you search for. Please press the button on the list, or say which list you mean.',
  'export the band 3s',
)

/** Reads a message, notes in the trace what it gave, and does it. */
export async function typed(hand: Hand, action: string, reading: Reading): Promise<Said> {
  const { service, turn, now } = hand
  const { message, trace, actor } = turn
  if (!service.allows(actor)) return refused(turn)
  const slots = extractReviewSlots(message, reading.places, reading.statuses)
  const { cohorts } = await service.wording()
  const lastLooked = memoryOf(turn).at
  const statuses = service.statuses.map((status) => ({
    ...status,
    phrasings: reading.statuses.find(({ id }) => id === status.id)?.phrasings ?? [],
  }))
  const ask = reviewAsk(action, message, slots, {
    ...{ now, statuses, cohorts, me: actor.objectId, timeZone: reading.timeZone },
    ...(lastLooked ? { lastLooked } : {}),
  })
  const { which, ...target } = slots.target
  trace.slots = {
    filter: slots.filter,
    target: { ...target, ...(which ? { which: which.text } : {}) },
    ...(ask.kind === 'set-status' && ask.status ? { status: ask.status } : {}),
  }
  return does(hand, ask)
}

/** The filter that a message means, on top of the list shown last when it narrows that. */
const meant = ({ turn }: Hand, filter: WorkFilter, refine: boolean): WorkFilter =>
  refine ? { ...memoryOf(turn).filter, ...filter } : filter

/** One that is meant, for what is done to one alone. */
const withOne = async (hand: Hand, whom: Whom, then: Then, act: (key: string) => Promise<Said>): Promise<Said> => {
  const found = await resolveWhom(hand, whom, then)
  if (found.kind === 'said') return found.said
  const [key, second] = found.keys
  if (!key) return said(goneReply())
  return second ? said(sayMoreReply('Please do that one at a time.', 'open number 1')) : act(key)
}

const isNamed = ({ turn }: Hand, refine: boolean): boolean => refine && memoryOf(turn).named === true

async function does(hand: Hand, ask: ReviewAsk): Promise<Said> {
  const { service, turn } = hand
  const { actor } = turn
  const open: Then = { verb: 'open' }
  switch (ask.kind) {
    case 'list':
      return showList(hand, { filter: meant(hand, ask.filter, ask.refine), ...(ask.order ? { order: ask.order } : {}) })
    case 'next-page': {
      const { next, filter = {}, order, named } = memoryOf(turn)
      if (named) return said(NAMES_GONE)
      if (!next) return said(sayMoreReply('That was the last page.', 'show the list'))
      return showList(hand, { filter, continuation: next, ...(order ? { order } : {}) })
    }
    case 'open':
      return withOne(hand, ask.whom, open, (key) => openOne(hand, key))
    case 'note':
      return withOne(hand, ask.whom, ask.text ? { verb: 'note', note: ask.text } : open, async (key) =>
        ask.text ? addNote(hand, key, ask.text) : said(problemReply('What is the note?'), { kind: 'note', key }),
      )
    case 'assign':
      return assign(hand, ask.whom, ask.to)
    case 'hold':
      return withOne(hand, ask.whom, open, async (key) => {
        if (ask.why) {
          const outcome = await service.hold(actor, key, { why: ask.why, until: null }, commandOf(turn))
          return changedOne(hand, key, outcome, 'It is on hold, without an end.')
        }
        const opened = await service.open(actor, { key })
        return opened.kind === 'opened' ? said(holdReply(key, opened.interest.reference)) : openOne(hand, key)
      })
    case 'release':
      return withOne(hand, ask.whom, open, async (key) =>
        changedOne(hand, key, await service.release(actor, key, commandOf(turn)), 'The hold is ended.'),
      )
    case 'send-notice':
      return withOne(hand, ask.whom, open, async (key) =>
        changedOne(hand, key, await service.sendNotice(actor, key, commandOf(turn)), 'The person will be told.'),
      )
    case 'set-status':
      return status(hand, ask)
    case 'undo':
      return undoing(hand, ask.whom)
    case 'export':
      if (isNamed(hand, ask.refine)) return said(NAMES_GONE)
      return askPurpose(hand, meant(hand, ask.filter, ask.refine), ask.format)
    case 'write-to':
      if (isNamed(hand, ask.refine)) return said(NAMES_GONE)
      return askMessage(hand, meant(hand, ask.filter, ask.refine))
    case 'exports': {
      const register = await service.register(actor)
      return register.kind === 'forbidden'
        ? refused(turn)
        : said(registerReply(register.exports, register.wording, register.next))
    }
    case 'counts-sheet': {
      const sheet = await service.sheet(actor)
      return sheet.kind === 'sheet' ? said(sheetReply(sheet)) : refused(turn)
    }
    case 'enter':
      return said(enterReply({ wording: await service.wording() }))
    case 'feedback': {
      const summary = await service.feedback(actor)
      return summary.kind === 'forbidden' ? refused(turn) : said(feedbackReply(summary))
    }
    case 'questions':
      return showQuestions(hand, ask.state)
    case 'answer':
      return answerNumber(hand, ask.number)
  }
}

async function status(hand: Hand, ask: Extract<ReviewAsk, { kind: 'set-status' }>): Promise<Said> {
  const { status: to, reason } = ask
  const found = await resolveWhom(hand, ask.whom, to ? { verb: 'status', to, reason } : { verb: 'open' })
  if (found.kind === 'said') return found.said
  const [only] = found.keys
  if (!to) return found.several || !only ? said(whichStatusReply(await hand.service.wording())) : openOne(hand, only)
  if (found.several || !only) return previewStatus(hand, found.keys, to, reason)
  memoryOf(hand.turn).opened = only
  return setStatus(hand, [{ key: only }], to, reason)
}

async function undoing(hand: Hand, whom: Whom): Promise<Said> {
  const { changed } = memoryOf(hand.turn)
  if ((whom.kind === 'nobody' || whom.kind === 'this') && changed) return undo(hand, changed)
  const found = await resolveWhom(hand, whom, { verb: 'undo' })
  return found.kind === 'said' ? found.said : undo(hand, found.keys)
}

/** To oneself, to nobody, or to a colleague by name. */
async function assign(hand: Hand, whom: Whom, to: string | null): Promise<Said> {
  const { service, turn } = hand
  const found = await resolveWhom(hand, whom, { verb: 'open' })
  if (found.kind === 'said') return found.said
  let last: Said = said(goneReply())
  for (const key of found.keys) {
    const opened = await service.open(turn.actor, { key })
    if (opened.kind !== 'opened') return openOne(hand, key)
    const named = opened.officers.filter(({ name }) => to !== null && name.toLowerCase().includes(to.toLowerCase()))
    const officer = to === 'me' ? turn.actor : named.length === 1 ? named[0] : undefined
    if (to !== null && !officer)
      return openOne(hand, key, {
        done: ['I do not know that colleague. Please choose one below, under Note or assign.'],
      })
    const lines = opened.interest.history.length
    const outcome = await service.assign(turn.actor, { key, lines }, officer?.objectId ?? null, commandOf(turn))
    last = await changedOne(hand, key, outcome, officer ? 'It is assigned.' : 'It is assigned to nobody.')
  }
  if (found.keys.length > 1) memoryOf(turn).changed = found.keys
  return found.keys.length > 1 ? said(sayMoreReply(`${found.keys.length} are assigned.`, 'undo')) : last
}

export async function showQuestions({ service, turn }: Hand, state: 'open' | 'answered' | 'gap'): Promise<Said> {
  const list = await service.questions(turn.actor, state)
  if (list.kind === 'forbidden') return refused(turn)
  memoryOf(turn).questions = list.questions.map(({ question }) => question.id)
  return said(questionsReply(list))
}

async function answerNumber(hand: Hand, number: number): Promise<Said> {
  const { service, turn } = hand
  if (!memoryOf(turn).questions) await showQuestions(hand, 'open')
  const id = memoryOf(turn).questions?.[number - 1]
  if (!id) return said(sayMoreReply('There is no such question on the list.', 'unanswered questions'))
  const found = await service.question(turn.actor, id)
  if (found.kind === 'forbidden') return refused(turn)
  if (found.kind === 'gone') return said(sayMoreReply('That question is not there any more.', 'unanswered questions'))
  return said(questionReply(found.stored, found.wording), { kind: 'answer', id, version: found.stored.version })
}
