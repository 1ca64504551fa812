import { ConversationState, MemoryStorage, TestAdapter } from 'botbuilder'
import { sendReplies } from '../../../bot/sendReplies.ts'
import { openSqlite } from '../../../bot/stores/sqlite/openSqlite.ts'
import { type AbilityDialog, setTurn } from '../../../dialogs/abilityDialog.ts'
import type { Actor, Role } from '../../../dialogs/access.ts'
import { AnswersDialog } from '../../../dialogs/answers/answersDialog.ts'
import type { QuestionService } from '../../../dialogs/answers/questionService.ts'
import type { Clock } from '../../../dialogs/clock.ts'
import { type CohortService, type CohortServiceDeps, cohortService } from '../../../dialogs/cohorts/cohortService.ts'
import { CohortsDialog } from '../../../dialogs/cohorts/cohortsDialog.ts'
import type { AdaptiveCard } from '../../../dialogs/reply.ts'
import { createRoot } from '../../../dialogs/rootDialog.ts'
import { newTrace, type Submission, type Turn } from '../../../dialogs/turn.ts'
import type { Knowledge } from '../../../knowledge/content/knowledge.ts'
import { programme, type Source } from '../../../knowledge/content/schema.ts'
import { fakeClock } from '../../support/clock.ts'
import { someCohort } from '../../support/cohorts.ts'
import { LONDON } from '../../support/localTime.ts'
import { somebody, someInterest } from '../../support/people.ts'

/** A trust with its own content: nothing of it is in the code. */
export const PROGRAMME = programme.parse({
  cohorts: [{ id: 'september-2014', name: 'September 2014', state: 'open' }],
  figures: [
    { stage: 'qualified', label: 'Qualified', count: 31, asOf: '2014-01' },
    { stage: 'second-year', label: 'In their second year', count: 7, asOf: '2014-01' },
    { stage: 'first-year', label: 'In their first year', count: 5, asOf: '2014-01' },
  ],
  figuresSource: { source: 'page', section: 'Results' },
})
const SOURCE: Source = {
  id: 'page',
  title: 'The case study',
  publisher: 'NHS Employers',
  date: '2014-01-08',
  sections: [{ name: 'Results', facts: [], figures: [] }],
}
export const SERVICES = [
  { name: 'health visiting', ways: ['hv'] },
  { name: 'school health', ways: ['school nursing'] },
  { name: 'podiatry', ways: [] },
]

/** The ability on an embedded store, with one open cohort. */
export const openWorld = async (over: Partial<CohortServiceDeps> = {}) => {
  const stores = openSqlite(':memory:')
  const clock = fakeClock()
  const deps: CohortServiceDeps = {
    cohorts: stores.cohorts,
    interests: stores.interests,
    records: stores.programme,
    audit: stores.audit,
    programme: PROGRAMME,
    sources: new Map([[SOURCE.id, SOURCE]]),
    services: SERVICES,
    clock,
    time: LONDON,
    smallNumber: 5,
    ...over,
  }
  await stores.cohorts.add(someCohort())
  const service = cohortService(deps)
  return {
    stores,
    clock,
    service,
    /** So many interests of one kind, registered at this moment. */
    async register(count: number, over: Parameters<typeof someInterest>[0] = {}) {
      for (let i = 0; i < count; i++) await stores.interests.add(someInterest(over))
    },
    chat: (role: Role) => chat(service, somebody(role), clock),
  }
}

export type World = Awaited<ReturnType<typeof openWorld>>

interface Said {
  texts: string[]
  cards: AdaptiveCard[]
  trace: Turn['trace']
}

const chat = (service: CohortService, actor: Actor, clock: Clock) =>
  chatWith(
    new CohortsDialog({
      service,
      programme: PROGRAMME,
      clock,
      time: LONDON,
      vocabulary: { places: ['Huyton'], services: ['podiatry'] },
    }),
    actor,
  )

/** A conversation with the ability, as the root runs it. */
export const chatWith = (dialog: AbilityDialog, actor: Actor) => {
  const state = new ConversationState(new MemoryStorage())
  const knowledge = { entries: new Map(), intents: new Map(), programme: PROGRAMME } as unknown as Knowledge
  const root = createRoot({
    state: state.createProperty('dialogs'),
    answers: new AnswersDialog({ knowledge, questions: {} as QuestionService, isWithdrawn: async () => false }),
    abilities: [dialog],
    describe: () => undefined,
  })
  let turns = 0
  const run = async (
    message: string,
    submission?: Submission,
    personal = true,
    activityId = `activity-${++turns}`,
  ): Promise<Said> => {
    const trace = newTrace()
    const adapter = new TestAdapter(async (context) => {
      const turn: Turn = {
        id: `turn-${turns}`,
        actor,
        emails: async () => [],
        message,
        ...(submission && { submission }),
        ...(message && {
          decision: { parts: [{ outcome: 'action', action: 'cohort-status', text: message, candidates: [] }] },
        }),
        conversation: { id: `a:${actor.objectId}`, personal },
        activityId,
        memory: {},
        replies: [],
        trace,
      }
      setTurn(context, turn)
      await root.run(context)
      await sendReplies(context, turn)
      await state.saveChanges(context)
    })
    await adapter.send(message || 'pressed')
    const sent = adapter.activeQueue.splice(0)
    return {
      texts: sent.map(({ text }) => text ?? ''),
      cards: sent.flatMap(({ attachments = [] }) => attachments.map(({ content }) => content as AdaptiveCard)),
      trace,
    }
  }
  return {
    actor,
    say: (message: string, personal = true) => run(message, undefined, personal),
    press: (
      verb: string,
      data: Record<string, unknown> = {},
      options: { personal?: boolean; activityId?: string } = {},
    ) => run('', { verb, data }, options.personal ?? true, options.activityId),
  }
}

/** Every element and action of a card, however deep. */
export const partsOf = (node: unknown): Record<string, unknown>[] => {
  if (Array.isArray(node)) return node.flatMap(partsOf)
  if (typeof node !== 'object' || node === null) return []
  return [node as Record<string, unknown>, ...Object.values(node).flatMap(partsOf)]
}

/** The element of a type, or the button with a title. */
export const find = (node: unknown, key: 'type' | 'title' | 'id', value: string): Record<string, unknown> | undefined =>
  partsOf(node).find((part) => part[key] === value)

/** Every word of a card. */
export const wordsOf = (node: unknown): string =>
  partsOf(node)
    .flatMap((part) => [part.text, part.title, part.value].filter((word) => typeof word === 'string'))
    .join('\n')
