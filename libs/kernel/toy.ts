import type { Rules } from '#rules'
import { calendarOf } from './calendar.js'
import { normalizeRow, type ClockRowInput } from './clock-row.js'
import { contract, event } from './event.js'
import { day, id, list, person, text } from './fields.js'
import { record, type Actor } from './record.js'
import { reaction, service } from './service.js'
import { soughtBy } from './sought.js'
import { oneRecord, refuse, warn } from './step.js'

declare module './guards.js' {
  interface Guards {
    never: true
  }
}

/** Two small services for the specs of the kernel: a notice that may be answered, and a file that follows it. */
const title = (zh: string, en: string) => ({ zh, en })

export const Served = contract(1, 'Served', title('送达', 'Served'), {
  servedOn: day,
  to: text,
  officers: list(person, 1),
})
export const Answered = contract(1, 'Answered', title('答复', 'Answered'), { answer: text })
export const Waived = contract(1, 'Waived', title('视为放弃', 'Waived'))
export const Decided = contract(1, 'Decided', title('决定', 'Decided'), { outcome: text })
export const Closed = event('Closed', title('结案', 'Closed'))

interface Facts {
  agency: string
  to: string
  officers: readonly string[]
  answer?: string
  waived: boolean
}

export const notice = record({
  service: 'alpha',
  name: 'notice',
  title: title('告知', 'Notice'),
  states: {
    SERVED: title('已送达', 'Served'),
    ANSWERED: title('已答复', 'Answered'),
    DECIDED: title('已决定', 'Decided'),
    CLOSED: { ...title('已结', 'Closed'), final: true },
  },
  facts: { agency: '', to: '', officers: [], waived: false } as Facts,
  events: [Served, Answered, Waived, Decided, Closed],
  evolve: {
    Served: { to: 'SERVED', set: ({ to, officers }, _facts, { actor }) => ({ to, officers, agency: actor.agency }) },
    Answered: { to: 'ANSWERED', set: ({ answer }) => ({ answer }) },
    Waived: { set: () => ({ waived: true }) },
    Decided: 'DECIDED',
    Closed: 'CLOSED',
  },
  roles: { holder: (facts) => facts.agency, recipient: (facts) => facts.to },
  label: (facts) => facts.to,
  search: ({ to }) => soughtBy([{ name: to }]),
})

export const serve = notice.step({
  name: 'Serve',
  title: title('送达', 'Serve'),
  law: ['TOY:1'],
  from: ['new'],
  who: { may: 'serve', office: 'officer' },
  makes: '告知书',
  input: { servedOn: day, to: text, officers: list(person, 1) },
  emits: [Served],
  claims: ({ to }) => [`to:${to}`],
  decide: Served,
})

export const answer = notice.step({
  name: 'Answer',
  title: title('答复', 'Answer'),
  law: ['TOY:2'],
  from: ['SERVED'],
  who: { of: 'holder', office: 'officer' },
  input: { answer: text },
  emits: [Answered],
  decide: (input) => [Answered(input), ...(input.answer === '?' ? [warn('UNCLEAR')] : [])],
})

export const decideNotice = notice.step({
  name: 'Decide',
  title: title('决定', 'Decide'),
  law: ['TOY:3'],
  from: ['SERVED', 'ANSWERED'],
  who: { of: 'holder', office: 'responsible', apart: (facts) => facts.officers },
  input: { outcome: text },
  emits: [Decided],
  decide: (input) => (input.outcome === 'never' ? refuse('ERR_GUARD', { guard: 'never' }) : Decided(input)),
})

export const close = notice.step({
  name: 'Close',
  title: title('结案', 'Close'),
  law: ['TOY:4'],
  from: ['DECIDED'],
  who: { of: 'holder', office: 'responsible' },
  emits: [Closed],
  decide: () => Closed({}),
})

export const Opened = event('Opened', title('建档', 'Opened'), { notice: id })
export const Counted = event('Counted', title('计数', 'Counted'), { what: text })

export const file = record({
  service: 'beta',
  name: 'file',
  title: title('档案', 'File'),
  states: { OPEN: title('在档', 'Open') },
  facts: { notices: [] as string[], count: 0 },
  events: [Opened, Counted],
  evolve: {
    Opened: { to: 'OPEN', set: ({ notice: one }, facts) => ({ notices: [...facts.notices, one] }) },
    Counted: { set: (_data, facts) => ({ count: facts.count + 1 }) },
  },
  roles: { holder: () => 'A-1' },
  label: () => 'file',
})

