import { describe, expect, it } from '@jest/globals'
import type { NormalRow } from '#kernel'
import { loadRules } from './load.js'

/** The clock catalogue of rulebook 11.0, copied by hand: length, what starts, satisfies (; cancels), extends it, and what a lapse means. Some cancellations are ours (decision 0007): what ends a matter ends its duties; a revoked decision ends its service, the remedies against it and its enforcement. */
const CATALOGUE = `
CLK-TS-ACCEPT | intake/lead | 7 WD | LeadReceived LeadDispatched MixedMaterialSplit | ComplaintAccepted ComplaintRejected ; LeadReturned ReporterRedirected ReportMerged DuplicateClosed LeadTransferred LeadFiled FilingDeclined | - | breach
CLK-TS-MEDIATE | intake/lead | 60 CD | ComplaintAccepted | ComplaintSettled MediationTerminated ; ReportMerged DuplicateClosed LeadTransferred LeadFiled | - | breach
CLK-TS-TERM-NOTE | intake/lead | 7 WD | MediationTerminated | TerminationNotified | - | breach
CLK-VERIFY | intake/lead | 15 WD | LeadReceived LeadDispatched RepeatAbsorbed | LeadFiled FilingDeclined LeadTransferred ; LeadReturned ReporterRedirected ReportMerged DuplicateClosed | VerificationExtended +15 WD ×1 | breach
CLK-JUR-CONSULT | routing/jurisdiction | 7 WD | DisputeRaised | JurisdictionAgreed DisputeEscalated | - | breach
CLK-JUR-DESIGNATE | routing/jurisdiction | 7 WD | DisputeEscalated | JurisdictionDesignated | - | breach
CLK-CASE | intake/administrative-case | 90 CD | CaseFiled | DecisionMade ; CaseTransferred CaseTerminated AdminClosedAfterConviction | CaseExtended +30 CD ×1, CaseExtendedCollectively +days CD ×1 | breach
CLK-REGKEEP | intake/measure | 7 WD | EvidenceRegistered | PreservedDisposed | - | auto PreservationReleased
CLK-SEAL | intake/measure | 30 CD | MeasureTaken | MeasureLifted | MeasureExtended +30 CD ×1 | auto MeasureExpired
CLK-URGENT-REPORT | intake/measure | 24 H | EvidenceRegistered MeasureTaken | UrgentMeasureReported ; MeasureLifted MeasureExpired PreservedDisposed PreservationReleased | - | breach
CLK-REVIEW | intake/administrative-case | 10 WD | ReviewSubmitted | ReviewFinished ReviewReturned ; AdminClosedAfterConviction | ReviewExtended +n WD ×9 | breach
CLK-DEFENCE | intake/administrative-case | 5 WD | PenaltyNoticeServed PublicNoticeEnded | HearingRequested RightsWaived ; InvestigationReopened AdminClosedAfterConviction | - | auto RightsWaived
CLK-HEAR-NOTICE | intake/administrative-case | 7 WD before | HearingScheduled | HearingNoticeServed | - | lost
CLK-SERVE | intake/administrative-case | 7 WD | DecisionMade | DecisionServed PublicNoticeStarted ; DecisionRevoked | - | breach
CLK-PUB-20 | intake/administrative-case | 20 WD | DecisionMade | Published ; DecisionRevoked | - | breach
CLK-PUB-7 | intake/administrative-case | 7 WD | DecisionMade | Published ; DecisionRevoked | - | reminder
CLK-PUB-WITHDRAW | intake/administrative-case | 3 WD | DecisionRevoked | PublicityWithdrawn | - | breach
CLK-PUB-WITHDRAW | credit/listing | 3 WD | ListingRevoked | PublicityWithdrawn | - | breach
CLK-PUB-WITHDRAW | mediation/adjudication | 3 WD | DecisionChanged | PublicityWithdrawn | - | breach
CLK-PUBLIC-NOTICE | intake/administrative-case | 30 CD | PublicNoticeStarted | - ; DecisionRevoked | - | auto PublicNoticeEnded
CLK-PAY | intake/administrative-case | 15 CD | DecisionServed PublicNoticeEnded | FinePaid ; DecisionRevoked | PaymentDeferred →until ×9 | breach
CLK-REMEDY-RECON | intake/administrative-case | 60 CD | DecisionServed PublicNoticeEnded | Challenged ; DecisionRevoked | - | lost
CLK-REMEDY-SUIT | intake/administrative-case | 6 M | DecisionServed PublicNoticeEnded | Challenged ; DecisionRevoked | - | lost RemediesExpired
CLK-URGE | intake/administrative-case | 10 WD | ReminderServed | DecisionPerformed ; DecisionRevoked | - | reminder
CLK-ENF-APPLY | intake/administrative-case | 3 M | RemediesExpired ChallengeEnded | EnforcementApplied ; DecisionPerformed DecisionRevoked | - | lost
CLK-CLOSE | intake/administrative-case | 15 WD | DecisionPerformed EnforcementEnded DecisionServed PublicNoticeEnded | CaseClosed ; DecisionRevoked | - | breach
CLK-TF-APPROVE | routing/transfer | 3 CD | TransferReportSubmitted | TransferApproved TransferNotApproved | - | breach
CLK-TF-SEND | routing/transfer | 24 H | TransferApproved | SentToPolice | - | breach
CLK-PSB-FORWARD | routing/transfer | 24 H | TransferReceived | CaseForwarded ; PoliceFiled PoliceRefused | - | breach
CLK-PSB-SUPP-ASK | routing/transfer | 24 H | TransferReceived | SupplementRequested ; PoliceFiled PoliceRefused CaseForwarded | - | lost
CLK-SUPP | routing/transfer | 3 CD | SupplementRequested | Supplemented ; PoliceFiled PoliceRefused | - | lost
CLK-PSB-DECIDE | routing/transfer | 3 CD | TransferReceived | PoliceFiled PoliceRefused ; CaseForwarded | - | breach
CLK-TF-RECON | routing/transfer | 3 CD | PoliceRefused | ReconRequested SupervisionRequested ; PoliceFiled | - | lost
CLK-PSB-RECON | routing/transfer | 3 CD | ReconRequested | ReconDecided | - | breach
CLK-TF-SUPV | routing/transfer | 3 CD | ReconDecided | SupervisionRequested ; PoliceFiled | - | lost
CLK-PSB-EXPLAIN | routing/transfer | 7 CD | ReasonsAsked | ReasonsExplained PoliceFiled ; FilingOrdered | - | breach
CLK-PSB-FILE15 | routing/transfer | 15 CD | FilingOrdered | PoliceFiled | - | breach
CLK-HANDOVER | routing/transfer | 3 CD | PoliceFiled ReconDecided | HandedOver ; CaseWithdrawn | - | breach
CLK-PROC-TELL | routing/transfer | 10 CD | ReasonsUpheld | AgencyInformed | - | breach
CLK-REV-INT | routing/reverse-transfer | 3 WD | ReverseOpened | ReverseTransferred | - | breach
CLK-REV-REVIEW | routing/reverse-transfer | 10 WD | ReviewStarted | OpinionIssued ReverseReviewEnded | ReviewExtended +n WD ×1 | breach
CLK-REV-REPLY | routing/reverse-transfer | until replyBy / 2 M | OpinionReceived | ResultReported | - | breach
CLK-COOP | routing/assistance | 15 WD | AssistanceReceived | AssistanceCompleted AssistanceRefused | DelayNotified →newDate ×9 | breach
CLK-COOP-FEEDBACK | intake/lead | 5 WD | LeadFiled FilingDeclined | FeedbackSent | - | reminder
CLK-ADJ-FILE | mediation/adjudication | 5 WD | AdjudicationRequested | AdjFiled AdjRefused | AdjFilingExtended +5 WD ×1 | breach
CLK-ADJ-SERVE | mediation/adjudication | 5 WD | AdjFiled | RequestServed | - | breach
CLK-ADJ-DEFENCE | mediation/adjudication | 30 CD / 15 CD | RequestServed | DefenceReceived | DefencePeriodExtended +days CD ×9 | lost
CLK-ADJ-DEFCOPY | mediation/adjudication | 5 WD | DefenceReceived | DefenceForwarded | - | breach
CLK-ADJ-JUR | mediation/adjudication | 5 WD | JurisdictionObjected | ObjectionDecided | - | breach
CLK-ADJ | mediation/adjudication | 3 M | AdjFiled | AdjDecided AdjSettled AdjWithdrawn | AdjExtended +months M ×2 | breach
CLK-ADJ-ORAL | mediation/adjudication | 3 WD before | OralScheduled | OralNotified | - | lost
CLK-ADJ-SUE | mediation/adjudication | 15 CD | AdjDecisionServed | SuitFiled | - | lost
CLK-ADJ-ENF | mediation/adjudication | 3 M | AdjDecisionServed | EnforcementApplied | - | lost
CLK-ADJ-ENF-HOLDER | mediation/adjudication | 6 M | ClockLapsed | EnforcementApplied | - | lost
CLK-MED-SERVE | mediation/mediation | 5 WD | MediationRequested | OpinionNoticeServed ; MediationAccepted MediationWithdrawn MediationFailed | - | breach
CLK-MED-OPINION | mediation/mediation | 15 CD | OpinionNoticeServed | Consented NotFiled ; NotFiled MediationWithdrawn MediationFailed | - | auto OpinionSilent
CLK-MED-FILE | mediation/mediation | 5 WD | Consented OpinionSilent | MediationAccepted NotFiled ; MediationWithdrawn MediationFailed | - | breach
CLK-MED | mediation/mediation | 30 CD | MediationAccepted | AgreementSigned MediationFailed MediationWithdrawn | MediationExtended +30 CD ×1 | auto MediationFailed
CLK-MED-OWN | mediation/mediation | 2 M | MediationAccepted | AgreementSigned MediationFailed MediationWithdrawn | MediationExtended +1 M ×1 | breach
CLK-JC-APPLY | mediation/mediation | 30 CD | AgreementSigned | ConfirmationApplied | - | lost
CLK-JC-APPLY | mediation/adjudication | 30 CD | AdjSettled | ConfirmationApplied | - | lost
CLK-JC-ACCEPT | mediation/confirmation | 3 CD | ConfirmationApplied | Accepted Refused ; ConfirmationWithdrawn | - | breach
CLK-JC-DECIDE | mediation/confirmation | 15 CD | Accepted | Confirmed Rejected ; ConfirmationWithdrawn | ReviewExtended +10 CD ×1 | breach
CLK-JC-OUTER | mediation/confirmation | 30 CD | Accepted | Confirmed Rejected ; ConfirmationWithdrawn | ReviewExtended +outerDays CD ×1 | breach
CLK-JC-OBJ-PARTY | mediation/confirmation | 15 CD | Confirmed | Objected | - | lost
CLK-JC-ENF | mediation/confirmation | 2 Y | Confirmed | EnforcementApplied ; PerformanceRecorded | - | lost
CLK-LIST-PUB | credit/listing | 20 WD | Listed ListingRestored | ListingPublished ; ListingRevoked | - | breach
CLK-LIST-EARLY | credit/listing | 1 Y gate | Listed ListingRestored | - ; ListingRevoked | - | gate
CLK-LIST-END | credit/listing | 3 Y | Listed ListingRestored | EarlyDecided ; ListingRevoked | - | auto ListingExpired
CLK-REP-ACCEPT | credit/listing | 2 WD | EarlyApplied | EarlyAccepted EarlyDecided ; ListingRevoked ListingExpired | - | breach
CLK-REP-DECIDE | credit/listing | 15 WD | EarlyAccepted | EarlyDecided ; ListingRevoked ListingExpired | - | breach
CLK-REP-STOP | credit/listing | 3 WD | EarlyDecided | MeasuresStopped ; ListingRestored ListingRevoked | - | breach
CLK-OBJ-OWN | credit/listing | 3 WD | ObjectionFiled | ObjectionResolved ; ProviderAsked ListingRevoked ListingExpired | - | breach
CLK-OBJ-CHECK | credit/listing | 7 WD | ObjectionFiled | ObjectionResolved ; ListingRevoked ListingExpired | - | breach
CLK-OBJ-PROVIDER | credit/listing | 3 WD | ProviderAsked | ProviderAnswered ; ListingRevoked ListingExpired ObjectionResolved | - | breach
CLK-JA-NOTICE | routing/joint-action | 2 WD before | PlanApproved | JointActionAnnounced | - | reminder
CLK-JA-ALLOCATE | routing/joint-action | 5 WD | ExecutionStarted | TargetsAllocated | - | breach
CLK-JA-REPORT | routing/joint-action | 10 WD | ExecutionStarted | JointActionReported | - | breach
CLK-CUS-APPLY | intake/border-detention | 3 WD | CustomsNoticeServed | CustomsApplied | - | auto GoodsReleased
CLK-CUS-UNDECIDED | intake/border-detention | 30 WD | GoodsDetained | CustomsDetermined CustomsUndecidedTold | - | breach
CLK-CUS-RELEASE | intake/border-detention | 20 WD / 50 WD | GoodsDetained | CourtNoticeReceived | - | auto GoodsReleased
CLK-ECM | intake/platform-notice | 15 CD | DeclarationReachedHolder | ComplaintOrSuitNotified | - | auto MeasuresEnded
`
  .trim()
  .split('\n')

