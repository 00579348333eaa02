import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { loadRules } from '#rules'
import { onServers } from '../libs/adapters/distributed/fixture.js'
import { FiveProcesses } from './five-processes.js'
import { leavesOneTrace } from './tracing/one-trace.js'
import { OtlpReceiver } from './tracing/receiver.js'

onServers('five processes on real servers', () => {
  let dir: string
  let five: FiveProcesses
  const collector = new OtlpReceiver()
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'tracing-'))
    five = new FiveProcesses(dir, { WORLD: `o${process.pid}`, OTEL_EXPORTER_OTLP_ENDPOINT: await collector.open() })
    await five.start()
  }, 120_000)
  afterAll(async () => {
    await five.stop()
    await collector.close()
    rmSync(dir, { recursive: true, force: true })
  }, 60_000)

  it('leave one trace through all of them of what a caller asked to keep', async () => {
    await leavesOneTrace(five.baseUrl, five.operatorToken, loadRules(), collector)
  }, 600_000)

  it('tell how far Kafka’s consumers are', async () => {
    const text = await (await fetch(`${five.baseUrl}/metrics`)).text()
    const lag = /^liandun_consumer_lag_envelopes\{world="[^"]+",group="portal:records@\d+",topic="intake"\} 0$/m
    expect(text).toMatch(lag)
  })

  it('are ready when every server answers', async () => {
    const ready = (await (await fetch(`${five.baseUrl}/health/ready`)).json()) as object
    expect(ready).toMatchObject({
      ...{ status: 'ready', services: ['portal'], missing: [] },
      servers: { mongodb: true, kafka: true, redis: true },
    })
  })
})
