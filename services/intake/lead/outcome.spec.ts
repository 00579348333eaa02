import { describe, expect, it } from '@jest/globals'
import * as events from './events.js'
import { noFacts, type LeadFacts } from './facts.js'
import * as m from './lead.sample.js'
import { acceptComplaint } from './steps/accept-complaint.js'
import { askDesignation } from './steps/ask-designation.js'
import { closeRepeat } from './steps/close-repeat.js'
import { declineFiling } from './steps/decline-filing.js'
import { mergeRepeat } from './steps/merge-repeat.js'
import { notifyNamedReporter } from './steps/notify-named-reporter.js'
import { notifyTermination } from './steps/notify-termination.js'
import { recordSettlement } from './steps/record-settlement.js'
import { rejectComplaint } from './steps/reject-complaint.js'
import { sendFeedback } from './steps/send-feedback.js'
import { terminateMediation } from './steps/terminate-mediation.js'
import { transferToOtherDept } from './steps/transfer-to-other-dept.js'

type Given = readonly ReturnType<typeof m.received>[]
type Input = Record<string, unknown>

const state = (after: { clocks: readonly { id: string; state: string }[] }, id: string) =>
  after.clocks.find((one) => one.id === id)?.state

const ended = { agency: m.BUREAU, subject: m.SHOP, ip: 'trademark', channel: 'SRC-12315-JB', named: true }

describe('DeclineFiling', () => {
  const decline = (given: Given = m.verifying, by = m.leader()) =>
    m.spec.given(...given).when(declineFiling, { by, at: '2026-06-10T09:00', input: { ground: 'minor-corrected' } })

  it('is one outcome, by the responsible person', () => {
    const told = decline().told()
    expect(told.events).toEqual([{ type: 'FilingDeclined', data: { ...ended, ground: 'minor-corrected' } }])
    expect([told.papers, told.claims, told.after.state, state(told.after, 'CLK-VERIFY')]).toEqual([
      ['立案/不予立案审批表'],
      [`lead-outcome:${told.after.id}`],
      'NOT_FILED',
      'satisfied',
    ])
  })

  it('waits until the goods are released', () => {
    expect(decline([...m.verifying, m.held]).refused()).toBe('ERR_GUARD')
    const lifted = m.happened('2026-06-05T09:00', events.MeasureNoted({ measure: m.MEASURE, open: false }))
    expect(decline([...m.verifying, m.held, lifted]).told().after.state).toBe('NOT_FILED')
  })

  it('is neither an officer’s nor an investigator’s', () => {
    expect(decline(m.verifying, m.officer()).refused()).toBe('ERR_WRONG_APPROVER')
    expect(decline(m.verifying, { ...m.leader(), person: 'p-officer' }).refused()).toBe('ERR_SOD')
    expect(decline(m.atBureau).refused()).toBe('ERR_STATE')
  })
})