const rules = loadRules()
const TODAY = '2026-06-01'

const lengthOf = (row: NormalRow): string => {
  const one = row.length.map((each) => ('unit' in each ? `${each.n} ${each.unit}` : `until ${each.until}`)).join(' / ')
  return row.kind === 'period' ? one : `${one} ${row.kind}`
}

const names = (triggers: NormalRow['starts']): string => triggers.map((one) => one.event).join(' ')

const endings = (row: NormalRow): string => {
  const [stops, moot] = [names(row.stops) || '-', names(row.moot)]
  return moot ? `${stops} ; ${moot}` : stops
}

const added = (row: NormalRow): string =>
  row.extensions
    .map(({ by, add, times }) => {
      const amount =
        'until' in add ? `→${add.until}` : 'field' in add ? `+${add.field} ${add.unit}` : `+${add.n} ${add.unit}`
      return `${by.event} ${amount} ×${times}`
    })
    .join(', ') || '-'

const lineOf = (row: NormalRow): string =>
  [
    row.id,
    row.on,
    lengthOf(row),
    names(row.starts),
    endings(row),
    added(row),
    [row.lapse.kind, row.lapse.event].filter(Boolean).join(' '),
  ].join(' | ')

const row = (id: string, record?: string): NormalRow => rules.clock(id, TODAY, record)!

