import { setTimeout as wait } from 'node:timers/promises'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader, type PushMetricExporter } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, NodeTracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace-node'
import type { TelemetryConfig } from '../config.ts'
import type { Telemetry } from './types.ts'

interface Exporters {
  spans: SpanExporter
  metrics: PushMetricExporter
}

/** The time that closing may take: an exporter whose collector is away would try again for longer. */
const CLOSE_MS = 2000
const NAME = 'assistant-practitioner-bot'
const NO_REPORT_ON_ITSELF = [
  'APPLICATION_INSIGHTS_NO_STATSBEAT',
  'APPLICATIONINSIGHTS_STATSBEAT_DISABLED',
  'APPLICATIONINSIGHTS_SDKSTATS_DISABLED',
]

/**
 * An OpenTelemetry collector (OTLP over HTTP, https://opentelemetry.io/docs/specs/otlp/) or Application Insights.
 * @param managed whether the managed identity authenticates to Application Insights, in place of the key
 */
export async function exportersFor(config: TelemetryConfig, managed: boolean): Promise<Exporters> {
  if ('otlpEndpoint' in config) {
    const base = config.otlpEndpoint.replace(/\/+$/, '')
    const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-proto')
    const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-proto')
    return {
      spans: new OTLPTraceExporter({ url: `${base}/v1/traces` }),
      metrics: new OTLPMetricExporter({ url: `${base}/v1/metrics` }),
    }
  }
  // Else the exporter reports on itself to Microsoft, and looks for a virtual machine's metadata.
  for (const name of NO_REPORT_ON_ITSELF) process.env[name] = 'true'
  const { AzureMonitorTraceExporter, AzureMonitorMetricExporter } = await import(
    '@azure/monitor-opentelemetry-exporter'
  )
  const credential = managed ? new (await import('@azure/identity')).DefaultAzureCredential() : undefined
  const options = { ...config, credential, disableOfflineStorage: true }
  return { spans: new AzureMonitorTraceExporter(options), metrics: new AzureMonitorMetricExporter(options) }
}

/** One span a turn, and the counts and durations of turns with the memory of the process. */
export function startExporting({ spans, metrics }: Exporters, everyMs: number): Telemetry {
  const resource = resourceFromAttributes({ 'service.name': NAME })
  const tracing = new NodeTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(spans)] })
  const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: everyMs })
  const measuring = new MeterProvider({ resource, readers: [reader] })
  const tracer = tracing.getTracer(NAME)
  const meter = measuring.getMeter(NAME)
  const duration = meter.createHistogram('bot.turn.duration', { unit: 'ms', description: 'Time to answer a turn' })
  meter
    .createObservableGauge('process.memory.usage', { unit: 'By', description: 'Memory of the process' })
    .addCallback((result) => result.observe(process.memoryUsage.rss()))
  return {
    turn({ ms, outcome, mode, action, entry, failed }) {
      duration.record(ms, { outcome, mode, failed })
      const attributes = { outcome, mode, failed, ...(action && { action }), ...(entry && { entry }) }
      const end = Date.now()
      tracer.startSpan('turn', { startTime: end - ms, attributes }).end(end)
    },
    async close() {
      const sent = Promise.allSettled([tracing.shutdown(), measuring.shutdown()])
      await Promise.race([sent, wait(CLOSE_MS, undefined, { ref: false })])
    },
  }
}
