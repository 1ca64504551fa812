import type { PrivacyNotice } from '../../../knowledge/content/schema.ts'
import type { CardBlock } from '../../cards/cardContent.ts'

const WHOLE = 'privacy-notice'

type Line = Exclude<keyof PrivacyNotice, 'version' | 'fields' | 'other'>

const HEADINGS: [Line, string][] = [
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

/** The whole notice, part by part. */
const lines = (notice: PrivacyNotice): [string, string][] =>
  HEADINGS.flatMap(([key, title]) => {
    const text = notice[key]
    return text ? [[title, text]] : []
  })

/** The privacy notice above Save: who sees it and how long it is kept, and the whole of it at a press. */
export function privacyParts(notice: PrivacyNotice): CardBlock[] {
  const title = `Privacy notice, version ${notice.version}`
  return [
    {
      kind: 'element',
      elements: [
        {
          type: 'TextBlock',
          text: title,
          wrap: true,
          weight: 'Bolder',
          spacing: 'Large',
          separator: true,
          style: 'heading',
        },
        { type: 'TextBlock', text: `${notice.recipients} ${notice.howLong}`, wrap: true, size: 'Small' },
        {
          type: 'Container',
          id: WHOLE,
          isVisible: false,
          items: lines(notice).flatMap(([name, text]) => [
            { type: 'TextBlock', text: name, wrap: true, weight: 'Bolder', size: 'Small' },
            { type: 'TextBlock', text, wrap: true, size: 'Small', spacing: 'None' },
          ]),
        },
        {
          type: 'ActionSet',
          actions: [{ type: 'Action.ToggleVisibility', title: 'Read the whole notice', targetElements: [WHOLE] }],
        },
      ],
      text: [`**${title}**`, ...lines(notice).map(([name, text]) => `${name}: ${text}`)].join('\n\n'),
    },
  ]
}
