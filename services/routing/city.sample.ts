import { loadRules } from '#rules'

/** The rules and the city of the seeds, read once for the specs of this service. */
export const rules = loadRules()
