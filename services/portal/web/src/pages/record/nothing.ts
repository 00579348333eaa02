/** Nothing is told by it: nobody wrote it, or not yet. */
export const saysNothing = (value: unknown): boolean =>
  !value || (typeof value === 'object' && Object.values(value).every(saysNothing))
