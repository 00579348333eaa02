import { describe, expect, it } from '@jest/globals'
import {
  KafkaJSConnectionError,
  KafkaJSNumberOfRetriesExceeded,
  KafkaJSProtocolError,
  KafkaJSSASLAuthenticationError,
} from 'kafkajs'
import { cureOf } from './kafka.js'

const protocol = (type: string, retriable: boolean) =>
  new KafkaJSProtocolError({ name: 'x', message: 'whatever', type, code: 1, retriable } as never)
const afterTries = (error: Error) =>
  new (KafkaJSNumberOfRetriesExceeded as unknown as new (e: Error, more: object) => Error)(error, { retryCount: 5 })

describe('errors of the client', () => {
  it('are told apart by kind and type', () => {
    const cures = [
      protocol('NOT_LEADER_FOR_PARTITION', true),
      afterTries(new KafkaJSConnectionError('refused')),
      protocol('UNKNOWN_PRODUCER_ID', false),
      afterTries(protocol('OUT_OF_ORDER_SEQUENCE_NUMBER', false)),
      protocol('TOPIC_AUTHORIZATION_FAILED', false),
      new (KafkaJSSASLAuthenticationError as unknown as new (message: string) => Error)('no'),
      new Error('socket hang up'),
    ].map(cureOf)
    expect(cures).toEqual(['again', 'again', 'renew', 'renew', 'none', 'none', 'none'])
  })
})
