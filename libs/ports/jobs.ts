/** Work that may be late or must be retried. It may all be lost without a legal date being missed: the clock table is the truth. */
export interface Jobs {
  /** The same id again replaces the earlier one that has not run. `at` may be years ahead. */
  schedule(job: Job): Promise<void>
  cancel(queue: string, id: string): Promise<void>
  /** One handler per queue. A handler that throws is tried again after `backoffMs`, doubled each time, at most `attempts` times; then the job is kept as failed. */
  process(queue: string, handler: (job: Job) => Promise<void>): Promise<void>
  failed(queue: string): Promise<(Job & { error: string })[]>
  close(): Promise<void>
}

export interface Job {
  queue: string
  id: string
  /** First instant at which it may run. */
  at: string
  data: unknown
  /** @default 5 */
  attempts?: number
  /** @default 1000 */
  backoffMs?: number
}