describe('TransferToOtherDept', () => {
  const transfer = (given: Given, input: Input, by = m.leader()) =>
    m.spec.given(...given).when(transferToOtherDept, { by, at: '2026-06-10T09:00', input })
  const copyright = [m.received(), m.classified({ ip: 'copyright' }), m.started]

  it('goes to the department whose matter it is (PROC 17)', () => {
    const told = transfer(copyright, { to: 'CULT-411000' }).told()
    expect(told.events).toEqual([
      {
        type: 'LeadTransferred',
        data: {
          ...ended,
          ip: 'copyright',
          to: 'CULT-411000',
          ground: 'other-department',
          receivedOn: '2026-06-10',
        },
      },
    ])
    expect([told.papers, told.claims, told.after.state, state(told.after, 'CLK-VERIFY')]).toEqual([
      ['线索移送函'],
      [`lead-outcome:${told.after.id}`],
      'TRANSFERRED_OTHER',
      'satisfied',
    ])
  })

  it.each<[string, Given, Input, string]>([
    ['a report to another market regulator', m.verifying, { to: m.OTHER }, 'ERR_USE_REDIRECT'],
    [
      'a dispatched report to another market regulator',
      [...m.dispatchedHere, m.started],
      { to: m.OTHER },
      'ERR_NO_SELF_TRANSFER',
    ],
    ['a transferred case back to where it came from', m.transferred, { to: m.OTHER }, 'ERR_NO_RETRANSFER'],
    ['a transferred case to another department', m.transferred, { to: 'CULT-411000' }, 'ERR_NO_RETRANSFER'],
    ['to itself', m.verifying, { to: m.BUREAU, ground: 'designation' }, 'ERR_GUARD'],
    [
      'what is no report to a colleague',
      [m.received({ channel: 'SRC-INSPECT' }), m.classified()],
      { to: m.OTHER },
      'ERR_GUARD',
    ],
    ['to who has no such right', m.verifying, { to: 'CULT-411000' }, 'ERR_GUARD'],
    ['by designation without its paper', m.verifying, { to: m.OTHER, ground: 'designation' }, 'ERR_DOC_MISSING'],
    ['while goods are sealed', [...copyright, m.held], { to: 'CULT-411000' }, 'ERR_GUARD'],
    ['received in the future', copyright, { to: 'CULT-411000', receivedOn: '2026-06-11' }, 'ERR_DATE'],
  ])('refuses %s', (_what, given, input, code) => {
    expect(transfer(given, input).refused()).toBe(code)
  })

  it('gives its code also when the state has moved on', () => {
    const filed = m.happened('2026-06-05T09:00', events.LeadFiled({ ...ended, case: m.CASE }))
    expect(transfer([...m.transferred, filed], { to: m.OTHER }).refused()).toBe('ERR_NO_RETRANSFER')
    expect(transfer([...m.verifying, filed], { to: m.OTHER }).refused()).toBe('ERR_STATE')
  })

  it('goes where the common superior says, once it was asked', () => {
    const asked = m.happened(
      '2026-06-02T09:00',
      events.DesignationAsked({
        ...{ agency: m.BUREAU, subject: m.SHOP, superior: 'SAMR-411000' },
        ...{ receivedBySuperiorOn: '2026-06-02', reason: '不在本辖区' },
      }),
    )
    const input = { to: 'SAMR-411082', ground: 'designation', enclosures: { 指定管辖通知书: ['z1'] } }
    expect(transfer([...m.transferred, asked], input).told().after.state).toBe('TRANSFERRED_OTHER')
    expect(transfer([...m.transferred, asked], { to: 'CULT-411000' }).refused()).toBe('ERR_NO_RETRANSFER')
  })
})

describe('AskDesignation', () => {
  const ask = (given: Given, input: Input = {}) =>
    m.spec
      .given(...given)
      .when(askDesignation, { by: m.leader(), at: '2026-06-02T09:00', input: { reason: '不在本辖区', ...input } })

  it('puts a transferred case before the common superior', () => {
    const told = ask(m.transferred).told()
    expect(told.events).toEqual([
      {
        type: 'DesignationAsked',
        data: {
          agency: m.BUREAU,
          subject: m.SHOP,
          ip: 'trademark',
          superior: 'SAMR-411000',
          receivedBySuperiorOn: '2026-06-02',
          reason: '不在本辖区',
        },
      },
    ])
    expect([told.papers, told.after.state]).toEqual([['报请指定管辖函'], 'CLASSIFIED'])
  })

  it('is asked once, and of somebody', () => {
    const data = {
      agency: m.BUREAU,
      subject: m.SHOP,
      superior: 'SAMR-411000',
      receivedBySuperiorOn: null,
      reason: '不在本辖区',
    }
    const asked = m.happened('2026-06-01T11:00', events.DesignationAsked(data))
    expect(ask([...m.transferred, asked]).refused()).toBe('ERR_GUARD')
    const city = m.transferred.map((one) => ({
      ...one,
      events: one.events.map((event) => ({ ...event, data: { ...(event.data as object), agency: 'SAMR-411000' } })),
    }))
    const alone = m.spec
      .given(...city)
      .when(askDesignation, { by: m.leader('SAMR-411000'), at: '2026-06-02T09:00', input: { reason: '不在本辖区' } })
    expect(alone.refused()).toBe('ERR_GUARD')
  })

  it('is for transferred cases, with a receipt that has happened', () => {
    expect(ask(m.atBureau).refused()).toBe('ERR_GUARD')
    expect(ask(m.transferred, { receivedBySuperiorOn: '2026-06-03' }).refused()).toBe('ERR_DATE')
  })
})

