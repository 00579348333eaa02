/** How long a server that is well may take to say so. */
const MOST_MS = 2000

/** Which servers answer a question at once. */
export const answering = async <Name extends string>(
  ask: Readonly<Record<Name, () => Promise<unknown>>>,
): Promise<Record<Name, boolean>> => {
  const answers = Object.entries<() => Promise<unknown>>(ask).map(async ([name, one]) => {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, MOST_MS, false)))
    const answered = one().then(
      () => true,
      () => false,
    )
    const answer = await Promise.race([answered, late])
    clearTimeout(timer)
    return [name, answer] as const
  })
  return Object.fromEntries(await Promise.all(answers)) as Record<Name, boolean>
}
