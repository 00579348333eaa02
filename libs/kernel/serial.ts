/** One thing at a time per name, in the order of asking; different names run beside one another. */
export const serial = (): (<T>(name: string, work: () => Promise<T>) => Promise<T>) & { readonly size: number } => {
  const tails = new Map<string, Promise<unknown>>()
  const run = <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const before = tails.get(name)
    const mine = before ? before.then(work, work) : work()
    tails.set(name, mine)
    const leave = () => {
      if (tails.get(name) === mine) tails.delete(name)
    }
    mine.then(leave, leave)
    return mine
  }
  return Object.defineProperty(run, 'size', { get: () => tails.size }) as typeof run & { readonly size: number }
}
