import type { JsonObject } from './fault.ts'
import { tenantId } from './functions.ts'

const last = (id: string): string => id.split('/').at(-1) ?? ''

/** The client id and the object id of the identity, as the check pretends. */
export const identityIds = {
  clientId: '00000000-0000-0000-0000-00000000000c',
  principalId: '00000000-0000-0000-0000-00000000000d',
} as const

/** What Azure tells of a resource after it is made, as far as a template may ask here; made up, in the right form. */
const states: Readonly<Record<string, (id: string) => JsonObject>> = {
  'Microsoft.ManagedIdentity/userAssignedIdentities': () => ({ ...identityIds, tenantId }),
  'Microsoft.DocumentDB/databaseAccounts': (id) => ({
    documentEndpoint: `https://${last(id)}.documents.azure.com:443/`,
  }),
  'Microsoft.CognitiveServices/accounts': (id) => ({ endpoint: `https://${last(id)}.openai.azure.com/` }),
  'Microsoft.Insights/components': () => ({
    ConnectionString: 'InstrumentationKey=00000000-0000-0000-0000-00000000000e',
  }),
  'Microsoft.KeyVault/vaults/secrets': (id) => ({
    secretUri: `https://${id.split('/').at(-3)}.vault.azure.net/secrets/${last(id)}`,
  }),
}

export const runtimeState = (type: string, id: string): JsonObject => states[type]?.(id) ?? {}
