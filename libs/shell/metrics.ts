import type { WorldFace } from './house.js'

/** Requests by route, method and status, with how long they took; since the process began. */
export class Requests {
  private readonly counts = new Map<string, { count: number; seconds: number }>()

  count(method: string, route: string | undefined, status: number, ms: number): void {
    const labels = `method="${method}",route="${(route ?? 'none').replace(/["\\\n]/g, '')}",status="${status}"`
    const kept = this.counts.get(labels) ?? { count: 0, seconds: 0 }
    kept.count += 1
    kept.seconds += ms / 1000
    this.counts.set(labels, kept)
  }

  lines(): string[] {
    const rows = [...this.counts]
    return [
      '# TYPE http_requests_total counter',
      ...rows.map(([labels, { count }]) => `http_requests_total{${labels}} ${count}`),
      '# TYPE http_request_seconds_total counter',
      ...rows.map(([labels, { seconds }]) => `http_request_seconds_total{${labels}} ${seconds.toFixed(6)}`),
    ]
  }
}

const named = (name: string): { metric: string; labels: string } => {
  const [, base, labels] = /^([^{]+)(?:\{(.*)\})?$/.exec(name)!
  return { metric: `liandun_${base!.replace(/[^a-zA-Z0-9_]/g, '_')}`, labels: labels ?? '' }
}

const worldLines = async (world: WorldFace): Promise<string[]> => {
  const counters = await world.counters()
  const parked = await world.parked()
  const label = (labels: string) => `world="${world.name}"${labels ? `,${labels}` : ''}`
  return [
    ...Object.entries(counters).map(([name, value]) => {
      const { metric, labels } = named(name)
      return `${metric}{${label(labels)}} ${value}`
    }),
    `liandun_parked_records{${label('')}} ${parked.length}`,
  ]
}

/** Prometheus text, format 0.0.4. */
export const metricsText = async (requests: Requests, world: WorldFace): Promise<string> => {
  const memory = process.memoryUsage()
  const own = [
    `process_resident_memory_bytes ${memory.rss}`,
    `process_heap_bytes ${memory.heapUsed}`,
    `process_uptime_seconds ${process.uptime().toFixed(1)}`,
  ]
  return [...own, ...requests.lines(), ...(await worldLines(world))].join('\n') + '\n'
}
