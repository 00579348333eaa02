import { partyOf, record, type Subject } from '#kernel'
import * as events from './events.js'

export interface IdentificationFacts {
  agency: string
  /** The right holder that is asked. */
  holder: Subject | undefined
  test: string
  /** The lead or case that asks. */
  of: string
  finding: string | undefined
  statement: string | undefined
  signer: string | undefined
}

const noFacts: IdentificationFacts = {
  agency: '',
  holder: undefined,
  test: '',
  of: '',
  finding: undefined,
  statement: undefined,
  signer: undefined,
}

/**
 * 权利人辨认: what an agency asks a right holder, and what it answers. A record of its own, so that the holder knows of the question and of
 * nothing else in the matter. The answer is no evidence until the agency records it (ReceiveTestResult).
 */
export const identification = record({
  service: 'intake',
  name: 'identification',
  title: { zh: '权利人辨认', en: 'Identification by the right holder' },
  states: {
    ASKED: { zh: '等待权利人辨认', en: 'The right holder is asked' },
    ANSWERED: { zh: '权利人已答复', en: 'The right holder has answered' },
    CLOSED: { zh: '已结束', en: 'Closed', final: true },
  },
  facts: noFacts,
  events: [events.IdentificationAsked, events.StatementSubmitted, events.IdentificationClosed],
  evolve: {
    IdentificationAsked: { to: 'ASKED', set: (data) => data },
    StatementSubmitted: { to: 'ANSWERED', set: (data) => data },
    IdentificationClosed: 'CLOSED',
  },
  roles: {
    holder: ({ agency }) => agency || undefined,
    asked: ({ holder }) => partyOf(holder),
  },
  label: ({ test }) => `协助辨认：${test}`,
})
