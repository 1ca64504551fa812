import { fields, flag, id, is, listOf, nothing, oneOf, text, whole } from '../shape.ts'
import { inTheUk, type Shapes, shape, tags } from './shapes.ts'

const api = '2024-05-15'
const paths = listOf(fields({ path: text(/^\//, 'a path that begins with /') }), 0)

export const cosmos: Shapes = {
  'Microsoft.DocumentDB/databaseAccounts': shape(api, {
    location: inTheUk,
    tags,
    kind: is('GlobalDocumentDB'),
    properties: fields({
      databaseAccountOfferType: is('Standard'),
      locations: listOf(fields({ locationName: inTheUk, failoverPriority: whole(0, 1), isZoneRedundant: flag() })),
      consistencyPolicy: fields({ defaultConsistencyLevel: oneOf(['Session', 'BoundedStaleness', 'Strong']) }),
      backupPolicy: fields({
        type: is('Continuous'),
        continuousModeProperties: fields({ tier: oneOf(['Continuous7Days', 'Continuous30Days']) }),
      }),
      minimalTlsVersion: is('Tls12', 'transport'),
      disableLocalAuth: is(true, 'secret'),
      disableKeyBasedMetadataWriteAccess: is(true, 'secret'),
      publicNetworkAccess: is('Disabled', 'network'),
      networkAclBypass: is('None', 'network'),
    }),
  }),
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases': shape(api, {
    properties: fields({
      resource: fields({ id: text() }),
      options: fields({ autoscaleSettings: fields({ maxThroughput: whole(1000, 1_000_000) }) }),
    }),
  }),
  'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers': shape(api, {
    properties: fields({
      resource: fields({
        id: text(),
        partitionKey: fields({ paths: listOf(text()), kind: is('Hash', 'container'), version: is(2, 'container') }),
        'defaultTtl?': whole(-1, 2_147_483_647),
        indexingPolicy: fields({
          indexingMode: oneOf(['consistent', 'none']),
          automatic: flag(),
          includedPaths: paths,
          excludedPaths: paths,
        }),
        'uniqueKeyPolicy?': fields({ uniqueKeys: listOf(fields({ paths: listOf(text()) })) }),
      }),
      options: nothing, // the throughput is the database's, shared
    }),
  }),
  'Microsoft.DocumentDB/databaseAccounts/sqlRoleAssignments': shape(api, {
    properties: fields({ roleDefinitionId: id, principalId: text(), scope: id }),
  }),
}
