import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { until } from '../../libs/ports/suite.js'
import type { Rules } from '#rules'
import { Client, play, readStory, textReport } from '#story'
import type { OtlpReceiver } from './receiver.js'

const STORY = join('seeds', 'stories', 'flagship.yaml')
const SERVICES = ['intake', 'routing', 'mediation', 'credit', 'portal']

/** What one act of one service brought about in another and in the last view. */
const CHAIN = [
  /^intake: handle \w+$/,
  /^intake: commit intake\/[\w-]+$/,
  /^intake: relay intake\/[\w-]+$/,
  /^routing: consume intake\/[\w-]+$/,
  /^routing: react$/,
  /^routing: commit routing\/[\w-]+$/,
  /^routing: relay routing\/[\w-]+$/,
  /^portal: consume routing\/[\w-]+$/,
  /^portal: view (records|timeline)$/,
]

const isChain = (path: readonly string[]): boolean =>
  path.length >= CHAIN.length && CHAIN.every((link, n) => link.test(path.at(n - CHAIN.length)!))

/** Plays a whole matter in one trace of the caller's, and looks at what the collector got. */
export const leavesOneTrace = async (
  url: string,
  operatorToken: string,
  rules: Rules,
  collector: OtlpReceiver,
): Promise<void> => {
  const [trace, caller] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')]
  const client = new Client(url, operatorToken, { traceparent: `00-${trace}-${caller}-01` })
  const playing = await play({ ...readStory(STORY), branches: [] }, { client, rules })
  if (!playing.ok) throw new Error(textReport(playing, { failedOnly: true }))
  const spans = () => collector.in(trace)
  await until(() => SERVICES.every((name) => spans().some(({ service }) => service === name)), 20_000)
  expect([...new Set(spans().map(({ service }) => service))].sort()).toEqual([...SERVICES].sort())
  const orphans = () =>
    spans().filter(({ parentSpanId = '' }) => parentSpanId !== caller && !collector.has(parentSpanId))
  await until(() => !orphans().length, 10_000)
  expect(orphans()).toEqual([])
  expect(spans().filter((span) => isChain(collector.pathOf(span))).length).toBeGreaterThan(0)
  const door = spans().find(({ name }) => name === 'POST /api/:service/:record/:id/:step')!
  expect([door.kind, door.attributes['http.response.status_code']]).toEqual([2, 200])
  saysNothingOfPersons(collector, playing.story.cast)
}

/** Ids of persons and their names stand in the story's cast. */
const saysNothingOfPersons = ({ received }: OtlpReceiver, cast: Readonly<Record<string, { name?: string }>>): void => {
  const names = Object.values(cast).flatMap(({ name }) => name ?? [])
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => received.includes(name))).toEqual([])
}
