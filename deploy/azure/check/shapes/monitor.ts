import { type Check, fields, flag, id, is, listOf, oneOf, text, whole } from '../shape.ts'
import { inTheUk, type Shapes, shape, tags } from './shapes.ts'

/** ISO 8601, in minutes. */
const duration = text(/^PT\d+M$/, 'minutes such as PT5M')
const figures = text(/^\d+$/, 'figures, in quotation marks')
const category: Check = fields({ category: text(), enabled: flag('diagnostics') })

export const monitor: Shapes = {
  'Microsoft.OperationalInsights/workspaces': shape('2023-09-01', {
    location: inTheUk,
    tags,
    properties: fields({
      sku: fields({ name: is('PerGB2018') }),
      retentionInDays: whole(30, 730),
      workspaceCapping: fields({ dailyQuotaGb: whole(1, 100) }),
      features: fields({ disableLocalAuth: is(true, 'secret'), enableLogAccessUsingOnlyResourcePermissions: flag() }),
      publicNetworkAccessForIngestion: is('Enabled'), // by Entra identity alone; private links would rule Monitor for all of a network
      publicNetworkAccessForQuery: is('Enabled'),
    }),
  }),
  'Microsoft.Insights/components': shape('2020-02-02', {
    location: inTheUk,
    tags,
    kind: is('web'),
    properties: fields({
      Application_Type: is('web'),
      WorkspaceResourceId: id,
      IngestionMode: is('LogAnalytics'),
      DisableLocalAuth: is(true, 'secret'),
      DisableIpMasking: is(false),
      publicNetworkAccessForIngestion: is('Enabled'),
      publicNetworkAccessForQuery: is('Enabled'),
    }),
  }),
  'Microsoft.Insights/diagnosticSettings': shape('2021-05-01-preview', {
    scope: id,
    properties: fields({
      workspaceId: id,
      'logAnalyticsDestinationType?': is('Dedicated'),
      'logs?': listOf(category),
      'metrics?': listOf(category),
    }),
  }),
  'Microsoft.Insights/autoscalesettings': shape('2022-10-01', {
    location: inTheUk,
    tags,
    properties: fields({
      enabled: is(true),
      targetResourceUri: id,
      profiles: listOf(
        fields({
          name: text(),
          capacity: fields({ minimum: figures, maximum: figures, default: figures }),
          rules: listOf(
            fields({
              metricTrigger: fields({
                metricName: oneOf(['CpuPercentage', 'MemoryPercentage']),
                metricResourceUri: id,
                timeGrain: duration,
                statistic: oneOf(['Average', 'Max']),
                timeWindow: duration,
                timeAggregation: oneOf(['Average', 'Maximum']),
                operator: oneOf(['GreaterThan', 'LessThan']),
                threshold: whole(1, 100),
              }),
              scaleAction: fields({
                direction: oneOf(['Increase', 'Decrease']),
                type: is('ChangeCount'),
                value: figures,
                cooldown: duration,
              }),
            }),
          ),
        }),
      ),
    }),
  }),
}
