import type { Rules } from '#rules'

/** The credit office whose platform shows the data and checks objections with the provider. */
export const platformIn = (rules: Rules): string | undefined =>
  rules.agencies.find((agency) => rules.may(agency.code, 'ask-provider'))?.code
