/** What was asked for while a batch was under way goes into the next one: one batch at a time. */
export class Batches<Asked, Answer> {
  #waiting: { asked: Asked; resolve: (answer: Answer) => void; reject: (error: unknown) => void }[] = []
  #running: Promise<void> | undefined

  constructor(
    /** Answers in the order of what was asked. */
    readonly work: (batch: readonly Asked[]) => Promise<readonly Answer[]>,
    readonly most = 500,
  ) {}

  ask(asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ asked, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    await this.#running
  }

  async #run(): Promise<void> {
    await undefined
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.most)
      try {
        const answers = await this.work(batch.map(({ asked }) => asked))
        for (const [n, { resolve }] of batch.entries()) resolve(answers[n]!)
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    this.#running = undefined
  }
}
