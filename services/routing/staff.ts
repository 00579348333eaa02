/** Whoever works on cases in an agency, from the officer to the head: where the rulebook names the agency and no office. */
export const STAFF = ['officer', 'unit-head', 'responsible'] as const
