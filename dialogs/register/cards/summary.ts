import { createHash } from 'node:crypto'
import type { PrivacyNotice } from '../../../knowledge/content/schema.ts'
import { type CardContent, replyOf, subtle, userText, words } from '../../cards/cardContent.ts'
import type { InterestDraft } from '../../interest/interest.ts'
import { FIELD_NAMES } from '../../interest/interestFields.ts'
import { fieldFacts, fieldValue, LABELS, NOT_AN_APPLICATION } from '../../interest/labels.ts'
import type { Reply } from '../../reply.ts'
import type { RegisterVerb } from '../dialogIds.ts'
import { privacyParts } from './privacyNotice.ts'

type Draft = Pick<InterestDraft, 'fields' | 'cohortId'>

/** What a summary shows, in short: its Save saves that alone, though more was typed since. */
export const summaryKey = ({ fields, cohortId }: Draft): string =>
  createHash('sha256')
    .update(JSON.stringify([cohortId ?? '', ...FIELD_NAMES.map((field) => fields[field] ?? null)]))
    .digest('base64url')
    .slice(0, 16)

const OPTIONAL = ['email', 'service', 'base', 'manager', 'why', 'reach'] as const

/** What was typed, to be checked before it is saved. */
export function summaryReply(draft: Draft, cohortName: string, notice: PrivacyNotice): Reply {
  const missing = OPTIONAL.filter((field) => fieldValue(draft.fields, field) === '').map((field) =>
    LABELS[field].replace(/^./, (letter) => letter.toLowerCase()),
  )
  const data = {
    typed: 'true',
    shows: summaryKey(draft),
    noticeVersion: notice.version,
    ...(draft.cohortId && { cohortId: draft.cohortId }),
  }
  return replyOf({
    title: 'Is this right?',
    blocks: [
      words(NOT_AN_APPLICATION),
      { kind: 'facts', facts: [...fieldFacts(draft.fields), { label: 'Cohort', value: userText(cohortName) }] },
      ...(missing.length > 0 ? [subtle(`You can add, if you want to: ${missing.join(', ')}.`)] : []),
      ...privacyParts(notice),
      words('Nothing is saved yet.'),
    ],
    actions: [
      { title: 'Save', verb: 'interest/save', data, style: 'positive', typedAlternative: 'yes' },
      { title: 'Change', verb: 'interest/form', typedAlternative: 'change my band' },
      { title: 'Cancel', verb: 'interest/cancel', typedAlternative: 'cancel' },
    ],
  } satisfies CardContent<RegisterVerb>)
}
