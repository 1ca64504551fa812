import * as z from 'zod'
import type { InterestFilter } from '../interest/interestFilter.ts'

/** What the buttons of several commands bring. Anybody can forge it: a text has its length, and the service checks the rest. */
export const text = (most: number) => z.string().max(most)
/** A text that is empty when it is left out. */
export const optionalText = (most: number) => text(most).default('')
export const key = text(300)
export const seen = z.object({ key, lines: z.number().int().min(0).optional() })

const list = z.array(text(100)).max(50)
const moment = z.iso.datetime()

/** A filter: it only ever narrows what HR may see. */
export const filter = z
  .object({
    ...{ cohortIds: list, bands: list, statuses: list },
    ...{ service: text(200), base: text(200), name: text(200), manager: text(200), team: text(200), role: text(200) },
    assigneeName: text(200),
    assignee: text(100).nullable(),
    shift: z.enum(['days', 'nights']),
    keys: z.array(text(300)).max(200),
    managerKnows: z.enum(['yes', 'no', 'not-said']),
    ...{ statusSinceFrom: moment, statusSinceTo: moment, registeredFrom: moment, registeredTo: moment },
  })
  .partial()
  .transform((parts): InterestFilter => parts)
  .default({})
