import type { Bus } from '#ports'

/** The same bus; `fault` is told of an envelope that comes after a later one of its record without having come before. */
export const watchingOrder = (bus: Bus, fault: (text: string) => void): Bus => {
  const seen = new Set<string>()
  const last = new Map<string, number>()
  return {
    publish: (envelopes) => {
      for (const { record, kind, seq } of envelopes) {
        const before = last.get(record) ?? 0
        if (seq < before && !seen.has(`${record} ${seq}`))
          fault(`${kind} ${record}: ${seq} is published after ${before}`)
        seen.add(`${record} ${seq}`)
        last.set(record, Math.max(seq, before))
      }
      return bus.publish(envelopes)
    },
    subscribe: (group, topics, handler) => bus.subscribe(group, topics, handler),
    parked: () => bus.parked(),
    redrive: (group, record) => bus.redrive(group, record),
    forget: (group) => bus.forget(group),
    counters: () => bus.counters(),
    close: () => bus.close(),
  }
}
