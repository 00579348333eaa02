import { field } from '#kernel'

/** Which ledger, whose, and all keys of the subject as the source named it. */
export const whose = { key: field.name, name: field.name, keys: field.list(field.name, 1, 1000) }
