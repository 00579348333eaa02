import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common'
import type { Actor, Answer, Rehearsal, Step } from '#kernel'
import { allows } from '#policy'
import type { Rules } from '#rules'
import { rehearsalShown, writeAnswer, type Asked } from '../answers.js'
import { stepForms } from '../forms.js'
import { Public, worldOf } from '../guard.js'
import { HOUSE, type House, type Incoming, type Outgoing, type WorldFace } from '../house.js'
import { signingOf } from '../law/documents.js'
import { meanwhileOf } from '../live/meanwhile.js'
import { once } from '../once.js'
import { Problem } from '../problem.js'
import { lawTitles, officeTitles, paperTitles, titlesOf, type Titles } from '../titles.js'
import { expectedVersion, keyOf, read, stepBody } from '../read.js'

/** Every step of every record: two addresses, whatever the manifests list. */
@Controller('api')
export class StepRoutes {
  private readonly titles: Titles
  private readonly told: () => readonly object[]
  constructor(@Inject(HOUSE) private readonly house: House) {
    const { services, rules } = house
    this.titles = titlesOf(services)
    this.told = once(() =>
      stepForms(services, rules).map((form) => ({
        ...form,
        lawTitles: lawTitles(rules, form.law),
        paperTitles: paperTitles(rules, [...(form.makes ?? []), ...form.given]),
        officeTitles: officeTitles(rules, form.who.office),
        signing: signingOf(form.makes ?? []),
      })),
    )
  }

  @Public()
  @Get('steps')
  forms() {
    return { steps: this.told() }
  }

  /** First steps that this person may take: what a desk may begin. */
  @Get('steps/mine')
  mine(@Req() request: Incoming) {
    const { actor } = request.who!
    const { rules } = worldOf(this.house, request)
    const mayBegin = ({ who, from }: Step): boolean =>
      who !== 'system' &&
      from.includes('new') &&
      allows(actor, { who }, undefined, rules) &&
      [who.office].flat().some((office) => rules.officesIn(office).includes(actor.office))
    const begin = this.house.services
      .flatMap(({ records }) => records)
      .flatMap(({ record: { kind }, steps }) =>
        steps
          .filter(mayBegin)
          .map(({ name: step, title }) => ({ kind, kindTitle: this.titles.kind(kind), step, title })),
      )
    return { begin }
  }

  @Post(':service/:record/:step')
  first(
    @Param() { service, record, step }: { service: string; record: string; step: string },
    @Body() body: unknown,
    @Req() request: Incoming,
    @Res({ passthrough: true }) reply: Outgoing,
  ) {
    return this.take({ kind: `${service}/${record}`, step }, body, request, reply)
  }

  @Post(':service/:record/:id/:step')
  next(
    @Param() { service, record, id, step }: { service: string; record: string; id: string; step: string },
    @Body() body: unknown,
    @Req() request: Incoming,
    @Res({ passthrough: true }) reply: Outgoing,
  ) {
    return this.take({ kind: `${service}/${record}`, step, id }, body, request, reply)
  }

  /** A step that people take on a record that is there already. */
  private needsRecord({ kind, step }: Asked): boolean {
    const known = this.house.services
      .flatMap(({ records }) => records)
      .find(({ record }) => record.kind === kind)
      ?.steps.find(({ name }) => name === step)
    return known !== undefined && known.who !== 'system' && !known.from.includes('new')
  }

  private handled(asked: Asked, handle: () => Promise<Answer>): Promise<Answer> {
    const { kind, step, id } = asked
    const attributes = { 'liandun.kind': kind, 'liandun.step': step, 'liandun.record': id }
    const what = { service: kind.split('/')[0]!, name: `handle ${step}`, attributes }
    return this.house.tracing?.span(what, handle) ?? handle()
  }

  private async take(asked: Asked, body: unknown, request: Incoming, reply: Outgoing) {
    if (asked.id === undefined && this.needsRecord(asked)) throw new Problem('ID_MISSING', { ...asked })
    const { at, reason, input, rehearse } = read(stepBody, body)
    const key = keyOf(request)
    reply.header('idempotency-key', key)
    const world = worldOf(this.house, request)
    const { actor } = request.who!
    const expected = expectedVersion(request)
    if (expected !== undefined && asked.id === undefined) throw new Problem('STALE_VERSION', { version: 0, expected })
    const command = { ...asked, actor, at, reason, input: input ?? {}, key, ifVersion: expected }
    if (rehearse) {
      reply.code(200)
      const told = await world.rehearse(command)
      return this.rehearsed(told, world.rules, await this.since(told, world, { ...asked, expected }, actor))
    }
    const answer = await this.handled(asked, () => world.handle(command))
    if (answer.outcome === 'done') request.dossier = answer.dossier
    return writeAnswer(this.house, answer, await this.since(answer, world, { ...asked, expected }, actor), reply)
  }

  /** With what was done since the version that a person acted on, where that is why it was not taken. */
  private async since(told: Rehearsal | Answer, world: WorldFace, asked: Asked, actor: Actor): Promise<Asked> {
    const { kind, id, expected } = asked
    if (told.outcome !== 'stale' || id === undefined || expected === undefined) return asked
    const meanwhile = await meanwhileOf(world, { kind, id, expected }, actor)
    return meanwhile ? { ...asked, meanwhile } : asked
  }

  private rehearsed(told: Rehearsal | Answer, rules: Rules, asked: Asked) {
    return rehearsalShown(this.house, rules, this.titles, told, asked)
  }
}
