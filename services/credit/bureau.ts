import type { Rules } from '#rules'

/** Whoever acts for the bureau where the rulebook names the bureau and no office. */
export const BUREAU = ['officer', 'unit-head', 'responsible'] as const
/** Those who put penalties and listings before the public, or take them down. */
export const PUBLISHERS = ['publicity', ...BUREAU] as const

/** The credit office whose platform shows the data and checks objections with the provider. */
export const platformIn = (rules: Rules): string | undefined =>
  rules.agencies.find((agency) => rules.may(agency.code, 'ask-provider'))?.code
