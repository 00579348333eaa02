/** PROC 46. */
export const SUSPENSION_GROUNDS = [
  'pending-decision',
  'legal-question',
  'force-majeure',
  'party-missing',
  'other',
] as const

/** Legality review for the four kinds of CFF 58, else case review. */
export const REVIEW_KINDS = ['case', 'legal'] as const

/** R-ADM-12. */
export const TERMINATION_GROUNDS = ['dead', 'dissolved'] as const

/** Where a penalty is published (R-PUB-01, R-PUB-02). */
export const PUBLIC_PLACES = ['国家企业信用信息公示系统', '信用中国', '部门网站'] as const

/** Penalties that open no hearing by their kind; a fine or confiscation does by its amount. */
export const LIGHT_KINDS = ['warning', 'criticism', 'fine', 'confiscation'] as const

/** Penalties whose kind alone opens a hearing (R-ADM-16), by their names in the rules. */
export const HEAVY_KINDS = ['shutdown', 'closure', 'employment-ban', 'downgrade', 'revocation', 'other-heavy'] as const
