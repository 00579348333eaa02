/**
 * One outcome per lead, whoever is first (rulebook 11.1): who files, declines, transfers or closes a lead takes this name.
 * A filing case takes it for every lead it names.
 */
export const outcomeOf = (lead: string): string => `lead-outcome:${lead}`
