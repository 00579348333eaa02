import type { Records } from '#ports'

/** Claims on their way to disk: whoever claims one of the same names waits for the outcome before drawing a number. */
export class Claiming {
  private readonly open = new Map<string, Promise<void>>()

  constructor(private readonly records: Pick<Records, 'claimant'>) {}

  /**
   * Runs `write` while nobody else here claims any of the names. Returns the name that is taken instead, when one is: then nothing
   * was run.
   */
  async run<T>(names: readonly string[], write: () => Promise<T>): Promise<{ done: T } | { taken: string }> {
    const end = await this.begin(names)
    try {
      const taken = await this.takenOf(names)
      return taken === undefined ? { done: await write() } : { taken }
    } finally {
      end()
    }
  }

  /** All names at once, so that no two wait for one another. */
  private async begin(names: readonly string[]): Promise<() => void> {
    for (let rival = this.rivalOf(names); rival; rival = this.rivalOf(names)) await rival
    let ended = () => {}
    const mine = new Promise<void>((resolve) => (ended = resolve))
    for (const name of names) this.open.set(name, mine)
    return () => {
      for (const name of names) this.open.delete(name)
      ended()
    }
  }

  private rivalOf(names: readonly string[]): Promise<void> | undefined {
    for (const name of names) if (this.open.has(name)) return this.open.get(name)
    return undefined
  }

  private async takenOf(names: readonly string[]): Promise<string | undefined> {
    for (const name of names) if ((await this.records.claimant(name)) !== undefined) return name
    return undefined
  }
}