describe('repeats of one reporter', () => {
  const earlier = (facts: Partial<LeadFacts> = {}, at = 'VERIFYING') => ({
    id: m.ID('e'),
    version: 3,
    dossier: m.ID('e'),
    state: at,
    facts: { ...noFacts, holder: m.BUREAU, subject: m.SHOP, reporter: 'INF-2026-0001', ...facts },
  })
  const merge = (found: unknown, given: Given = m.atBureau, sameReporter = true) =>
    m.spec.given(...given).when(mergeRepeat, {
      by: m.intake(),
      at: '2026-06-10T09:00',
      input: { into: m.ID('e'), newFacts: '另有一处仓库' },
      needs: { earlier: found, sameReporter },
    })
  const close = (found: unknown, given: Given = m.atBureau, sameReporter = true) =>
    m.spec.given(...given).when(closeRepeat, {
      by: m.intake(),
      at: '2026-06-10T09:00',
      input: { of: m.ID('e') },
      needs: { earlier: found, sameReporter },
    })

  it('with new facts: merged, and the earlier lead counts from the last report', () => {
    const told = merge(earlier()).told()
    expect(told.events).toEqual([
      { type: 'ReportMerged', data: { into: m.ID('e'), receivedOn: '2026-06-01', newFacts: '另有一处仓库' } },
    ])
    expect([told.papers, told.after.state, state(told.after, 'CLK-VERIFY')]).toEqual([
      ['并案记录'],
      'MERGED',
      'cancelled',
    ])
  })

  it('are reports: a complaint has a track and a clock of its own (TSJB 35)', () => {
    const complaint = earlier({ complaint: true })
    expect([merge(complaint).refused(), close(complaint).refused()]).toEqual(['ERR_GUARD', 'ERR_GUARD'])
  })

  it('without: closed as a duplicate', () => {
    const told = close(earlier({}, 'FILED')).told()
    expect(told.events).toEqual([{ type: 'DuplicateClosed', data: { of: m.ID('e') } }])
    expect([told.after.state, state(told.after, 'CLK-VERIFY')]).toEqual(['CLOSED_DUPLICATE', 'cancelled'])
  })

  it.each<[string, unknown]>([
    ['there is no earlier lead', undefined],
    ['the target is another', earlier({ subject: { name: '别的店（虚构）', uscc: '92411002MA9FK1018E' } })],
    ['another bureau has it', earlier({ holder: m.OTHER })],
  ])('refused where %s', (_why, found) => {
    expect([merge(found).refused(), close(found).refused()]).toEqual(['ERR_GUARD', 'ERR_GUARD'])
  })

  it('refused where the vault says that the reporter is another, or knows none (invariant 3)', () => {
    const found = earlier({ reporter: 'INF-2026-0002' })
    expect([merge(found, m.atBureau, false).refused(), close(found, m.atBureau, false).refused()]).toEqual([
      'ERR_GUARD',
      'ERR_GUARD',
    ])
  })

  it('merge only into what is still open, and not with goods sealed', () => {
    expect(merge(earlier({}, 'FILED')).refused()).toBe('ERR_GUARD')
    expect(merge(earlier(), [...m.verifying, m.held]).refused()).toBe('ERR_GUARD')
  })
})

describe('NotifyNamedReporter', () => {
  const filed = (ip: string, more: Input = {}) => [
    m.received(more),
    m.classified({ ip }),
    m.started,
    m.happened('2026-06-12T09:00', events.LeadFiled({ ...ended, ip, case: m.CASE })),
  ]
  const notify = (given: Given) =>
    m.spec.given(...given).when(notifyNamedReporter, { by: m.intake(), at: '2026-06-15T09:00' })

  it('has no basis for trade marks (scenario 1)', () => {
    expect(notify(filed('trademark')).refused()).toBe('ERR_NO_BASIS')
    expect(notify(m.verifying).refused()).toBe('ERR_NO_BASIS')
  })

  it('is a duty for trade secrets (FBZ 20), to a reporter who gave a name', () => {
    const told = notify(filed('technical-secret')).told()
    expect([told.events, told.papers]).toEqual([[{ type: 'ReporterInformed', data: {} }], ['举报处理结果告知书']])
    expect(notify(filed('technical-secret', { named: false, reporter: undefined })).refused()).toBe('ERR_GUARD')
  })

  it('is done once of one result, and again of the next', () => {
    const secret = filed('technical-secret')
    const informed = m.happened('2026-06-15T08:00', events.ReporterInformed({}))
    expect(notify([...secret, informed]).refusal()).toEqual({ refused: 'ERR_GUARD', facts: { guard: 'told-already' } })
    const anew = m.happened('2026-06-15T08:30', events.LeadFiled({ ...ended, ip: 'technical-secret', case: m.CASE }))
    expect(notify([...secret, informed, anew]).refused()).toBeUndefined()
  })

  it('waits for the result', () => {
    expect(notify([m.received(), m.classified({ ip: 'technical-secret' }), m.started]).refused()).toBe('ERR_STATE')
  })

  it('was a duty for every named report received before 2026-04-15 (R-INT-16)', () => {
    const old = [
      m.happened('2026-04-10T09:00', events.LeadReceived({ ...m.RECEIVED, receivedOn: '2026-04-10' })),
      m.happened(
        '2026-04-10T10:00',
        events.LeadClassified({ agency: m.BUREAU, subject: m.SHOP, ip: 'trademark', identified: false }),
      ),
      m.happened('2026-04-13T09:00', events.VerificationStarted({ officers: ['p-officer'] })),
      m.happened('2026-04-20T09:00', events.LeadFiled({ ...ended, case: m.CASE })),
    ]
    const told = m.spec
      .given(...old)
      .when(notifyNamedReporter, { by: m.intake(), at: '2026-04-24T09:00' })
      .told()
    expect(state(told.after, 'CLK-REPORTER-TOLD')).toBe('satisfied')
  })
})

