import { Controller, Inject } from '@nestjs/common'
import { EventPattern, Payload } from '@nestjs/microservices'
import { tellSeen } from '../../distributed/child.js'
import type { PortalModels } from './documents.js'
import { TOPICS, type Event } from './event.js'
import { MODELS } from './intake.js'

const unlessThere = (error: unknown): void => {
  if ((error as { code?: number }).code !== 11000) throw error
}

/** A row per record in its newest version, and a line per event. */
@Controller()
export class PortalEvents {
  constructor(@Inject(MODELS) private readonly models: PortalModels) {}

  @EventPattern(TOPICS.lead)
  onLead(@Payload() event: Event): Promise<void> {
    return this.show(event)
  }

  @EventPattern(TOPICS.case)
  onCase(@Payload() event: Event): Promise<void> {
    return this.show(event)
  }

  @EventPattern(TOPICS.subject)
  onSubject(@Payload() event: Event): Promise<void> {
    return this.show(event)
  }

  private async show({ id, type, kind, record, version, state, dossier, agency, person, at }: Event): Promise<void> {
    const row = { kind, state, version, dossier, agency }
    await Promise.all([
      this.models.shown
        .updateOne({ _id: record, version: { $lt: version } }, { $set: row }, { upsert: true })
        .catch(unlessThere),
      this.models.timeline.create({ _id: id, record, dossier, type, version, at, agency, person }).catch(unlessThere),
    ])
    tellSeen(record, version)
  }
}
