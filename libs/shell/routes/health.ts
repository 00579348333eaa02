import { Controller, Get, Inject, Res } from '@nestjs/common'
import { Public } from '../guard.js'
import { HOUSE, type House, type Outgoing } from '../house.js'
import { metricsText } from '../metrics.js'
import { Requests } from '../requests.js'

@Controller()
@Public()
export class HealthRoutes {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    @Inject(Requests) private readonly requests: Requests,
  ) {}

  /** The process answers. */
  @Get(['healthz', 'health/live'])
  alive() {
    return { status: 'ok' }
  }

  /**
   * Requests can be taken: worlds are open, their store answers, nothing is starting or stopping. What is missing is named; without
   * Kafka or Redis requests are taken all the same, and what they lead to comes later. `folding`: views that are being folded anew.
   */
  @Get(['readyz', 'health/ready'])
  async ready(@Res({ passthrough: true }) reply: Outgoing) {
    const servers = await this.house.servers?.()
    const missing = Object.entries(servers ?? {}).flatMap(([name, answers]) => (answers ? [] : [name]))
    const store = missing.includes('mongodb') ? { answers: false, parked: 0 } : await this.store()
    const ready = this.house.ready() && store.answers
    reply.code(ready ? 200 : 503)
    return {
      status: ready ? 'ready' : 'not ready',
      services: this.here(),
      store,
      servers,
      missing,
      folding: this.folding(),
    }
  }

  private store() {
    return this.house.worlds.current.parked().then(
      (parked) => ({ answers: true, parked: parked.length }),
      () => ({ answers: false, parked: 0 }),
    )
  }

  private folding(): string[] {
    const unfinished = this.house.worlds.current.views().filter(({ whole }) => !whole)
    return unfinished.map(({ service, name }) => `${service}:${name}`)
  }

  private here(): string[] {
    const { services, runs } = this.house
    return services.map(({ name }) => name).filter((name) => runs?.includes(name) ?? true)
  }

  @Get('metrics')
  async metrics(@Res({ passthrough: true }) reply: Outgoing) {
    reply.type('text/plain; version=0.0.4; charset=utf-8')
    return metricsText(this.requests, this.house)
  }
}
