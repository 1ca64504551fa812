import { type AddressInfo, createServer } from 'node:net'
import { expect } from 'chai'
import { measuredTurn, openTelemetry } from '../../../bot/telemetry/telemetry.ts'
import type { MeasuredTurn } from '../../../bot/telemetry/types.ts'
import { listenOnLoopback } from '../../support/freePort.ts'

const TURN: MeasuredTurn = {
  ...{ ms: 12.5, outcome: 'answered', mode: 'curated', action: null, entry: 'weekly-pattern', failed: false },
}

/** The type of a TLS record that begins a connection (RFC 8446, section 5.1). */
const TLS_HANDSHAKE = 0x16

/** A collector on loopback that keeps what it is sent. */
const collector = async (status = 200) => {
  const got: { path: string; body: string }[] = []
  const server = await listenOnLoopback((req, res) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.on('end', () => {
      got.push({ path: req.url ?? '', body: Buffer.concat(chunks).toString('latin1') })
      res.writeHead(status, { 'content-type': 'application/json' })
      res.end(JSON.stringify({ itemsReceived: 1, itemsAccepted: 1, errors: [] }))
    })
  })
  return { ...server, got, to: (path: string) => got.filter((one) => one.path.startsWith(path)) }
}

describe('Telemetry', () => {
  it('goes nowhere while no setting names a place', async () => {
    const telemetry = await openTelemetry({})
    telemetry.turn(TURN)
    await telemetry.close()
  })

  it('measures nothing that anybody said', () => {
    const slots = { name: 'Amina Yusuf' }
    const turn = measuredTurn(
      { outcomes: ['action'], entries: [], action: 'register', slots, mode: 'curated', step: 'provide' },
      ...([7, false] as const),
    )
    expect(turn).to.deep.equal({
      ...{ ms: 7, outcome: 'action', mode: 'curated', action: 'register', entry: undefined, failed: false },
    })
  })

  it('sends a span and the metrics of a turn to a collector', async () => {
    const { url, to, close } = await collector()
    const telemetry = await openTelemetry({ telemetry: { otlpEndpoint: url } })
    telemetry.turn(TURN)
    await telemetry.close()
    await close()
    const [trace] = to('/v1/traces')
    expect(trace?.body).to.include('assistant-practitioner-bot').and.include('weekly-pattern').and.include('answered')
    const [metrics] = to('/v1/metrics')
    expect(metrics?.body).to.include('bot.turn.duration').and.include('process.memory.usage')
  })

  it('sends to Application Insights over TLS alone, and is no worse off when it is away', async () => {
    const knocks: number[] = []
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', (bytes) => {
        knocks.push(bytes[0] ?? 0)
        socket.destroy()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const at = `IngestionEndpoint=http://127.0.0.1:${port}/`
    const connectionString = `InstrumentationKey=00000000-0000-0000-0000-000000000000;${at}`
    const telemetry = await openTelemetry({ telemetry: { connectionString } })
    telemetry.turn(TURN)
    await telemetry.close()
    await new Promise((resolve) => server.close(resolve))
    expect(new Set(knocks)).to.deep.equal(new Set([TLS_HANDSHAKE]))
  })

  for (const [when, status] of [
    ['refuses', 403],
    ['fails', 500],
  ] as const)
    it(`is no reason to fail when the collector ${when}`, async () => {
      const { url, close } = await collector(status)
      const telemetry = await openTelemetry({ telemetry: { otlpEndpoint: url } })
      telemetry.turn({ ...TURN, failed: true })
      await telemetry.close()
      await close()
    })
})
