import type { Deployment } from './deployment.ts'
import { type Fault, under } from './fault.ts'

const switches = [
  ['openAi', 'Microsoft.CognitiveServices/accounts'],
  ['openAi', 'Microsoft.CognitiveServices/accounts/deployments'],
  ['stagingSlot', 'Microsoft.Web/sites/slots'],
] as const

/** Whether the sizes go together, and what must be there at all is there. */
export const checkPlace = ({ resources, parameters }: Deployment): Fault[] => {
  const faults: Fault[] = []
  const say = (at: string, what: string, cure: string): void => void faults.push({ at, rule: 'place', what, cure })
  const ofType = (type: string) => resources.filter((one) => one.type === type)
  const live = parameters.environment === 'live'
  const slots = ofType('Microsoft.Web/sites/slots')

  for (const { at, body } of ofType('Microsoft.Web/serverfarms')) {
    const sku = String(under(body, 'sku', 'name'))
    const capacity = Number(under(body, 'sku', 'capacity'))
    const small = sku.startsWith('B')
    if (small && slots.length > 0) say(at, `${sku} has no slots`, 'Set stagingSlot to false, or planSku to a P size')
    if (Number(parameters.maxInstances) < capacity) say(at, 'maxInstances is below minInstances', 'Raise it')
    if (small && Number(parameters.maxInstances) > capacity)
      say(at, `${sku} does not scale out`, 'Set planSku to a P size')
    if (live && small) say(at, `${sku} is no size for live`, 'Set planSku to a P size')
    if (live && capacity < 2)
      say(at, 'one instance alone is live', 'Set minInstances to 2: one may be replaced any time')
    if (under(body, 'properties', 'zoneRedundant') === true && (small || capacity < 2 || body.location !== 'uksouth')) {
      say(at, 'it cannot be zone redundant', 'Use uksouth, a P size and two instances, or set zoneRedundant to false')
    }
  }
  for (const [switched, type] of switches) {
    if (parameters[switched] === true) continue
    for (const { at } of ofType(type))
      say(at, `it is there, and ${switched} is false`, `Give it the condition ${switched}`)
  }
  if (live && slots.length === 0) say('parameters', 'live has no staging slot', 'Set stagingSlot to true')

  const once = [
    'Microsoft.Web/sites',
    'Microsoft.DocumentDB/databaseAccounts',
    'Microsoft.KeyVault/vaults',
    'Microsoft.ManagedIdentity/userAssignedIdentities',
    'Microsoft.BotService/botServices',
    'Microsoft.BotService/botServices/channels',
    'Microsoft.Insights/components',
  ]
  for (const type of once) {
    const found = ofType(type).length
    if (found !== 1) say('template', `${type} is there ${found} times`, 'Declare it once')
  }
  const publishing = resources.filter(({ type }) => type.endsWith('/basicPublishingCredentialsPolicies'))
  for (const { at, id } of resources.filter(({ type }) => /^Microsoft\.Web\/sites(\/slots)?$/.test(type))) {
    for (const door of ['ftp', 'scm']) {
      if (publishing.some((one) => one.id === `${id}/basicPublishingCredentialsPolicies/${door}`)) continue
      const what = `a password opens ${door}`
      faults.push({ at, rule: 'secret', what, cure: `Add basicPublishingCredentialsPolicies/${door} with allow false` })
    }
  }
  return faults
}
