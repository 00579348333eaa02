import { confirmation as told, mediation as agreed } from '#contracts'
import { arrivedAt, reaction } from '#kernel'
import { confirmation } from './confirmation/state.js'
import { notePerformance } from './confirmation/steps/note-performance.js'
import { mediation } from './mediation/state.js'
import { noteApplication } from './mediation/steps/note-application.js'
import { openAgain } from './mediation/steps/open-again.js'

export const reactions = [
  reaction({
    name: 'mediation-learns-of-application',
    on: [confirmation.kind, told.ConfirmationApplied],
    step: noteApplication,
    to: ({ data, record, at }) => ({
      target: { id: data.mediation },
      input: { confirmation: record, receivedOn: data.receivedOn },
      at: arrivedAt(data.receivedOn, at),
    }),
  }),
  reaction({
    name: 'confirmation-learns-of-performance',
    on: [mediation.kind, agreed.Performed],
    step: notePerformance,
    to: ({ data }) =>
      data.confirmation
        ? { target: { id: data.confirmation }, input: { remaining: data.remaining, left: data.left, all: data.all } }
        : undefined,
  }),
  reaction({
    name: 'new-mediation-opens',
    on: [confirmation.kind, told.NewMediationOpened],
    step: openAgain,
    to: ({ data, record, dossier }) => ({
      target: { key: `again:${record}` },
      input: {
        ...{ organisation: data.organisation, track: data.track, ip: data.ip, dispute: data.dispute },
        ...{ requester: data.parties[0], respondent: data.parties[1], previous: data.mediation },
      },
      dossier,
    }),
  }),
]
