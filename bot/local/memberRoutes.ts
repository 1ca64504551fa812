import type { Server } from 'restify'
import type { Conversations } from './conversations.ts'
import { handler, param, Refusal, sendJson } from './http.ts'
import type { LocalPerson } from './people.ts'
import { conversationOr404 } from './wireRoutes.ts'

/** A member as Teams describes one: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context */
const teamsMember = ({ id, name, aadObjectId, tenantId, email }: LocalPerson) => {
  const [givenName = name, ...rest] = name.split(' ')
  return {
    id,
    name,
    objectId: aadObjectId,
    aadObjectId,
    givenName,
    surname: rest.join(' '),
    email,
    userPrincipalName: email,
    tenantId,
    userRole: 'user',
  }
}

/** Who is in a conversation: in a personal one, that person alone. */
export const memberRoutes = (server: Server, conversations: Conversations): void => {
  const at = '/local/v3/conversations/:id'
  const memberOf = (id: string) => conversationOr404(conversations, id).member

  server.get(
    `${at}/members`,
    handler(async (req, res) => sendJson(res, 200, [teamsMember(memberOf(param(req, 'id')))])),
  )
  server.get(
    `${at}/pagedmembers`,
    handler(async (req, res) => sendJson(res, 200, { members: [teamsMember(memberOf(param(req, 'id')))] })),
  )
  server.get(
    `${at}/members/:memberId`,
    handler(async (req, res) => {
      const member = memberOf(param(req, 'id'))
      const asked = param(req, 'memberId')
      if (asked !== member.id && asked.toLowerCase() !== member.aadObjectId) {
        throw new Refusal(404, 'MemberNotFoundInConversation', 'Member not found.')
      }
      sendJson(res, 200, teamsMember(member))
    }),
  )
}
