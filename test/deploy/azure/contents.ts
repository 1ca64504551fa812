import { isDeepStrictEqual } from 'node:util'
import { CONTAINERS } from '../../../bot/stores/cosmos/containers.ts'
import { type Deployment, type Finding, finding, idOf, listOf, under } from './template.ts'

type Declared = (typeof CONTAINERS)[number]

/** A container as the store declares it, written out with Azure's defaults. */
const whole = ({ partitionKey, indexingPolicy, ...rest }: Declared) => ({
  ...rest,
  partitionKey: { ...(partitionKey as object), kind: 'Hash', version: 2 },
  indexingPolicy: { indexingMode: 'consistent', automatic: true, ...indexingPolicy },
})

const kind = 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases'

/** Whether each database has the containers that the store declares, those alone, and each as declared. */
export const checkContainers = ({ resources }: Deployment): Finding[] => {
  const containers = resources.filter(({ type }) => type === `${kind}/containers`)
  const within = resources
    .filter(({ type }) => type === kind)
    .flatMap(({ at, names, condition }) =>
      CONTAINERS.flatMap((declared) => {
        const own = containers.find(({ id }) => id === idOf(`${kind}/containers`, ...names, `'${declared.id}'`))
        if (!own || own.condition !== condition)
          return [
            finding(at, `it has no container ${declared.id}`, 'Add it, with its condition: the bot may not make it'),
          ]
        const given = under(own.filled, 'properties/resource') ?? {}
        const parts = new Set([...Object.keys(given as object), ...Object.keys(whole(declared))])
        return [...parts]
          .filter((part) => !isDeepStrictEqual(under(given, part), under(whole(declared), part)))
          .map((part) => {
            const what = `it is ${JSON.stringify(under(given, part))}, and the store declares another`
            return finding(
              `${own.at}/properties/resource/${part}`,
              what,
              'Make it as in bot/stores/cosmos/containers.ts',
            )
          })
      }),
    )
  const extra = containers
    .filter(({ names }) => !CONTAINERS.some(({ id }) => names.at(-1) === `'${id}'`))
    .map(({ at, id }) => finding(at, `the store declares no ${id}`, 'Remove it, or correct its name'))
  return [...within, ...extra]
}

const siteLogs = ['AppServiceConsoleLogs', 'AppServicePlatformLogs', 'AppServiceAuditLogs', 'AppServiceIPSecAuditLogs']

/**
 * What each type sends. Left out on purpose: the site's HTTP logs, since the address of a download holds its token, and
 * Cosmos DB's query texts and partition keys, since they may point at a person.
 */
const sends: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.Web/serverfarms': ['AllMetrics'],
  'Microsoft.Web/sites': [...siteLogs, 'AllMetrics'],
  'Microsoft.Web/sites/slots': siteLogs,
  'Microsoft.DocumentDB/databaseAccounts': ['ControlPlaneRequests', 'DataPlaneRequests', 'Requests'],
  'Microsoft.KeyVault/vaults': ['AuditEvent', 'AzurePolicyEvaluationDetails', 'AllMetrics'],
  'Microsoft.CognitiveServices/accounts': ['Audit', 'RequestResponse', 'AllMetrics'],
  'Microsoft.BotService/botServices': ['BotRequest', 'AllMetrics'],
  'Microsoft.Insights/autoscalesettings': ['AutoscaleEvaluations', 'AutoscaleScaleActions'],
  'Microsoft.OperationalInsights/workspaces': ['Audit'],
  'Microsoft.Network/virtualNetworks': ['AllMetrics'],
}

/** Whether every resource that can have a diagnostic setting sends what it should, and that alone, to the workspace. */
export const checkDiagnostics = ({ resources }: Deployment): Finding[] => {
  const ofType = (wanted: string) => resources.filter(({ type }) => type === `Microsoft.${wanted}`)
  const workspaces = ofType('OperationalInsights/workspaces').map(({ id }) => `[${id}]`)
  return resources.flatMap(({ at, id, type }) => {
    const wanted = sends[type]
    if (!wanted) return []
    const own = ofType('Insights/diagnosticSettings').find(({ parent }) => parent === id)
    if (!own) return [finding(at, 'it has no diagnostic setting', 'Add one with its id as scope')]
    const { logs, metrics, workspaceId } = (own.raw.properties ?? {}) as Record<string, unknown>
    const on = [...listOf(logs), ...listOf(metrics)]
      .filter((one) => under(one, 'enabled') === true)
      .map((one) => under(one, 'category'))
    const sent = isDeepStrictEqual(on, wanted) && workspaces.includes(String(workspaceId))
    const cure = `Send ${wanted.join(', ')} to the workspace, and nothing else`
    return sent ? [] : [finding(`${own.at}/properties`, `it sends ${on.join(', ')} to ${workspaceId}`, cure)]
  })
}
