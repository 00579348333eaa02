import { LEAD, CASE, administrativeCase, lead } from '#contracts'
import { reaction, type Reaction } from '#kernel'
import { closeIdentification } from './steps/close-identification.js'
import { openIdentification } from './steps/open-identification.js'

interface Asking {
  record: string
  actor: { agency: string }
  data: Parameters<typeof lead.TestCommissioned>[0]
}

const keyOf = (record: string, test: string) => ({ key: ['identification', record, test].join(':') })

/** Only an identification, and only where the holder that is asked is named. */
const asked = ({ record, actor, data: { kind, test, holder } }: Asking) =>
  kind === 'identification' && holder !== undefined
    ? { target: keyOf(record, test), input: { agency: actor.agency, holder, test, of: record } }
    : undefined

const received = ({ record, data: { test } }: { record: string; data: { test: string } }) => ({
  target: keyOf(record, test),
  input: {},
})

export const identificationReactions: Reaction[] = [
  reaction({ name: 'identification-of-lead', on: [LEAD, lead.TestCommissioned], step: openIdentification, to: asked }),
  reaction({
    name: 'identification-of-case',
    on: [CASE, administrativeCase.TestCommissioned],
    step: openIdentification,
    to: asked,
  }),
  reaction({
    name: 'identification-closed-by-lead',
    on: [LEAD, lead.TestReceived],
    step: closeIdentification,
    to: received,
  }),
  reaction({
    name: 'identification-closed-by-case',
    on: [CASE, administrativeCase.TestReceived],
    step: closeIdentification,
    to: received,
  }),
]
