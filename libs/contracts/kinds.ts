/** Kinds of record whose events cross services, as reactions and views name them. */
export const LEAD = 'intake/lead'
export const CASE = 'intake/administrative-case'
export const MEASURE = 'intake/measure'
export const LEDGER = 'intake/subject'
export const TRANSFER = 'routing/transfer'
export const JOINT_ACTION = 'routing/joint-action'
export const MEDIATION = 'mediation/mediation'
