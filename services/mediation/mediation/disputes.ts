import type { Title } from '#kernel'

export const TRACKS = ['administrative', 'people', 'commercial'] as const
export type Track = (typeof TRACKS)[number]

interface Dispute {
  title: Title
  /** Rule under which it cannot be mediated at all. */
  barred?: string
  /** Tracks that may not take it, with the rule. */
  not?: Partial<Record<Track, string>>
}

/** What a request may be about (GZ81 63, 64; SSTJ; R-MED-14). */
export const DISPUTES = {
  infringement: { title: { zh: '侵权纠纷', en: 'Infringement' } },
  damages: { title: { zh: '侵权赔偿数额（单独）', en: 'Damages alone' } },
  ownership: { title: { zh: '权属纠纷', en: 'Entitlement' } },
  inventorship: { title: { zh: '发明人、设计人资格', en: 'Inventorship' } },
  reward: { title: { zh: '职务发明奖酬', en: 'Reward of an employee inventor' } },
  'provisional-fee': { title: { zh: '临时保护期使用费', en: 'Fee for the provisional period' } },
  contract: { title: { zh: '许可、转让等合同纠纷', en: 'Contract' } },
  other: { title: { zh: '其他知识产权纠纷', en: 'Other dispute' } },
  consumer: { title: { zh: '消费纠纷', en: 'Consumer dispute' }, not: { commercial: 'R-MED-12' } },
  labour: { title: { zh: '劳动纠纷', en: 'Labour dispute' }, not: { commercial: 'R-MED-12' } },
  crime: { title: { zh: '公诉犯罪', en: 'Crime prosecuted by the state' }, barred: 'R-MED-14' },
  penalty: { title: { zh: '行政处罚', en: 'Administrative penalty' }, barred: 'R-MED-14' },
  validity: { title: { zh: '权利效力', en: 'Validity of a right' }, barred: 'R-MED-14' },
  'title-decision': {
    title: { zh: '应由主管机关或者法院确权', en: 'Ownership reserved to CNIPA or a court' },
    barred: 'R-MED-14',
  },
  'public-interest': { title: { zh: '损害公共利益', en: 'Harm to the public interest' }, barred: 'R-MED-14' },
} as const satisfies Record<string, Dispute>

export type DisputeKind = keyof typeof DISPUTES

/** The rule that keeps a dispute from this track, if there is one. */
export const barredBy = (kind: DisputeKind, track: Track): string | undefined => {
  const { barred, not }: Dispute = DISPUTES[kind]
  return barred ?? not?.[track]
}
