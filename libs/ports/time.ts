/** The only source of "now". Fixed-width local text, `2026-03-07T16:00:00.000+08:00`. */
export interface Time {
  now(): string
  /** Manual time only: never goes back. Setting fires nothing. */
  set?(at: string): void
}
