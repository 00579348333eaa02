/**
 * Names of the conditions that ERR_GUARD can name. The table of sentences adds its keys by declaration merging
 * (libs/shell/guards), so that a step which refuses by a guard without sentences does not compile.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled where the sentences are
export interface Guards {}

export type GuardName = keyof Guards & string