export const openFile = file.step({
  name: 'OpenFile',
  title: title('建档', 'Open'),
  law: [],
  from: ['new', 'OPEN'],
  who: 'system',
  input: { notice: id },
  needs: { self: (input) => oneRecord(file, input.notice) },
  emits: [Opened],
  decide: (input, record) => (record.facts.notices.includes(input.notice) ? [] : Opened(input)),
})

export const countThing = file.step({
  name: 'Count',
  title: title('计数', 'Count'),
  law: [],
  from: ['OPEN'],
  who: 'system',
  input: { what: text },
  emits: [Counted],
  decide: Counted,
})

export const services = [
  service({
    name: 'alpha',
    title: title('甲', 'Alpha'),
    records: [{ record: notice, steps: [serve, answer, decideNotice, close] }],
    reactions: [],
    views: [],
  }),
  service({
    name: 'beta',
    title: title('乙', 'Beta'),
    records: [{ record: file, steps: [openFile, countThing] }],
    reactions: [
      reaction({
        name: 'open-file',
        on: ['alpha/notice', Served],
        step: openFile,
        to: (event) => ({ target: { key: event.data.to }, input: { notice: event.record } }),
      }),
      reaction({
        name: 'count-waived',
        on: ['alpha/notice', Waived],
        step: countThing,
        to: (event) => ({ target: { key: event.summary.label }, input: { what: 'waived' } }),
      }),
      reaction({
        name: 'count-decided',
        on: ['alpha/notice', Decided],
        step: countThing,
        to: (event) => ({ target: { key: event.summary.label }, input: { what: event.data.outcome } }),
      }),
    ],
    views: [
      {
        name: 'matters',
        format: 1,
        topics: ['alpha'],
        ids: (envelope) => [envelope.record],
        fold: (row, envelope) => {
          const { version, state } = envelope.summary as { version: number; state: string }
          return row && (row.version as number) >= version ? row : { id: envelope.record, version, state }
        },
      },
    ],
  }),
]

const meta = { title: title('钟', 'clock'), law: 'TOY', validFrom: '2020-01-01', confidence: 'design' as const }

export const CLOCKS: ClockRowInput[] = [
  {
    ...meta,
    id: 'CLK-DEFENCE',
    on: 'alpha/notice',
    length: { n: 5, unit: 'WD' },
    starts: [{ event: 'Served', at: 'servedOn' }],
    stops: ['Answered', 'Waived'],
    opens: ['Decided'],
    lapse: { kind: 'auto', event: 'Waived' },
  },
  {
    ...meta,
    id: 'CLK-CASE',
    on: 'alpha/notice',
    length: { n: 10, unit: 'CD' },
    starts: ['Served'],
    stops: ['Decided'],
    lapse: { kind: 'breach' },
  },
]

/** Only what the kernel asks of the rules. */
export const toyRules = (): Rules => {
  const rows = CLOCKS.map(normalizeRow)
  return {
    version: 'toy',
    calendar: calendarOf({ from: '2025-01-01', to: '2026-12-31', off: [], work: [] }),
    switches: {},
    clockRows: (kind: string) => rows.filter((row) => row.on === kind),
    officesIn: (office: string) => (office === 'responsible' ? ['leader', 'head'] : [office]),
    staff: (person: string) => ['A-1', 'A-2', 'B-1', 'CITY'].map((agency) => ({ agency, person })),
    licenses: () => false,
    lawFrom: () => '2021-07-15',
    actsFrom: '2004-12-22',
    numberScope: (agency: string, paper: string, year: string) =>
      paper === '告知书' ? `no:${agency}:${paper}:${year}` : undefined,
    number: (_agency: string, _paper: string, year: string, n: number) => `甲告〔${year}〕${n}号`,
  } as unknown as Rules
}

export const officer: Actor = { agency: 'A-1', office: 'officer', person: 'p1' }
export const leader: Actor = { agency: 'A-1', office: 'leader', person: 'p2' }
export const stranger: Actor = { agency: 'B-1', office: 'officer', person: 'p9' }

export const toyPolicy = {
  knows: (actor: Actor, one: { roles: Readonly<Record<string, readonly string[]>> }) =>
    Object.values(one.roles).flat().includes(actor.agency),
  allows: (actor: Actor) => actor.agency.startsWith('A-'),
}
