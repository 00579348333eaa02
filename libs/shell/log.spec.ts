import { describe, expect, it } from '@jest/globals'
import type { Incoming } from './house.js'
import { Log, type LogSettings } from './log.js'

const TRACE = '0af7651916cd43dd8448eb211c80319c'
const RECORD = 'abcdefghijklmnopqrstuvwxyz'
const request = {
  id: TRACE,
  method: 'POST',
  url: `/api/intake/lead/${RECORD}/FileLead?name=王一`,
  ip: '10.0.0.7',
  routeOptions: { url: '/api/:service/:record/:id/:step' },
  who: { actor: { agency: 'SAMR-411002', office: 'officer', person: 'p1' }, name: '王一（虚构）', level: 'county' },
  dossier: 'd1',
  body: { reporter: '张三（虚构）' },
} as unknown as Incoming

const logged = (settings: Partial<LogSettings>, say: (log: Log) => void): string[] => {
  const lines: string[] = []
  say(new Log({ level: 'info', service: 'intake', write: (line) => void lines.push(line), ...settings }))
  return lines
}

describe('the log', () => {
  it('is one object a line: trace, dossier, record, agency and service, and nothing of persons', () => {
    const [line, ...more] = logged({}, (log) => log.request(request, 200, 12.4))
    expect([line!.at(-1), line!.indexOf('\n'), more]).toEqual(['\n', line!.length - 1, []])
    expect(JSON.parse(line!)).toEqual({
      ...{
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        level: 'info',
        service: 'intake',
        msg: 'request',
      },
      ...{
        trace: TRACE,
        method: 'POST',
        route: '/api/:service/:record/:id/:step',
        kind: 'intake/lead',
        record: RECORD,
      },
      ...{ dossier: 'd1', agency: 'SAMR-411002', status: 200, ms: 12 },
    })
    expect(line).not.toMatch(/王一|张三|p1|10\.0\.0\.7/)
  })

  it('says a fault with its cause on one line, long numbers masked', () => {
    const error = new Error('no 13800138000\nat once', { cause: new Error('91411002MA9FK1017E') })
    const [line] = logged({}, (log) => log.fault(error, { trace: TRACE, dossier: 'd1' }))
    expect(line!.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(line!)).toMatchObject({ level: 'error', msg: 'fault', trace: TRACE, dossier: 'd1' })
    expect(line).not.toMatch(/13800138000|91411002MA9FK1017E/)
  })

  it('is a line for people on a terminal', () => {
    const [line] = logged({ format: 'lines' }, (log) => log.request(request, 200, 12.4))
    expect(line!.replace(/^[\d:]{8} /, '')).toBe(
      `info  request trace=${TRACE} method=POST route=/api/:service/:record/:id/:step kind=intake/lead record=${RECORD} dossier=d1 agency=SAMR-411002 status=200 ms=12\n`,
    )
  })

  it.each([
    ['debug', 2],
    ['info', 2],
    ['warn', 1],
    ['error', 1],
    ['fatal', 0],
    ['silent', 0],
  ])('at %s writes %i of an answer and a fault', (level, n) => {
    const both = (log: Log) => {
      log.request(request, 200, 1)
      log.fault(new Error('x'))
    }
    expect(logged({ level }, both)).toHaveLength(n)
  })
})
