import { Controller, Inject, Injectable } from '@nestjs/common'
import { EventPattern, Payload, type ClientKafka } from '@nestjs/microservices'
import { randomUUID } from 'node:crypto'
import { lastValueFrom } from 'rxjs'
import type { Answer, Command } from '#kernel'
import type { Case, IntakeModels, Lead } from './documents.js'
import { TOPICS, type Event } from './event.js'

export const MODELS = Symbol('models')
export const EVENTS = Symbol('events')

/** What a lead must have been, and becomes. */
const NEXT: Readonly<Record<string, [from: string, to: string]>> = {
  ClassifyLead: ['RECEIVED', 'CLASSIFIED'],
  StartVerification: ['CLASSIFIED', 'VERIFYING'],
}

const done = (kind: string, { _id: id, dossier, version, state }: Lead | Case): Answer => ({
  ...{ outcome: 'done', id, kind, dossier, version, state, message: id },
  ...{ events: [], papers: [], warnings: [], repeated: false },
})

@Injectable()
export class Intake {
  writes = 0
  reactions = 0

  constructor(
    @Inject(MODELS) private readonly models: IntakeModels,
    @Inject(EVENTS) private readonly events: ClientKafka,
  ) {}

  handle(command: Command): Promise<Answer> {
    if (command.step === 'RegisterLead') return this.register(command)
    return command.step === 'FileCase' ? this.file(command) : this.move(command)
  }

  private async register({ actor, at, input }: Command): Promise<Answer> {
    const { channel, ip, clue, subject, reporter } = input as Lead
    const { agency, person } = actor
    this.writes++
    const lead = await this.models.leads.create({
      ...{ _id: randomUUID(), dossier: randomUUID(), state: 'RECEIVED', version: 1, officers: [], agency },
      ...{ channel, ip, clue, subject, reporter },
    })
    await this.tell('lead', 'LeadReceived', lead, person, at!, { subject: subject.uscc })
    return done('intake/lead', lead)
  }

  private async move({ id, step, actor, at, input }: Command): Promise<Answer> {
    const [from, state] = NEXT[step]!
    this.writes++
    const lead = await this.models.leads
      .findOneAndUpdate(
        { _id: id, state: from, agency: actor.agency },
        { $set: { ...(input as object), state }, $inc: { version: 1 } },
        { returnDocument: 'after', runValidators: true },
      )
      .lean()
    if (!lead) return { outcome: 'refused', code: 'ERR_STATE', facts: {}, message: id! }
    await this.tell('lead', step, lead, actor.person, at!)
    return done('intake/lead', lead)
  }

  private async file({ actor, at, input }: Command): Promise<Answer> {
    const { leads, officers, act } = input as Case
    const { agency, person } = actor
    const [first] = await this.models.leads.find({ _id: { $in: leads }, state: 'VERIFYING', agency }).lean()
    if (!first) return { outcome: 'refused', code: 'ERR_STATE', facts: {}, message: leads[0]! }
    this.writes++
    const filed = await this.models.cases.create({
      ...{ _id: randomUUID(), dossier: first.dossier, state: 'FILED', version: 1, agency, leads, officers, act },
    })
    await this.tell('case', 'CaseFiled', filed, person, at!, { leads, subject: first.subject.uscc })
    return done('intake/administrative-case', filed)
  }

  /** The leads of a case that was filed. */
  async close({ record, leads = [], person, at }: Event): Promise<void> {
    for (const id of leads) {
      this.writes++
      this.reactions++
      const lead = await this.models.leads
        .findOneAndUpdate(
          { _id: id, state: { $ne: 'FILED' } },
          { $set: { state: 'FILED', case: record }, $inc: { version: 1 } },
          { returnDocument: 'after' },
        )
        .lean()
      if (lead) await this.tell('lead', 'LeadFiled', lead, person, at)
    }
  }

  /** What a subject has against it. */
  async gather({ kind, record, subject, dossier, agency, person, at }: Event): Promise<void> {
    this.writes++
    this.reactions++
    const one = await this.models.subjects
      .findOneAndUpdate(
        { _id: subject },
        { $addToSet: kind === 'lead' ? { leads: record } : { cases: record }, $inc: { version: 1 } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean()
    await this.tell('subject', 'MatterGathered', { ...one!, state: 'OPEN', dossier, agency }, person, at)
  }

  private async tell(
    kind: Event['kind'],
    type: string,
    of: Pick<Lead, '_id' | 'version' | 'state' | 'dossier' | 'agency'>,
    person: string,
    at: string,
    more: Partial<Event> = {},
  ): Promise<void> {
    const { _id: record, version, state, dossier, agency } = of
    const value: Event = { id: randomUUID(), type, kind, record, version, state, dossier, agency, person, at, ...more }
    await lastValueFrom(this.events.emit(TOPICS[kind], { key: record, value }))
  }
}

@Controller()
export class IntakeEvents {
  constructor(@Inject(Intake) private readonly intake: Intake) {}

  @EventPattern(TOPICS.lead)
  async onLead(@Payload() event: Event): Promise<void> {
    if (event.type === 'LeadReceived') await this.intake.gather(event)
  }

  @EventPattern(TOPICS.case)
  async onCase(@Payload() event: Event): Promise<void> {
    await this.intake.close(event)
    await this.intake.gather(event)
  }
}
