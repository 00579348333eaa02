import { setTimeout as pause } from 'node:timers/promises'

/** How long a server that is well may take to say so. */
const MOST_MS = 2000

/** Which servers answer a question at once. */
export const answering = async <Name extends string>(
  ask: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<Record<Name, boolean>> => {
  const answers = Object.entries<() => Promise<unknown>>(ask).map(async ([name, one]) => {
    const answered = one().then(
      () => true,
      () => false,
    )
    return [name, await Promise.race([answered, pause(MOST_MS, false, { ref: false })])] as const
  })
  return Object.fromEntries(await Promise.all(answers)) as Record<Name, boolean>
}
