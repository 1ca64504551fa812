import type { Deployment } from './deployment.ts'
import { type Fault, into, type Json, listOf, under } from './fault.ts'

/**
 * What each type must send, and may send besides. Left out on purpose: the site's HTTP logs, since the address of a
 * download holds its token, and Cosmos DB's query texts and partition keys, since they may point at a person.
 */
const wanted: Readonly<Record<string, { must: readonly string[]; may?: readonly string[] }>> = {
  'Microsoft.Web/serverfarms': { must: ['AllMetrics'] },
  'Microsoft.Web/sites': {
    must: ['AppServiceConsoleLogs', 'AppServicePlatformLogs', 'AppServiceAuditLogs'],
    may: ['AppServiceIPSecAuditLogs', 'AllMetrics'],
  },
  'Microsoft.Web/sites/slots': {
    must: ['AppServiceConsoleLogs', 'AppServicePlatformLogs', 'AppServiceAuditLogs'],
    may: ['AppServiceIPSecAuditLogs', 'AllMetrics'],
  },
  'Microsoft.DocumentDB/databaseAccounts': { must: ['ControlPlaneRequests', 'DataPlaneRequests'], may: ['Requests'] },
  'Microsoft.KeyVault/vaults': { must: ['AuditEvent'], may: ['AzurePolicyEvaluationDetails', 'AllMetrics'] },
  'Microsoft.CognitiveServices/accounts': { must: ['Audit', 'RequestResponse'], may: ['AllMetrics'] },
  'Microsoft.BotService/botServices': { must: ['BotRequest'], may: ['AllMetrics'] },
  'Microsoft.Insights/autoscalesettings': { must: ['AutoscaleScaleActions'], may: ['AutoscaleEvaluations'] },
  'Microsoft.OperationalInsights/workspaces': { must: ['Audit'], may: ['AllMetrics'] },
  'Microsoft.Network/virtualNetworks': { must: ['AllMetrics'] },
}

const sent = (body: Json | undefined): readonly Json[] => [
  ...listOf(under(body, 'properties', 'logs')),
  ...listOf(under(body, 'properties', 'metrics')),
]

const isOn = (category: string) => (one: Json) => under(one, 'category') === category && under(one, 'enabled') === true

/** Whether every resource that has diagnostic settings sends what it should to a workspace that is there. */
export const checkDiagnostics = ({ resources }: Deployment): Fault[] => {
  const settings = resources.filter(({ type }) => type === 'Microsoft.Insights/diagnosticSettings')
  const workspaces = resources
    .filter(({ type }) => type === 'Microsoft.OperationalInsights/workspaces')
    .map(({ id }) => id)

  const missing = resources.flatMap(({ at, id, type }): Fault[] => {
    const row = wanted[type]
    if (!row) return []
    const own = settings.find(({ body }) => body.scope === id)
    if (!own)
      return [{ at, rule: 'diagnostics', what: 'it has no diagnostic setting', cure: 'Add one with its id as scope' }]
    const place = into(own.at, 'properties')
    const elsewhere: Fault = {
      at: place,
      rule: 'diagnostics',
      what: 'it goes to no workspace',
      cure: 'Set workspaceId',
    }
    const goes = workspaces.some((workspace) => workspace === under(own.body, 'properties', 'workspaceId'))
    const silent = row.must.filter((category) => !sent(own.body).some(isOn(category)))
    const strange = sent(own.body)
      .map((one) => String(under(one, 'category')))
      .filter((category) => ![...row.must, ...(row.may ?? [])].includes(category))
    return [
      ...(goes ? [] : [elsewhere]),
      ...silent.map((category): Fault => {
        return { at: place, rule: 'diagnostics', what: `${category} is not sent`, cure: 'Add it, enabled' }
      }),
      ...strange.map((category): Fault => {
        const cure = 'Take it out, or allow it in deploy/azure/check/diagnostics.ts'
        return { at: place, rule: 'diagnostics', what: `${category} is not to be sent`, cure }
      }),
    ]
  })
  return missing
}
