import type { Actor } from '#kernel'
import { at, specOf } from '#kernel/spec'
import { rules } from '../city.sample.js'
import { routing } from '../service.js'
import * as happened from './events.js'

/** The matter of scenario 2, all persons and companies fictitious: what had happened, event by event. */
export const CASE = 'c'.repeat(26)
export const LEAD = 'l'.repeat(26)
export const SEAL = 'm'.repeat(26)
export const SUBJECT = { name: '许昌恒远电力器材有限公司', uscc: '91411003MA9FK20288' }

const person = (agency: string, office: string, name: string): Actor => ({ agency, office, person: name })
export const OFFICER = person('SAMR-411003', 'officer', 'wang')
export const OUTSIDER = person('SAMR-411003', 'officer', 'feng')
export const LEADER = person('SAMR-411003', 'leader', 'li')
export const HEAD = person('SAMR-411003', 'head', 'sun')
export const ACTING = person('SAMR-411003', 'acting-head', 'qian')
export const POLICE = person('PSB-411003', 'officer', 'zhou')
export const OTHER_POLICE = person('PSB-411081', 'officer', 'wu')
export const PROSECUTOR = person('PROC-411003', 'officer', 'zheng')
export const JUDGE = person('COURT-411003', 'officer', 'chen')
export const SYSTEM = person('SYSTEM', 'system', 'SYSTEM')

export const MATTER = { case: CASE }
export const ABOUT = { agency: 'SAMR-411003', subject: SUBJECT, ip: 'trademark' }
export const AMOUNTS = [{ metric: 'illegal_business', value: 8_600_000, evidence: ['账册一'] }]

const { CrimeSuspected, FindingsNoted, PoliceFiled, PoliceRefused, ReconDecided, ReconRequested } = happened

export const suspected = at(
  '2026-03-04T09:00',
  CrimeSuspected({ ...MATTER, ...ABOUT, round: 1, basis: 'threshold' }),
  FindingsNoted({ amounts: AMOUNTS }),
)
export const formed = at('2026-03-04T15:00', happened.TaskForceFormed({ officers: ['wang', 'zhao'] }))
export const reported = {
  ...at('2026-03-06T09:00', happened.TransferReportSubmitted({ amounts: AMOUNTS, receivedByHead: '2026-03-06' })),
  by: OFFICER,
}
export const approved = at('2026-03-06T16:00', happened.TransferApproved({ reason: '涉嫌犯罪' }))
export const sent = at(
  '2026-03-07T11:00',
  happened.SentToPolice({
    ...MATTER,
    ...ABOUT,
    to: 'PSB-411003',
    copiedTo: 'PROC-411003',
    court: 'COURT-411003',
    missing: [],
  }),
)
export const received = at(
  '2026-03-07T12:00',
  happened.TransferReceived({ ...MATTER, police: 'PSB-411003', ownField: true, complete: true }),
)

const untilReport = [suspected, formed, reported]
export const untilApproval = [...untilReport, approved]
export const untilSent = [...untilApproval, sent]
export const untilReceived = [...untilSent, received]

export const incomplete = [
  ...untilApproval,
  at(
    '2026-03-07T11:00',
    happened.SentToPolice({
      ...MATTER,
      ...ABOUT,
      to: 'PSB-411003',
      copiedTo: 'PROC-411003',
      missing: ['涉案物品清单'],
    }),
  ),
  at(
    '2026-03-07T12:00',
    happened.TransferReceived({ ...MATTER, police: 'PSB-411003', ownField: true, complete: false }),
  ),
]
export const supplementing = [
  ...incomplete,
  at('2026-03-08T09:00', happened.SupplementRequested({ what: ['涉案物品清单'], servedOn: '2026-03-08' })),
]
export const filed = (servedOn: string | null = '2026-03-09') => [
  ...untilReceived,
  at('2026-03-09T10:00', PoliceFiled({ ...MATTER, police: 'PSB-411003', servedOn })),
]
export const refused = (servedOn: string | null = '2026-03-09') => [
  ...untilReceived,
  at(
    '2026-03-09T10:00',
    PoliceRefused({ ...MATTER, police: 'PSB-411003', ground: 'minor', reasons: '情节轻微', servedOn }),
  ),
]
export const reconAsked = [
  ...refused(),
  at('2026-03-11T10:00', ReconRequested({ reasons: '数额已达标准', servedOn: '2026-03-11' })),
]
export const upheld = (servedOn: string | null = '2026-03-13') => [
  ...reconAsked,
  at('2026-03-13T10:00', ReconDecided({ ...MATTER, filed: false, servedOn })),
]
export const supervised = [...refused(), at('2026-03-11T10:00', happened.SupervisionRequested({ reasons: '应当立案' }))]
export const explaining = [
  ...supervised,
  at('2026-03-12T10:00', happened.ReasonsAsked({ exOfficio: false, servedOn: '2026-03-12' })),
]
export const explained = [...explaining, at('2026-03-18T10:00', happened.ReasonsExplained({ reasons: '情节轻微' }))]
export const handedOver = [
  ...filed(),
  at('2026-03-11T10:00', happened.HandedOver({ ...MATTER, to: 'PSB-411003', measures: [SEAL] })),
]

export { untilReport, at, happened }

export const spec = specOf(routing.records[0]!, rules)
