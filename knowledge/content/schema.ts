import * as z from 'zod'
import { claim } from './claims.ts'
import { id } from './id.ts'

const day = z.iso.date('write a day as 2027-06-30')
const month = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'write a date as 2014, 2014-01 or 2014-01-08')
const phrasings = z.array(z.string().trim().min(1)).min(1, 'give at least one phrasing')

const ids = z.union([id, z.array(id).min(1)]).transform((one) => (Array.isArray(one) ? one : [one]))

/** What every entry holds. */
const common = {
  id,
  topic: id,
  question: z.string().trim().min(1),
  phrasings,
  owner: id,
  reviewBy: day,
  related: z.array(id).default([]),
  audience: z.array(z.enum(['staff', 'manager', 'hr'])).optional(),
  facts: z.array(id).default([]),
  /** The stages of `programme.yaml`'s figures that it tells. */
  figures: z.array(id).default([]),
  threshold: z.number().min(0).max(1).optional(),
  /** What it is about, and what it tells of it: ids of `subjects.yaml`. */
  subject: ids.default([]),
  aspect: ids.default([]),
  claims: z.array(claim).default([]),
  /** The answer in fewer and plainer words. */
  plainer: z.string().trim().min(1).optional(),
}
const provenance = { source: id, section: z.string().trim().min(1), asOf: month }

/** The front matter of an entry: Markdown with a bold first sentence follows it. */
export const frontMatter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), ...common, ...provenance }),
  z.strictObject({ kind: z.literal('not-stated'), ...common, ...provenance }),
  z.strictObject({ kind: z.literal('signpost'), ...common, ...z.object(provenance).partial().shape }),
  z.strictObject({
    kind: z.literal('smalltalk'),
    ...common,
    ...z.object(provenance).partial().shape,
    outcome: z.literal('refused').optional(),
  }),
])
export type FrontMatter = z.infer<typeof frontMatter>

/** A published document: what each of its sections states, in our own words, and every figure in it. */
export const source = z.strictObject({
  id,
  title: z.string().min(1),
  publisher: z.string().min(1),
  date: day,
  url: z.url().optional(),
  sections: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        facts: z.array(z.string()).default([]),
        figures: z.array(z.coerce.string()).default([]),
      }),
    )
    .min(1),
})
export type Source = z.infer<typeof source>

/** An action that a person may ask for, and how they ask. */
export const intent = z.strictObject({
  action: id,
  description: z.string().min(1),
  roles: z.array(z.enum(['staff', 'manager', 'hr'])).min(1),
  /** Entries and actions that people ask for next. */
  related: z.array(id).default([]),
  phrasings,
})
export type Intent = z.infer<typeof intent>

const contact = z.object({
  name: z.string().min(1),
  jobTitle: z.string().min(1),
  topics: z.array(id).default([]),
})

const text = z.string().trim().min(1)

const cohort = z.object({ id, name: text, state: z.enum(['open', 'closed']).default('closed') })
const figure = z.object({ stage: id, label: text, count: z.number().int().min(0), asOf: month })
const status = z.object({
  id,
  label: text,
  next: z.enum(['hr', 'person', 'nobody']),
  badNews: z.boolean().default(false),
  mayRegisterAnew: z.boolean().default(false),
  phrasings: z.array(text).default([]),
})
const step = z.object({ id, title: text, whose: z.enum(['trust', 'you']), text })

/** What a person is told before they save anything; a new version for every change of a word. */
const privacyNotice = z.object({
  version: text,
  controller: text,
  dataProtectionOfficer: text,
  purpose: text,
  lawfulBasis: text,
  recipients: text,
  howLong: text,
  rights: text,
  complaints: text,
  questions: text.optional(),
  /** Who sees a field, and what it is called, by the field's name; `other` serves those not named. */
  fields: z.record(z.string(), z.object({ label: text.optional(), seenBy: text })).default({}),
  other: z.object({ seenBy: text }).default({ seenBy: 'You and the HR officers who run the programme.' }),
})
export type PrivacyNotice = z.infer<typeof privacyNotice>

/** The privacy notice of a trust that has not written its own. */
const generalNotice: PrivacyNotice = {
  version: 'none',
  controller: 'Your trust is the controller of what you tell us here.',
  dataProtectionOfficer: "Your trust's data protection officer can tell you more.",
  purpose: 'We use it to plan the programme and to tell you about posts.',
  lawfulBasis: "Your trust's privacy notice says on what lawful basis.",
  recipients: 'The HR officers who run the programme see it. Your colleagues and your manager do not.',
  howLong: "We keep it for as long as your trust's privacy notice says.",
  rights: 'You can see, correct, download and erase it here, under My data.',
  complaints: "You can complain to the Information Commissioner's Office at ico.org.uk.",
  fields: {},
  other: { seenBy: 'You and the HR officers who run the programme.' },
}

/** The trust and its programme: what another trust replaces first. Each part left out has a general default. */
export const programme = z.object({
  trust: z.object({ name: text, shortName: text }).default({ name: 'your trust', shortName: 'the trust' }),
  programme: z
    .object({ name: text, abbreviation: text, asOf: month.optional() })
    .default({ name: 'Assistant Practitioner programme', abbreviation: 'AP' }),
  contacts: z.array(contact).default([]),
  routes: z.record(z.string(), text).default({}),
  cohorts: z.array(cohort).default([]),
  laterCohort: text.default('Any later cohort'),
  /** How it is said that something is not published: the first is that of the entries, and replies take turns. */
  silences: z.array(text).default([]),
  figures: z.array(figure).default([]),
  figuresSource: z.object({ source: id, section: text }).optional(),
  statuses: z.array(status).default([]),
  wayIn: z.array(step).default([]),
  afterInterest: z.array(text).default([]),
  /** The entry that answers who asks whether they may register. */
  whoItIsFor: id.optional(),
  privacyNotice: privacyNotice.default(generalNotice),
})
export type Programme = z.infer<typeof programme>
