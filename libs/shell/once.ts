/** Makes a thing when it is first asked for, and gives the same ever after. */
export const once = <T>(make: () => T): (() => T) => {
  let made: { it: T } | undefined
  return () => (made ??= { it: make() }).it
}
