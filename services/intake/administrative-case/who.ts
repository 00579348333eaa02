import { refuse, type Refusal } from '#kernel'
import type { CaseFacts } from './facts.js'

/** Nobody who reviewed, hosted or approved the filing investigates (ERR_SOD). */
export const barred = ({ examiners, approver }: CaseFacts): readonly string[] => [...examiners, approver]

export const barredAmong = (persons: readonly string[], facts: CaseFacts): Refusal | false => {
  const person = persons.find((one) => barred(facts).includes(one))
  return person !== undefined && refuse('ERR_SOD', { person })
}

/** Who investigated never reviews, hosts or approves (invariant 5). */
const investigators = (facts: CaseFacts): readonly string[] => facts.investigators

/** 办案人员 */
export const officers = { of: 'holder', office: 'officer' } as const

/** 办案人员 who investigate: not those who approved the filing, reviewed or hosted. */
export const investigating = { of: 'holder', office: 'officer', apart: barred } as const

/** 办案机构 */
export const unit = { of: 'holder', office: 'casework' } as const

/** Anyone who acts for the bureau in the case. */
export const bureau = { of: 'holder', office: 'staff' } as const

/** 部门负责人 */
export const responsible = { of: 'holder', office: 'responsible', apart: investigators } as const

/** 负责人, or 集体讨论 where the law asks for it. */
export const decider = { of: 'holder', office: ['responsible', 'collective'], apart: investigators } as const

export const collective = { of: 'holder', office: 'collective', apart: investigators } as const

/** 审核人员 */
export const reviewer = { of: 'holder', office: 'reviewer', apart: investigators } as const

/** 听证主持人 */
export const host = { of: 'holder', office: 'host', apart: investigators } as const

/** 公示岗 */
export const publicity = { of: 'holder', office: 'publicity' } as const

/** 当事人 */
export const respondent = { of: 'respondent', office: 'party' } as const

/** The party, or an officer who takes down what it says or brings. */
export const respondentOrOfficer = { of: ['respondent', 'holder'], office: ['party', 'officer'] } as const
