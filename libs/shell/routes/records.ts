import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common'
import { z } from 'zod'
import type { Shown } from '#kernel/show'
import { sight } from '#policy'
import type { Rules } from '#rules'
import { chainShown } from '../chain.js'
import { clockShown } from '../clock-words.js'
import { explainOf } from '../explain.js'
import { AsksQuery, worldOf } from '../guard.js'
import { HOUSE, type House, type Incoming, type Outgoing } from '../house.js'
import { outline } from '../outline.js'
import { Problem } from '../problem.js'
import { etag, read } from '../read.js'
import { sentences } from '../refusals.js'
import { waitsPerRules, type WaitsOf } from '../waits.js'

interface Address {
  service: string
  record: string
  id: string
}

const ID = /^[a-z2-7]{26}$/
const explainQuery = z.strictObject({ key: z.string().max(200).optional() })

/** A record as this person may see it. */
@Controller('api')
export class RecordRoutes {
  private readonly waits: (rules: Rules) => WaitsOf
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.waits = waitsPerRules(house.services)
  }

  @Get(':service/:record/:id')
  async show(@Param() address: Address, @Req() request: Incoming, @Res({ passthrough: true }) reply: Outgoing) {
    const shown = await this.find(address, request)
    const { rules } = worldOf(this.house, request)
    const waits = this.waits(rules)
    const words = this.house.lexicon(shown.kind)
    const href = `/api/${shown.kind}/${shown.id}`
    reply.header('etag', etag(shown.version))
    return {
      ...shown,
      clocks: shown.clocks.map((clock) => ({
        ...clockShown(rules, shown.kind, clock, href),
        waitsFor: waits(shown.kind, clock.id, shown.roles),
      })),
      mayNot: shown.mayNot.map(({ step, title, code, facts }) => {
        const { says, todo } = sentences(code, code === 'FORBIDDEN' ? {} : facts, words)
        return { step, title, code, ...(code === 'FORBIDDEN' ? {} : { facts }), ...says, todo }
      }),
    }
  }

  @Get(':service/:record/:id/chain')
  async chain(@Param() address: Address, @Req() request: Incoming) {
    const { kind, id } = this.addressed(address)
    const { actor } = request.who!
    const world = worldOf(this.house, request)
    const commits = await world.chain(kind, id, actor)
    if (!commits) throw new Problem('NOT_FOUND')
    return { id, kind, ...chainShown(commits, this.house.key, sight(actor, world.rules)) }
  }

  @AsksQuery()
  @Get(':service/:record/:id/clocks/:clock/explain')
  async explain(@Param() address: Address & { clock: string }, @Query() query: unknown, @Req() request: Incoming) {
    const { key } = read(explainQuery, query)
    const shown = await this.find(address, request)
    const clock = shown.clocks.find((one) => one.id === address.clock && (key === undefined || one.key === key))
    if (!clock) throw new Problem('NOT_FOUND', { asked: address.clock })
    return { clock, ...explainOf(worldOf(this.house, request).rules, shown.kind, clock) }
  }

  private addressed({ service, record, id }: Address) {
    if (!ID.test(id)) throw new Problem('NOT_FOUND')
    return { kind: `${service}/${record}`, id }
  }

  private async find(address: Address, request: Incoming): Promise<Shown> {
    const { kind, id } = this.addressed(address)
    const { actor } = request.who!
    const world = worldOf(this.house, request)
    const shown = await world.show(kind, id, actor)
    if (!shown) throw new Problem('NOT_FOUND')
    if (sight(actor, world.rules) === 'file') return shown
    const self = `party:${actor.subject}`
    const waits = this.waits(world.rules)
    return outline(shown, actor, (clock) =>
      waits(kind, clock, shown.roles).some(({ agencies }) => agencies.includes(self)),
    )
  }
}
