import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { loadRules } from '#rules'
import { readConfig } from '#shell'
import { openHouse, type Running } from './open-house.js'
import { OtlpReceiver } from './tracing/receiver.js'
import { leavesOneTrace } from './tracing/one-trace.js'

describe('one process', () => {
  let dir: string
  let running: Running
  const collector = new OtlpReceiver()
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'tracing-'))
    const env = {
      DATA_DIR: dir,
      PORT: '0',
      TIME: 'manual',
      START_AT: '2025-01-01T00:00',
      AUTH: 'dev',
      LOG_LEVEL: 'error',
    }
    const config = readConfig({ ...env, OTEL_EXPORTER_OTLP_ENDPOINT: await collector.open() })
    running = await openHouse(
      config,
      loadRules(),
      () => {},
      (error) => {
        throw error
      },
    )
    running.phase.ready = true
  }, 60_000)
  afterAll(async () => {
    await running.stop()
    await collector.close()
    rmSync(dir, { recursive: true, force: true })
  })

  it('leaves one trace through all five services of what a caller asked to keep', async () => {
    await leavesOneTrace(running.url, running.operatorToken, running.house.rules, collector)
  }, 120_000)
})

it('sends nothing anywhere unless a collector is named', () => {
  expect(readConfig({}).OTEL_EXPORTER_OTLP_ENDPOINT).toBeUndefined()
})