describe('the clock catalogue', () => {
  it.each(CATALOGUE)('%s', (line) => {
    const [id, record] = line.split(' | ')
    expect(lineOf(row(id!, record))).toEqual(line)
  })

  it('has the 79 clocks of rulebook 11.0, the second half of CLK-ADJ-ENF, and nothing that is not accounted for', () => {
    const catalogued = new Set([...CATALOGUE.map((line) => line.split(' | ')[0]!), 'CLK-JC-OBJ-3RD'])
    expect(catalogued.size).toBe(80)
    const others = new Set(rules.allClocks.map((one) => one.id).filter((id) => !catalogued.has(id)))
    expect([...others].sort()).toEqual([
      'CLK-PATENT-CASE',
      'CLK-PATENT-FILE',
      'CLK-PUBLIC-END',
      'CLK-PUBLIC-MIN',
      'CLK-REPORTER-TOLD',
    ])
  })

  it('keeps the six months of a third party for the guard and runs no clock on them', () => {
    expect(lengthOf(row('CLK-JC-OBJ-3RD'))).toBe('6 M')
    expect(rules.clockRows('mediation/confirmation').map((one) => one.id)).not.toContain('CLK-JC-OBJ-3RD')
  })

  it('restarts only what the law restarts', () => {
    const restarting = CATALOGUE.map((line) => line.split(' | ') as [string, string])
      .filter(([id, record]) => row(id, record).again === 'restart')
      .map(([id]) => id)
    expect(restarting).toEqual([
      'CLK-TS-ACCEPT',
      'CLK-VERIFY',
      'CLK-REVIEW',
      'CLK-DEFENCE',
      'CLK-HEAR-NOTICE',
      'CLK-PUBLIC-NOTICE',
      'CLK-ENF-APPLY',
      'CLK-PSB-FORWARD',
      'CLK-PSB-SUPP-ASK',
      'CLK-SUPP',
      'CLK-PSB-DECIDE',
      'CLK-ADJ-JUR',
      'CLK-ADJ-ORAL',
      'CLK-LIST-PUB',
      'CLK-LIST-EARLY',
      'CLK-LIST-END',
      'CLK-REP-ACCEPT',
      'CLK-REP-DECIDE',
      'CLK-REP-STOP',
      'CLK-OBJ-OWN',
      'CLK-OBJ-CHECK',
      'CLK-OBJ-PROVIDER',
    ])
  })

  it('rolls everything but restrictive periods, gates and the end of a listing', () => {
    const still = CATALOGUE.map((line) => line.split(' | ') as [string, string])
      .filter(([id, record]) => row(id, record).rolls === false)
      .map(([id]) => id)
    expect(still).toEqual(['CLK-REGKEEP', 'CLK-SEAL', 'CLK-LIST-EARLY', 'CLK-LIST-END'])
  })

  it('holds back what may not come before its day', () => {
    const held = CATALOGUE.map((line) => line.split(' | ') as [string, string]).flatMap(([id, record]) =>
      row(id, record).opens.map(({ event, when }) =>
        `${id} ${event} ${when.map((one) => `${one.field}=${one.values.join()}`).join()}`.trim(),
      ),
    )
    expect(held).toEqual([
      'CLK-DEFENCE DecisionMade outcome=penalise',
      'CLK-DEFENCE CollectivelyDiscussed outcome=penalise',
      'CLK-URGE EnforcementApplied',
      'CLK-LIST-EARLY EarlyApplied',
    ])
  })

  it('leaves right-holder identification out of the pause of a seal, and in that of a case (QZF 25, PROC 64)', () => {
    const kinds = (id: string) => row(id).pauses.find((one) => one.from.event === 'TestCommissioned')!.from.when
    expect(kinds('CLK-SEAL')).toEqual([{ field: 'kind', values: ['test', 'inspection', 'quarantine', 'appraisal'] }])
    expect(kinds('CLK-CASE')).toEqual([])
    expect(kinds('CLK-VERIFY')).toEqual([])
  })

  it('names the article, the confidence and both titles of every clock', () => {
    expect(rules.allClocks.filter((one) => !one.text || !rules.instrument(one.law))).toEqual([])
    const uncertain = rules.allClocks.filter((one) => one.confidence === 'uncertain').map((one) => one.id)
    expect(uncertain).toEqual(expect.arrayContaining(['CLK-PUB-7', 'CLK-MED', 'CLK-JC-OUTER']))
    expect(row('CLK-COOP-FEEDBACK').law).toBe('design')
  })
})
