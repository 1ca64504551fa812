import type { Plant } from './plant.ts'
import { give, remove, set, setInTemplate, setting } from './shipped.ts'

const container = 'DocumentDB/databaseAccounts/sqlDatabases/containers'
const plan = 'Web/serverfarms'
const planOf = (name: string) => `[resourceId('Microsoft.Web/serverfarms', ${name})]`
const model = "resourceId('Microsoft.CognitiveServices/accounts', variables('openAi'))"
const identity = "resourceId('Microsoft.ManagedIdentity/userAssignedIdentities', variables('identity'))"

/** Faults in how the template hangs together, and in what it is given. */
export const plantedOrder: readonly Plant[] = [
  ['a dependsOn on nothing', 'reference', 'dependsOn/0', set('Web/sites', 'dependsOn/0', planOf("'other'"))],
  ['no wait for the plan', 'reference', 'targetResourceUri', set('Insights/autoscalesettings', 'dependsOn', [])],
  ['no wait for the database', 'reference', 'resources', set(container, 'dependsOn', [])],
  ['an id of nothing', 'reference', 'serverFarmId', set('Web/sites', 'properties/serverFarmId', planOf("'other'"))],
  ['a network that is gone', ['expression', 'reference'], 'subnet', remove('Network/virtualNetworks')],
  [
    'a circle',
    'reference',
    'dependsOn',
    set(plan, 'dependsOn', ["[resourceId('Microsoft.Web/sites', variables('site'))]"]),
  ],
  [
    'a resource that stands twice',
    ['reference', 'container'],
    'resources',
    set(container, 'name', "[format('{0}/{1}/interests', variables('cosmos'), variables('database'))]", 1),
  ],
  [
    'the state of what is left out',
    'reference',
    'value',
    setting('HOST', `[reference(${model}, '2024-10-01').endpoint]`),
  ],
  [
    'a state asked too early',
    ['reference', 'diagnostics'],
    'resources',
    set(plan, 'name', `[reference(${identity}, '2023-01-31').clientId]`),
  ],
  ['a name without its parents', ['reference', 'container'], 'resources', set(container, 'name', 'interests')],
  [
    'an id with a name too few',
    'reference',
    'resources',
    set(container, 'dependsOn', ["[resourceId('Microsoft.Web/sites')]"]),
  ],

  ['a parameter unknown', 'parameter', 'parameters#/parameters/planSize', give('planSize', 'P1v3')],
  [
    'a parameter without a value',
    'template',
    'deployFrom',
    ({ parameters }) => Object.assign(parameters, { parameters: { deployFrom: {} } }),
  ],
  ['a parameter missing', 'parameter', 'parameters#/parameters/deployFrom', give('deployFrom')],
  ['a parameter of another type', ['parameter', 'schema'], 'minInstances', give('minInstances', '2')],
  ['a parameter that is not allowed', ['parameter', 'value'], 'location', give('location', 'eastus')],
  ['a parameter too great', 'parameter', 'cosmosMaxThroughput', give('cosmosMaxThroughput', 20_000)],
  ['a name too long', 'parameter', 'name', give('name', 'assistant-practitioner')],
  [
    'a parameter not used',
    'expression',
    'spare',
    setInTemplate('parameters/spare', { type: 'string', defaultValue: '' }),
  ],
  ['a variable not used', 'expression', 'spare', setInTemplate('variables/spare', 'x')],
  ['groups that are no ids', 'setting', 'appSettings', give('graphRoles', 'manager=Managers')],
  ['an address that is none', 'parameter', 'deployFrom', give('deployFrom', 'our office')],

  [
    'an unknown function',
    'expression',
    'variables/base',
    setInTemplate('variables/base', "[join(parameters('name'), '-')]"),
  ],
  [
    'an unknown function where a condition leaves it out',
    'expression',
    'customSubDomainName',
    set('CognitiveServices/accounts', 'properties/customSubDomainName', '[newGuid()]'),
  ],
  [
    'an unknown variable',
    ['expression', 'reference'],
    'name',
    set('Network/privateDnsZones', 'name', "[variables('zone')]"),
  ],
  [
    'an expression that does not end',
    ['expression', 'reference'],
    'name',
    set('Network/privateDnsZones', 'name', "[variables('plan']"),
  ],
  ['networks that do not fit', 'parameter', 'addressSpace', give('addressSpace', '10.60.0.0/26')],
  ['something that no template has', 'template', 'template#', setInTemplate('resource', [])],

  ['a small size with a slot', 'parameter', 'parameters', give('planSku', 'B1')],
  ['live on one instance', 'parameter', 'parameters', give('minInstances', 1)],
  ['fewer instances than the least', 'parameter', 'parameters', give('maxInstances', 1)],
  ['live without a slot', 'parameter', 'parameters', give('stagingSlot', false)],
]
