import type { Activity } from 'botbuilder'
import type { LocalPerson } from './people.ts'

export const botAccount = { id: '28:local-bot', name: 'Assistant Practitioner programme' } as const

let lastId = 0

/** Unique and rising, also over a restart: like those of Teams, the time in milliseconds. */
export const newActivityId = (): string => {
  lastId = Math.max(lastId + 1, Date.now())
  return String(lastId)
}

interface Sender {
  readonly member: LocalPerson
  readonly conversationId: string
  readonly serviceUrl: string
}

/**
 * An activity as Teams posts it to a bot in a personal chat, around what is particular to this one.
 * Source: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-activities and
 * https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability
 */
export const teamsActivity = (sender: Sender, particular: Partial<Activity>): Partial<Activity> => ({
  id: newActivityId(),
  timestamp: new Date().toISOString() as unknown as Date,
  localTimestamp: new Date().toISOString() as unknown as Date,
  localTimezone: 'Europe/London',
  channelId: 'msteams',
  serviceUrl: sender.serviceUrl,
  from: { id: sender.member.id, name: sender.member.name, aadObjectId: sender.member.aadObjectId },
  recipient: { ...botAccount },
  conversation: {
    id: sender.conversationId,
    conversationType: 'personal',
    tenantId: sender.member.tenantId,
  } as Activity['conversation'],
  channelData: { tenant: { id: sender.member.tenantId }, source: { name: 'text' } },
  locale: 'en-GB',
  entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
  ...particular,
})

/** The two activities by which Teams tells a bot that somebody has added it. */
export const installation = (sender: Sender): Partial<Activity>[] => [
  teamsActivity(sender, {
    type: 'installationUpdate',
    action: 'add',
    channelData: {
      tenant: { id: sender.member.tenantId },
      settings: { selectedChannel: {} },
      source: { name: 'message' },
    },
  }),
  teamsActivity(sender, { type: 'conversationUpdate', membersAdded: [{ ...botAccount }] }),
]
