import type { Instant, Title } from '#kernel'

/** What the identity of a reporter is looked at for (rulebook 10; TSJB 37, FBZ 20). */
export const PURPOSES = {
  feedback: { zh: '依法告知处理结果', en: 'To tell the result as a law says' },
  mediation: { zh: '组织投诉调解', en: 'To organise the mediation of the complaint' },
  reward: { zh: '发放举报奖励', en: 'To pay a reward' },
  order: { zh: '司法机关依法调取', en: 'Asked for by the judicial organs as the law allows' },
} as const satisfies Record<string, Title>

/** After the second person agreed the first may look once, and not later. */
export const OPEN_MS = 30 * 60_000

export interface IdentityAsked {
  by: string
  reason: string
  /** The second person, and until when the first may look. */
  agreed?: { by: string; until: Instant }
}