describe('SendFeedback', () => {
  const declined = (channel: string) => [
    m.received({ channel, named: false, reporter: undefined }),
    m.classified(),
    m.started,
    m.happened('2026-06-10T09:00', events.FilingDeclined({ ...ended, channel, ground: 'no-fault' })),
  ]
  const send = (channel: string) =>
    m.spec.given(...declined(channel)).when(sendFeedback, { by: m.intake(), at: '2026-06-12T09:00', input: {} })

  it('answers who gave the clue', () => {
    const told = send('SRC-COOP').told()
    expect([told.events, told.papers, state(told.after, 'CLK-COOP-FEEDBACK')]).toEqual([
      [{ type: 'FeedbackSent', data: {} }],
      ['线索办理反馈函'],
      'satisfied',
    ])
  })

  it('nobody else asked', () => {
    expect(send('SRC-INSPECT').refused()).toBe('ERR_GUARD')
  })
})

describe('a complaint', () => {
  const complaint = [m.received({ complaint: true, channel: 'SRC-12315-TS' }), m.classified()]
  const accepted = [...complaint, m.happened('2026-06-03T09:00', events.ComplaintAccepted({}))]
  const act = (
    step: Parameters<ReturnType<typeof m.spec.given>['when']>[0],
    given: Given,
    input: Input = {},
    at = '2026-06-05T09:00',
  ) => m.spec.given(...given).when(step, { by: m.intake(), at, input })

  it('is accepted or rejected', () => {
    const taken = act(acceptComplaint, complaint).told()
    expect([taken.after.state, state(taken.after, 'CLK-TS-ACCEPT'), state(taken.after, 'CLK-TS-MEDIATE')]).toEqual([
      'COMPLAINT_ACCEPTED',
      'satisfied',
      'running',
    ])
    const rejected = act(rejectComplaint, complaint, { ground: 'not-consumer' }).told()
    expect([rejected.papers, rejected.after.state]).toEqual([['投诉不予受理决定书'], 'COMPLAINT_REJECTED'])
    expect(act(acceptComplaint, m.atBureau).refused()).toBe('ERR_GUARD')
    expect(act(rejectComplaint, m.atBureau, { ground: 'other' }).refused()).toBe('ERR_GUARD')
  })

  it('ends by settlement', () => {
    const told = act(recordSettlement, accepted, { terms: '退一赔三' }).told()
    expect([told.papers, told.after.state, state(told.after, 'CLK-TS-MEDIATE')]).toEqual([
      ['投诉调解书'],
      'SETTLED',
      'satisfied',
    ])
  })

  it('or by termination, of which the parties are told', () => {
    const told = act(terminateMediation, accepted, { ground: 'impasse' }).told()
    expect([told.papers, told.after.state]).toEqual([['投诉终止调解决定书'], 'MEDIATION_TERMINATED'])
    const over = [...accepted, m.happened('2026-06-05T09:00', events.MediationTerminated({ ground: 'impasse' }))]
    const heard = act(notifyTermination, over, {}, '2026-06-08T09:00').told()
    expect([heard.papers, state(heard.after, 'CLK-TS-TERM-NOTE')]).toEqual([
      ['投诉终止调解决定书', '送达回证'],
      'satisfied',
    ])
  })
})
