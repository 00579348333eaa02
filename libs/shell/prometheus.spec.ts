import { describe, expect, it } from '@jest/globals'
import { prometheusText } from './prometheus.js'
import { Requests } from './requests.js'

describe('the text for Prometheus', () => {
  it('says of each metric what it is, then every series', () => {
    const lag = { name: 'lag', type: 'gauge', help: 'How far behind.' } as const
    const samples = [{ labels: { group: 'a"b\\c\n', topic: 'intake' }, value: 3 }, { value: 0.5 }]
    const none = { name: 'none', type: 'counter', help: 'No series.', samples: [] } as const
    expect(prometheusText([{ ...lag, samples }, none])).toBe(
      '# HELP lag How far behind.\n# TYPE lag gauge\nlag{group="a\\"b\\\\c\\n",topic="intake"} 3\nlag 0.5\n',
    )
  })

  it('counts requests by status, and how many took at most how long', () => {
    const requests = new Requests()
    requests.count('GET', '/metrics', 200, 4)
    requests.count('GET', '/metrics', 200, 700)
    requests.count('GET', undefined, 404, 60_000)
    const lines = prometheusText(requests.metrics()).split('\n')
    const route = 'method="GET",route="/metrics"'
    expect(lines).toEqual(
      expect.arrayContaining([
        `liandun_http_requests_total{${route},status="200"} 2`,
        'liandun_http_requests_total{method="GET",route="none",status="404"} 1',
        `liandun_http_request_duration_seconds_bucket{${route},le="0.005"} 1`,
        `liandun_http_request_duration_seconds_bucket{${route},le="0.5"} 1`,
        `liandun_http_request_duration_seconds_bucket{${route},le="1"} 2`,
        `liandun_http_request_duration_seconds_bucket{${route},le="+Inf"} 2`,
        `liandun_http_request_duration_seconds_sum{${route}} 0.704`,
        `liandun_http_request_duration_seconds_count{${route}} 2`,
        'liandun_http_request_duration_seconds_bucket{method="GET",route="none",le="10"} 0',
        'liandun_http_request_duration_seconds_bucket{method="GET",route="none",le="+Inf"} 1',
      ]),
    )
  })
})
