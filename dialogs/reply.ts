import type { IAdaptiveCard } from '@microsoft/teams.cards'

/** An Adaptive Card as JSON. */
export type AdaptiveCard = IAdaptiveCard

/** A source that a reader can open, as Teams shows it: `[1]` in the text stands for the first. */
export interface Citation {
  name: string
  abstract: string
  url?: string
}

/** What the bot says: words first, so that it is whole where no card can be shown. */
export interface Reply {
  /** Markdown. With a card, the same in words. */
  text: string
  card?: AdaptiveCard
  citations?: readonly Citation[]
  /** Up to three things that the person may say next. */
  suggestions?: readonly string[]
  /** Whether thumbs stand under it. */
  feedback?: boolean
  /** Whether its notification must not show what it says. */
  personal?: boolean
  /** The entries that it tells, so that a thumb on it finds them. */
  entries?: readonly string[]
  /** A card of Teams' own for a file, sent in place of the words. */
  fileCard?: FileCard
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4 */
export interface FileCard {
  contentType: string
  name: string
  contentUrl?: string
  content: Record<string, unknown>
}

/** What Bot Framework sends for it: an activity, as far as a reply fills it in. */
interface ReplyActivity {
  type: 'message'
  text?: string
  textFormat?: 'markdown'
  summary?: string
  attachments?: (FileCard | { contentType: string; content: AdaptiveCard })[]
  entities?: MessageEntity[]
  suggestedActions?: { to: string[]; actions: { type: 'imBack'; title: string; value: string }[] }
  channelData?: Record<string, unknown>
}

type MessageEntity = { type: string } & Record<string, unknown>

const CARD = 'application/vnd.microsoft.card.adaptive'
/** Teams' limits: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
const LIMITS = { citations: 20, name: 80, abstract: 160, suggestions: 3 }

const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`)

/**
 * A reply as the activity that carries it. A card goes without the words beside it, which stay as its summary.
 * @param cards whether the channel shows cards
 */
export function activityOf(reply: Reply, cards = true): ReplyActivity {
  if (reply.fileCard) return { type: 'message', attachments: [reply.fileCard] }
  const { card, suggestions = [] } = cards ? reply : { ...reply, card: undefined }
  const entity = messageEntity(reply)
  return {
    type: 'message',
    textFormat: 'markdown',
    ...(card
      ? {
          summary: reply.personal ? 'You have a message' : cut(reply.text, 200),
          attachments: [{ contentType: CARD, content: card }],
        }
      : { text: reply.text }),
    ...(entity && { entities: [entity] }),
    ...(suggestions.length > 0 && {
      suggestedActions: {
        to: [],
        actions: suggestions
          .slice(0, LIMITS.suggestions)
          .map((say) => ({ type: 'imBack' as const, title: say, value: say })),
      },
    }),
    ...(reply.feedback && { channelData: { feedbackLoop: { type: 'default' } } }),
  }
}

/** schema.org's Message, where Teams looks for citations. */
function messageEntity({ text, citations = [] }: Reply): MessageEntity | undefined {
  const cited = citations
    .map((citation, i) => ({ citation, position: i + 1 }))
    .filter(({ position }) => position <= LIMITS.citations && text.includes(`[${position}]`))
  if (cited.length === 0) return undefined
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    citation: cited.map(({ citation, position }) => ({
      '@type': 'Claim',
      position,
      appearance: {
        '@type': 'DigitalDocument',
        name: cut(citation.name, LIMITS.name),
        abstract: cut(citation.abstract, LIMITS.abstract),
        ...(citation.url && { url: citation.url }),
      },
    })),
  }
}
