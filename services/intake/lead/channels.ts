/** Channels of leads that the system opens (rulebook 1.1); what a channel means is in the rules. */
export const CHANNEL = {
  transfer: 'SRC-TRANSFER',
  policeReturn: 'SRC-POLICE-RETURN',
  cooperation: 'SRC-COOP',
  mediation: 'SRC-MEDIATION',
  complaint: 'SRC-12315-TS',
  report: 'SRC-12315-JB',
} as const
