import { KafkaLink } from '../../libs/adapters/distributed/kafka.js'
import { decode } from '../../libs/adapters/distributed/wire.js'
import type { History } from './history.js'

/** Commits as the topics tell them, in the order of each partition. */
export interface Told {
  record: string
  seq: number
  after: number
}

const SILENCE_MS = 60_000

/** Everything that was ever sent. */
export const readTopics = async (brokers: readonly string[], topics: readonly string[]): Promise<Told[]> => {
  const link = await KafkaLink.open({ brokers })
  const told: Told[] = []
  const wanted = (await Promise.all(topics.map((topic) => link.sent(topic)))).reduce((sum, n) => sum + n, 0)
  let whole = (): void => {}
  const all = new Promise<void>((resolve) => (whole = resolve))
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error(`${told.length} of ${wanted} messages are read`)), SILENCE_MS).unref(),
  )
  const group = `${topics[0]!}.audit`
  const reader = await link.read(
    { group, topics, sessionMs: 10_000, waitMs: 100, partitionsAtOnce: topics.length * 4 },
    {
      ...{ joined: () => {}, rebalancing: () => {}, heard: () => {}, ended: () => {} },
      batch: async (messages) => {
        for (const { record, seq, after } of messages.map(decode)) told.push({ record, seq, after })
        if (told.length >= wanted) whole()
      },
    },
  )
  if (wanted === 0) whole()
  await Promise.race([all, late])
  await reader.close()
  await link.close()
  return told
}

/** Each commit with events was told, first in the order of its record, with the one before it named. */
export const toldFaults = (histories: readonly History[], told: readonly Told[]): string[] => {
  const firsts = new Map<string, Map<number, number>>()
  for (const { record, seq, after } of told) {
    const had = firsts.get(record) ?? new Map<number, number>()
    if (!had.has(seq)) had.set(seq, after)
    firsts.set(record, had)
  }
  return histories.flatMap(({ kind, id, chain }) => {
    const wanted = chain.filter((one) => one.hasEvents).map(({ seq }) => seq)
    const had = [...(firsts.get(id) ?? [])]
    const order = had.map(([seq]) => seq)
    const links = had.map(([, after]) => after)
    const before = wanted.map((_, n) => wanted[n - 1] ?? 0)
    return [
      order.join() !== wanted.join() && `${kind} ${id}: ${wanted.join()} were told as ${order.join()}`,
      order.join() === wanted.join() &&
        links.join() !== before.join() &&
        `${kind} ${id}: its links are ${links.join()}`,
    ].flatMap((fault) => (fault ? [fault] : []))
  })
}
