import { faultsBy } from './schemas.ts'
import { type Deployment, type Finding, finding, idOf, isSite } from './template.ts'

const types: Readonly<Record<string, string>> = { int: 'integer', bool: 'boolean' }

/** The values that have a form of their own, which a template cannot declare. */
const forms: Readonly<Record<string, string>> = {
  deployFrom: '^\\d+(\\.\\d+){3}/\\d+(,\\d+(\\.\\d+){3}/\\d+)*$',
  addressSpace: '^\\d+(\\.\\d+){3}/([89]|1\\d|2[0-5])$', // room for two subnets of /26
}

/** A parameters file against what the template declares, and its sizes against each other. */
export const checkParameters = ({ template, parameters, values, names }: Deployment): Finding[] => {
  const declared = Object.entries(template.parameters)
  const properties = declared.map(([name, { type, allowedValues, minValue, maxValue, minLength, maxLength }]) => {
    const limits = {
      minimum: minValue,
      maximum: maxValue,
      minLength,
      maxLength,
      enum: allowedValues,
      pattern: forms[name],
    }
    const given = Object.entries(limits).filter(([, limit]) => limit !== undefined)
    const value = { type: types[String(type)] ?? type, ...Object.fromEntries(given) }
    return [name, { properties: { value }, required: ['value'], unevaluatedProperties: false }]
  })
  const required = declared.filter(([, { defaultValue }]) => defaultValue === undefined).map(([name]) => name)
  const schema = { properties: Object.fromEntries(properties), required, unevaluatedProperties: false }

  const at = `${names.parameters}#/parameters`
  const { environment, location, planSku, minInstances, maxInstances, zoneRedundant, stagingSlot } = values
  const [least, most, small, live] = [
    Number(minInstances),
    Number(maxInstances),
    /^B/.test(String(planSku)),
    environment === 'live',
  ]
  const sizes: [wrong: boolean, what: string, cure: string][] = [
    [small && stagingSlot === true, `${planSku} has no slots`, 'Set stagingSlot to false, or planSku to a P size'],
    [most < least, 'maxInstances is below minInstances', 'Raise it'],
    [small && most > least, `${planSku} does not scale out`, 'Set planSku to a P size'],
    [live && small, `${planSku} is no size for live`, 'Set planSku to a P size'],
    [live && least < 2, 'one instance alone is live', 'Set minInstances to 2: one may be replaced any time'],
    [live && stagingSlot !== true, 'live has no staging slot', 'Set stagingSlot to true'],
    [
      zoneRedundant === true && (small || least < 2 || location !== 'uksouth'),
      'it cannot be zone redundant',
      'Use uksouth, a P size and two instances, or set zoneRedundant to false',
    ],
  ]
  const unfit = sizes.filter(([wrong]) => wrong).map(([, what, cure]) => finding(at, what, cure))
  return [...faultsBy(schema, parameters.parameters, at), ...unfit]
}

const once = `Web/sites Web/sites/slots DocumentDB/databaseAccounts KeyVault/vaults BotService/botServices
  BotService/botServices/channels ManagedIdentity/userAssignedIdentities Insights/components`.split(/\s+/)

/** Whether what must be there is there, once, and no password opens a site. */
export const checkPresence = ({ resources, names }: Deployment): Finding[] => {
  const miscounted = once
    .map((type) => ({ type, count: resources.filter((one) => one.type === `Microsoft.${type}`).length }))
    .filter(({ count }) => count !== 1)
    .map(({ type, count }) => finding(names.template, `${type} is there ${count} times`, 'Declare it once'))
  const open = resources.filter(isSite).flatMap(({ at, type, names }) =>
    ['ftp', 'scm']
      .map((door) => idOf(`${type}/basicPublishingCredentialsPolicies`, ...names, `'${door}'`))
      .filter((id) => !resources.some((one) => one.id === id))
      .map((id) => finding(at, 'a password opens it', `Add ${id} with allow false`)),
  )
  return [...miscounted, ...open]
}
