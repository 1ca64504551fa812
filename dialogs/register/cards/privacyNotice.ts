import type { PrivacyNotice } from '../../../knowledge/content/schema.ts'
import type { CardBlock } from '../../cards/cardContent.ts'
import { text, toggleVisibility } from '../../cards/elements.ts'

const WHOLE = 'privacy-notice'

const HEADINGS: [Exclude<keyof PrivacyNotice, 'version' | 'fields' | 'other'>, string][] = [
  ['controller', 'Who is responsible'],
  ['dataProtectionOfficer', 'Data protection officer'],
  ['purpose', 'Why we ask'],
  ['lawfulBasis', 'Lawful basis'],
  ['recipients', 'Who sees it'],
  ['howLong', 'How long we keep it'],
  ['rights', 'Your rights'],
  ['complaints', 'Complaints'],
  ['questions', 'Questions you ask the bot'],
]

/** The privacy notice above Save: who sees it and how long it is kept, and the whole of it at a press. */
export function privacyParts(notice: PrivacyNotice): CardBlock[] {
  const title = `Privacy notice, version ${notice.version}`
  const parts = HEADINGS.flatMap(([key, name]) => (notice[key] ? [{ name, line: notice[key] }] : []))
  return [
    {
      kind: 'element',
      elements: [
        text(title, { weight: 'Bolder', spacing: 'Large', separator: true, style: 'heading' }),
        text(`${notice.recipients} ${notice.howLong}`, { size: 'Small' }),
        {
          type: 'Container',
          id: WHOLE,
          isVisible: false,
          items: parts.flatMap(({ name, line }) => [
            text(name, { weight: 'Bolder', size: 'Small' }),
            text(line, { size: 'Small', spacing: 'None' }),
          ]),
        },
        { type: 'ActionSet', actions: [toggleVisibility('Read the whole notice', WHOLE)] },
      ],
      text: [`**${title}**`, ...parts.map(({ name, line }) => `${name}: ${line}`)].join('\n\n'),
    },
  ]
}
