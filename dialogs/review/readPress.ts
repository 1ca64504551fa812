import * as z from 'zod'
import type { WorkFilter } from './workFilter.ts'

const text = (most: number) => z.string().max(most)
const list = z.array(text(100)).max(50)
const moment = z.iso.datetime()
const key = text(300)
const empty = z.literal('').transform(() => undefined)

/** A filter as a card's button brings it. Anybody can forge one: it only ever narrows what HR may see. */
const filter = z
  .object({
    cohortIds: list,
    bands: list,
    statuses: list,
    service: text(200),
    base: text(200),
    name: text(200),
    manager: text(200),
    team: text(200),
    role: text(200),
    assigneeName: text(200),
    assignee: text(100).nullable(),
    managerKnows: z.enum(['yes', 'no', 'not-said']),
    statusSinceFrom: moment,
    statusSinceTo: moment,
    registeredFrom: moment,
    registeredTo: moment,
  })
  .partial()
  .transform((parts) => parts as WorkFilter)

const seen = z.object({ key, lines: z.number().int().min(0).optional() })

/** What the buttons of HR's cards bring, each as it must be. */
export const PRESSES = {
  list: z.object({
    filter: filter.default({}),
    order: z.enum(['oldest', 'newest']).optional(),
    next: text(2000).optional(),
    form: text(10).optional(),
  }),
  key: z.object({ key }),
  seen,
  choose: z.object({
    key,
    after: z.discriminatedUnion('verb', [
      z.object({ verb: z.literal('open') }),
      z.object({ verb: z.literal('undo') }),
      z.object({ verb: z.literal('status'), to: text(100), reason: text(500) }),
      z.object({ verb: z.literal('note'), note: text(2000) }),
    ]),
  }),
  note: z.object({ key, note: text(5000).default('') }),
  assign: seen.extend({ assignTo: text(100).default('') }),
  status: seen.extend({ to: text(100), reason: text(5000).default('') }),
  preview: z.object({ chosen: text(20_000).default(''), to: text(100).default(''), reason: text(5000).default('') }),
  confirm: z.object({ seen: z.array(seen).max(200), to: text(100), reason: text(5000).default('') }),
  keys: z.object({ keys: z.array(key).max(200) }),
  hold: z.object({ key, why: text(5000).default(''), until: z.union([empty, text(20)]).optional() }),
  filter: z.object({ filter: filter.default({}) }),
  make: z.object({
    filter: filter.default({}),
    purpose: text(2000).default(''),
    format: z.enum(['csv', 'xlsx']).default('xlsx'),
  }),
  page: z.object({ next: text(2000).optional() }),
  sheet: z.object({ asAt: text(20).optional() }),
  write: z.object({ filter: filter.default({}), text: text(10_000).default(''), stamp: text(100).default('') }),
  questions: z.object({ state: z.enum(['open', 'answered', 'gap']).default('open') }),
  question: z.object({ id: text(100) }),
  answer: z.object({
    id: text(100),
    version: text(200).optional(),
    answer: text(10_000).default(''),
    owner: text(2000).default(''),
  }),
  file: z.object({
    action: z.enum(['accept', 'decline']),
    context: z.object({ token: text(200) }),
    uploadInfo: z
      .object({ uploadUrl: z.url(), contentUrl: z.url(), name: text(300), uniqueId: text(300), fileType: text(50) })
      .partial({ contentUrl: true, name: true, uniqueId: true, fileType: true })
      .optional(),
  }),
} as const

export type FileConsent = z.infer<(typeof PRESSES)['file']>
