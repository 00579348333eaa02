import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common'
import { z } from 'zod'
import { field } from '#kernel'
import { OperatorOnly, Repair, worldOf } from '../guard.js'
import { HOUSE, type House, type Incoming, type WorldFace } from '../house.js'
import { factWords } from '../lexicon.js'
import { OPERATOR } from '../open-worlds.js'
import { Problem } from '../problem.js'
import { invalidInput, issuesIn, read } from '../read.js'

const staff = z.strictObject({
  agency: field.agency,
  person: field.person,
  licence: z.string().max(200).optional(),
  name: field.name.optional(),
})
const wish = z.strictObject({
  name: field.name,
  at: field.instant.optional(),
  switches: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  people: field.list(staff, 0, 1000).optional(),
  resume: z.boolean().optional(),
})
const moment = z.strictObject({ to: field.instant })
const nothing = z.strictObject({})
/** A message of nobody is parked under its place in the topic. */
const parked = z.strictObject({ group: field.name, record: field.name })

/** Only where time is manual, on this machine, with the operator's own token; for everyone else there is no such door. */
@Controller('api/operator')
@OperatorOnly()
export class OperatorRoutes {
  constructor(@Inject(HOUSE) private readonly house: House) {}

  @Get('worlds')
  worlds() {
    return { current: this.house.worlds.current.name, worlds: this.house.worlds.names() }
  }

  /** Opens a fresh world without a restart; requests that name none reach it from now on. */
  @Post('worlds')
  async open(@Body() body: unknown) {
    const asked = read(wish, body)
    const world = await this.house.worlds.open(asked).catch((error: unknown) => {
      if ((error as Error).name === 'RulesError') throw invalidInput(issuesIn('switches', error))
      throw error
    })
    return { name: world.name, now: world.time.now() }
  }

  @Delete('worlds/:name')
  async close(@Param('name') name: string) {
    if (!(await this.house.worlds.close(name))) throw new Problem('NOT_FOUND')
    return { closed: name }
  }

  @Get('time')
  time(@Req() request: Incoming) {
    return { now: worldOf(this.house, request).time.now() }
  }

  /** Moves time in steps; every lapse on the way happens at its own instant. Answers when all is quiet. */
  @Post('time')
  @HttpCode(200)
  async advance(@Body() body: unknown, @Req() request: Incoming) {
    const { to } = read(moment, body)
    const world = worldOf(this.house, request)
    const now = world.time.now()
    if (to < now)
      throw invalidInput([{ path: 'to', zh: `时间不能倒退，现为 ${now}`, en: `time never goes back; it is ${now}` }])
    await world.advance(to)
    return { now: world.time.now() }
  }

  @Post('quiet')
  @HttpCode(200)
  async quiet(@Body() body: unknown, @Req() request: Incoming) {
    read(nothing, body)
    const world = worldOf(this.house, request)
    await world.quiet()
    return { quiet: true, now: world.time.now(), counters: await world.counters() }
  }

  /** What this process says of itself when time is moved in several. */
  @Get('part')
  async part(@Req() request: Incoming) {
    return { mark: await worldOf(this.house, request).part.settled() }
  }

  @Get('part/earliest')
  async earliest(@Req() request: Incoming) {
    return { earliest: await worldOf(this.house, request).part.earliest() }
  }

  @Post('part/set')
  @HttpCode(200)
  async set(@Body() body: unknown, @Req() request: Incoming) {
    const { part, time } = worldOf(this.house, request)
    await part.set(read(moment, body).to)
    return { now: time.now() }
  }

  @Post('part/fire')
  @HttpCode(200)
  async fire(@Body() body: unknown, @Req() request: Incoming) {
    return { fired: await worldOf(this.house, request).part.fire(read(moment, body).to) }
  }

  @Get('caused/:message')
  async caused(@Param('message') message: string, @Req() request: Incoming) {
    return { records: await worldOf(this.house, request).caused(message) }
  }

  /** Any record, whoever may know it. */
  @Get('records/:service/:record/:id')
  async record(
    @Param() { service, record, id }: { service: string; record: string; id: string },
    @Req() request: Incoming,
  ) {
    const shown = await worldOf(this.house, request).show(`${service}/${record}`, id, OPERATOR)
    if (!shown) throw new Problem('NOT_FOUND')
    return { ...shown, words: factWords(shown.facts, this.house.lexicon(shown.kind)) }
  }

  /** Records whose envelopes wait behind one that failed for good. */
  @Repair()
  @Get('parked')
  async parked(@Req() request: Incoming) {
    return { parked: await worldOf(this.house, request).parked() }
  }

  @Repair()
  @Post('redrive')
  @HttpCode(200)
  async redrive(@Body() body: unknown, @Req() request: Incoming) {
    const { group, record } = read(parked, body)
    const world: WorldFace = worldOf(this.house, request)
    const waiting = await world.parked()
    const waits = waiting.some((one) => one.group === group && one.record === record)
    return { delivered: waits ? await world.redrive(group, record) : 0 }
  }
}
