import { expect } from 'chai'
import { readConfig } from '../../../bot/config.ts'
import { graphToken } from '../../../bot/identity/graphToken.ts'
import { rolesOf } from '../../../bot/identity/roles.ts'
import { rolesFromGraph } from '../../../bot/identity/rolesFromGraph.ts'
import { createLogger } from '../../../bot/logger.ts'
import { type Graph, signInInTheClear, startGraph } from '../../support/graph.ts'

const groups = { manager: '0f000000-0000-4000-8000-00000000000b', hr: '0f000000-0000-4000-8000-00000000000a' }
const app = { appId: 'app', password: 'secret', tenantId: 'tenant', type: 'SingleTenant' as const }
const sam = '0f000000-0000-4000-8000-000000000001'

describe('roles from Microsoft Graph', () => {
  let graph: Graph
  let now = 1
  let lines: string[] = []
  const log = createLogger('info', { write: (line) => lines.push(line) })

  beforeEach(async () => {
    now = 1
    lines = []
    graph = await startGraph()
  })
  afterEach(() => graph.close())

  const source = (options: { timeoutMs?: number; token?: () => Promise<string> } = {}) =>
    rolesFromGraph({
      groups,
      baseUrl: graph.url,
      token: graphToken(app, graph.url, signInInTheClear),
      log,
      now: () => now,
      ...options,
    })
  const roleOf = (from = source()) => from.roleOf('tenant', sam)

  it('are those of the groups somebody is in; HR wins', async () => {
    const cases: [string[], string][] = [
      [[], 'staff'],
      [['another group'], 'staff'],
      [[groups.manager], 'manager'],
      [[groups.hr], 'hr'],
      [[groups.manager, groups.hr], 'hr'],
    ]
    for (const [theirs, role] of cases) {
      graph.groups.set(sam, theirs)
      expect(await roleOf()).to.equal(role)
    }
    expect(graph.calls[0]).to.deep.equal({
      objectId: sam,
      authorization: 'Bearer token-1',
      groupIds: [groups.hr, groups.manager],
    })
  })

  it('are asked for as the app, with a token that is used again', async () => {
    const roles = source()
    graph.groups.set(sam, [groups.hr])
    await roleOf(roles)
    await roles.roleOf('tenant', 'somebody else')
    expect(graph.tokenCalls).to.have.length(1)
    expect(graph.tokenCalls[0]).to.include({
      client_id: 'app',
      client_secret: 'secret',
      grant_type: 'client_credentials',
      scope: `${graph.url}/.default`,
    })
  })

  it('are kept for five minutes, and asked for once by turns that come together', async () => {
    const roles = source()
    graph.groups.set(sam, [groups.hr])
    expect(await Promise.all([roleOf(roles), roleOf(roles)])).to.deep.equal(['hr', 'hr'])
    graph.groups.set(sam, [])
    now = 300_000
    expect(await roleOf(roles)).to.equal('hr')
    expect(graph.calls).to.have.length(1)
    now = 300_002
    expect(await roleOf(roles)).to.equal('staff')
  })

  it('are staff for somebody whom Graph does not know', async () => {
    expect(await roleOf()).to.equal('staff')
    expect(lines).to.deep.equal([])
  })

  it('are asked for once more when Graph says when', async () => {
    graph.groups.set(sam, [groups.hr])
    graph.failNext({ status: 429, headers: { 'retry-after': '0' } })
    expect(await roleOf()).to.equal('hr')
    expect(graph.calls).to.have.length(2)
  })

  const failures: [string, { status: number; headers?: Record<string, string> }[]][] = [
    ['has too much to do, twice', [{ status: 429, headers: { 'retry-after': '0' } }, { status: 429 }]],
    ['has too much to do for long', [{ status: 429, headers: { 'retry-after': '600' } }]],
    ['fails', [{ status: 500 }]],
    ['does not let the app ask', [{ status: 403 }]],
    ['does not answer in time', [{ status: 0 }]],
  ]
  for (const [how, failing] of failures) {
    it(`are closed when Graph ${how}, and asked for again soon`, async () => {
      const roles = source({ timeoutMs: 100 })
      graph.groups.set(sam, [groups.hr])
      graph.failNext(...failing)
      expect(await roleOf(roles)).to.equal('staff')
      expect(lines.join()).to.include('did not say who this is').and.not.include(sam)
      now = 10_000
      expect(await roleOf(roles)).to.equal('staff')
      expect(graph.calls).to.have.length(failing.length)
      now = 10_002
      expect(await roleOf(roles)).to.equal('hr')
    })
  }

  it('are closed when there is no token, or nothing at all', async () => {
    graph.groups.set(sam, [groups.hr])
    expect(await roleOf(source({ token: () => Promise.reject(new Error('No.')) }))).to.equal('staff')
    const roles = source()
    await graph.close()
    expect(await roleOf(roles)).to.equal('staff')
  })

  it('are what the settings choose: a group alone, the file, or the people of the chat page', async () => {
    const people = new Map([[sam, 'manager' as const]])
    const env = { GRAPH_ROLES: `hr=${groups.hr}`, GRAPH_BASE_URL: graph.url }
    const chosen = (settings: Record<string, string>) =>
      rolesOf(readConfig(settings), { log, people, signInClient: signInInTheClear }).roleOf('tenant', sam)
    graph.groups.set(sam, [groups.hr])
    expect(await chosen(env)).to.equal('hr')
    expect(graph.calls[0]).to.deep.include({ groupIds: [groups.hr], authorization: undefined })
    expect(await chosen({})).to.equal('manager')
    const registered = { MICROSOFT_APP_ID: sam, MICROSOFT_APP_TENANT_ID: sam, MICROSOFT_APP_PASSWORD: 'secret' }
    expect(await chosen(registered)).to.equal('staff')
    expect(await chosen({ ...registered, ...env })).to.equal('hr')
    expect(graph.tokenCalls).to.have.length(1)
    expect(await chosen({ ...registered, ...env, STAFF_TENANT_ID: groups.hr })).to.equal('hr')
    expect(graph.tokenTenants).to.deep.equal([sam, groups.hr])
  })
})
