import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common'
import { z } from 'zod'
import { party } from '#kernel'
import type { Shown } from '#kernel/show'
import { identifies, shownTo, sight, type Outline } from '#policy'
import type { Rules } from '#rules'
import { chainOutline, chainShown } from '../chain.js'
import { looksOf } from '../clock-looks.js'
import { clockShown } from '../clock-words.js'
import { explainOf } from '../explain.js'
import { AsksQuery, worldOf } from '../guard.js'
import { heldPerRules, ownWaits, type HeldOf, type Standing } from '../held.js'
import { HOUSE, type House, type Incoming, type Outgoing, type WorldFace } from '../house.js'
import { factNames, type FactNames } from '../fact-names.js'
import { factUnits, type FactUnits } from '../fact-units.js'
import { factWords } from '../lexicon.js'
import { noSuch } from '../no-such.js'
import { peersOf } from '../peers.js'
import { Problem } from '../problem.js'
import { etag, read } from '../read.js'
import { saidOf } from '../refusals.js'
import { namesOf, peopleIn, titlesOf, type Titles } from '../titles.js'

interface Address {
  service: string
  record: string
  id: string
}

/** A record as its reader may see it, and what its clocks are judged by. */
interface Found {
  world: WorldFace
  seen: ReturnType<typeof shownTo>
  standing: Standing
  self: string
}

const ID = /^[a-z2-7]{26}$/
const explainQuery = z.strictObject({ key: z.string().max(200).optional() })

/** A record as this person may see it. */
@Controller('api')
export class RecordRoutes {
  private readonly held: (rules: Rules) => HeldOf
  private readonly titles: Titles
  private readonly units: FactUnits
  private readonly called: FactNames
  constructor(@Inject(HOUSE) private readonly house: House) {
    this.held = heldPerRules(house.services)
    this.titles = titlesOf(house.services)
    this.units = factUnits(house.services)
    this.called = factNames(house.services)
  }

  @Get(':service/:record/:id')
  async show(@Param() address: Address, @Req() request: Incoming, @Res({ passthrough: true }) reply: Outgoing) {
    const found = await this.find(address, request)
    if ('outline' in found.seen) return this.outline(found.seen.outline, found)
    reply.header('etag', etag(found.seen.file.version))
    return this.file(found.seen.file, found)
  }

  @Get(':service/:record/:id/chain')
  async chain(@Param() address: Address, @Req() request: Incoming) {
    const { kind, id } = this.addressed(address)
    const { actor } = request.who!
    const world = worldOf(this.house, request)
    const commits = await world.chain(kind, id, actor)
    if (!commits) throw new Problem('NOT_FOUND')
    const whole = sight(actor, world.rules) === 'file'
    return { id, kind, ...(whole ? chainShown(commits, this.house.key) : chainOutline(commits, this.house.key)) }
  }

  @AsksQuery()
  @Get(':service/:record/:id/clocks/:clock/explain')
  async explain(@Param() address: Address & { clock: string }, @Query() query: unknown, @Req() request: Incoming) {
    const { key } = read(explainQuery, query)
    const { seen, standing, world } = await this.find(address, request)
    const { clocks } = 'file' in seen ? seen.file : seen.outline
    const named = clocks.filter((one) => one.id === address.clock)
    if (!named.length) throw new Problem('NOT_FOUND', { asked: address.clock })
    const clock = named.find((one) => key === undefined || one.key === key)
    if (!clock)
      throw noSuch(
        'key',
        key!,
        named.map((one) => one.key),
      )
    return { clock, ...explainOf(world.rules, standing.kind, clock) }
  }

  private addressed({ service, record, id }: Address) {
    if (!ID.test(id)) throw new Problem('NOT_FOUND')
    return { kind: `${service}/${record}`, id }
  }

  private async find(address: Address, request: Incoming): Promise<Found> {
    const { kind, id } = this.addressed(address)
    const { actor } = request.who!
    const world = worldOf(this.house, request)
    const shown = await world.show(kind, id, actor)
    if (!shown) throw new Problem('NOT_FOUND')
    const standing = { ...shown, at: shown.by.at, peers: await peersOf(world, actor, [shown.dossier]) }
    request.identifies = identifies(actor, shown, world.rules)
    const self = party(actor.subject) ?? ''
    const { concerns } = this.held(world.rules)
    return {
      world,
      standing,
      self,
      seen: shownTo(actor, shown, world.rules, (clock) => concerns(clock, standing, self)),
    }
  }

  private file(shown: Shown, { world: { rules, time }, standing }: Found) {
    const { held } = this.held(rules)
    const { kind, by, entries } = shown
    return {
      ...shown,
      now: time.now(),
      kindTitle: this.titles.kind(kind),
      by: { ...by, stepTitle: this.titles.step(kind, by.step) },
      clocks: shown.clocks.map((clock) => ({
        ...clockShown(rules, kind, clock, `/api/${kind}/${shown.id}`),
        ...held(clock, standing),
        ...looksOf(rules, kind, clock, time.now()),
      })),
      titles: this.called(rules, kind, shown.facts),
      words: factWords(shown.facts, this.house.lexicon(kind)),
      units: this.units(rules, kind, shown.facts),
      mayNot: this.mayNot(shown),
      entries: this.entries(shown),
      names: {
        ...namesOf(
          rules,
          [...Object.values(shown.roles).flat(), ...entries.map(({ actor }) => actor.agency)],
          entries.map(({ actor }) => actor.office),
        ),
        people: peopleIn(rules, [by.person, shown.facts, entries.map(({ actor }) => actor.person)]),
      },
    }
  }

  private outline(shown: Outline, { world: { rules, time }, standing, self }: Found) {
    const { held } = this.held(rules)
    return {
      ...shown,
      now: time.now(),
      kindTitle: this.titles.kind(shown.kind),
      clocks: shown.clocks.map((clock) => ({
        ...clockShown(rules, shown.kind, clock, `/api/${shown.kind}/${shown.id}`),
        ...ownWaits(held(clock, standing), self),
        ...looksOf(rules, shown.kind, clock, time.now()),
      })),
      mayNot: this.mayNot(shown),
    }
  }

  private entries({ kind, entries }: Shown) {
    const words = this.house.lexicon(kind)
    return entries.map((told) => {
      const { refused } = told
      const entry = { ...told, title: told.title ?? this.titles.step(kind, told.step) }
      return refused ? { ...entry, refused: { ...refused, ...saidOf(refused.code, refused.facts, words) } } : entry
    })
  }

  private mayNot({ kind, mayNot }: Pick<Shown, 'kind' | 'mayNot'>) {
    const words = this.house.lexicon(kind)
    return mayNot.map(({ step, title, code, facts }) => {
      const open = code !== 'FORBIDDEN'
      return { step, title, code, ...(open && { facts }), ...saidOf(code, open ? facts : {}, words) }
    })
  }
}
