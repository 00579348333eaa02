import type { Metric, Sample } from './prometheus.js'

/** Upper bounds in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

interface Times {
  method: string
  route: string
  count: number
  seconds: number
  /** How many took at most as long as the bound. */
  within: number[]
}

const bucketsOf = ({ method, route, count, seconds, within }: Times): Sample[] => {
  const labels = { method, route }
  return [
    ...BOUNDS.map((bound, n) => ({
      labels: { ...labels, le: String(bound) },
      value: within[n]!,
      part: '_bucket' as const,
    })),
    { labels: { ...labels, le: '+Inf' }, value: count, part: '_bucket' },
    { labels, value: Number(seconds.toFixed(6)), part: '_sum' },
    { labels, value: count, part: '_count' },
  ]
}

/** Requests by route, method and status, with how long they took; since the process began. Routes are the door's own, never addresses. */
export class Requests {
  private readonly statuses = new Map<string, Sample & { value: number }>()
  private readonly times = new Map<string, Times>()

  count(method: string, route = 'none', status: number, ms: number): void {
    const labels = { method, route, status: String(status) }
    const key = Object.values(labels).join(' ')
    const kept = this.statuses.get(key) ?? { labels, value: 0 }
    kept.value += 1
    this.statuses.set(key, kept)
    this.time(method, route, ms / 1000)
  }

  metrics(): Metric[] {
    return [
      {
        name: 'liandun_http_requests_total',
        type: 'counter',
        help: 'Requests answered.',
        samples: [...this.statuses.values()],
      },
      {
        name: 'liandun_http_request_duration_seconds',
        type: 'histogram',
        help: 'Time from a request to its answer.',
        samples: [...this.times.values()].flatMap(bucketsOf),
      },
    ]
  }

  private time(method: string, route: string, seconds: number): void {
    const key = `${method} ${route}`
    const kept = this.times.get(key) ?? { method, route, count: 0, seconds: 0, within: BOUNDS.map(() => 0) }
    kept.count += 1
    kept.seconds += seconds
    for (const [n, bound] of BOUNDS.entries()) if (seconds <= bound) kept.within[n]! += 1
    this.times.set(key, kept)
  }
}
