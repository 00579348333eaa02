import { Server, type CustomTransportStrategy } from '@nestjs/microservices'
import type { Bus, Subscription } from '#ports'

type Planned = Parameters<Bus['subscribe']>

/** Nest starts and ends the subscriptions of a bus with its microservice; what they do is none of its business. */
export class LiandunTransport extends Server implements CustomTransportStrategy {
  readonly #planned: Planned[] = []
  #open: Subscription[] = []

  constructor(readonly bus: Bus) {
    super()
  }

  /** As `Bus.subscribe`, once Nest listens. */
  plan(...planned: Planned): this {
    this.#planned.push(planned)
    return this
  }

  /** All join at once. The callback is told what went wrong. */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    const joined = await Promise.allSettled(this.#planned.map((planned) => this.bus.subscribe(...planned)))
    this.#open = joined.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    const failed = joined.find((one) => one.status === 'rejected')
    if (failed) await this.close()
    callback(failed?.reason)
  }

  /** Handlers that have begun come to their end; the bus stays open for who publishes. */
  async close(): Promise<void> {
    await Promise.all(this.#open.splice(0).map((one) => one.close()))
  }

  /** A bus has no events of its own. */
  on(): void {}

  unwrap<T>(): T {
    return this.bus as T
  }
}
