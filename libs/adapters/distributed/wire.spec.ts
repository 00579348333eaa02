import { describe, expect, it } from '@jest/globals'
import { envelope } from './fixture.js'
import { bytesOf, decode, encode, outline, Unreadable, type Message, type Wire } from './wire.js'

const HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  ce_specversion: '1.0',
  ce_id: 'r/2',
  ce_source: '/liandun/intake',
  ce_type: 'liandun.commit.v1',
  ce_time: '2026-03-07T16:00:00.000+08:00',
  ce_subject: 'r',
}

const arrived = ({ key, value, headers }: Wire, more: Partial<Message> = {}): Message => ({
  ...{ topic: 'w.intake', partition: 1, offset: 7, key, headers },
  value: Buffer.from(value),
  ...more,
})

const typed = (ce_type: string) => arrived(encode(envelope('r', 2)), { headers: { ...HEADERS, ce_type } })

describe('wire', () => {
  it('writes CloudEvents headers and readable JSON, keyed by the dossier', () => {
    const { key, value, headers } = encode(envelope('r', 2, { summary: { 店: '福满楼' } }))
    expect([key, headers]).toEqual(['d-r', HEADERS])
    expect(JSON.parse(value)).toEqual(envelope('r', 2, { summary: { 店: '福满楼' } }))
    expect(value).toContain('福满楼')
  })

  it('carries a trace in a header alone', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
    const wire = encode(envelope('r', 2, { traceparent }))
    expect([wire.headers, JSON.parse(wire.value)]).toEqual([{ ...HEADERS, traceparent }, envelope('r', 2)])
    expect(decode(arrived(wire))).toEqual(envelope('r', 2, { traceparent }))
  })

  it('reads what it wrote, and lets fields pass that it does not know', () => {
    const later = { ...envelope('r', 2), priority: 'high', actor: { ...envelope('r', 2).actor, unit: 'x' } }
    expect(decode(arrived(encode(later)))).toEqual(later)
  })

  it('counts bytes as the wire has them', () => {
    const ascii = { key: 'ab', value: 'cde', headers: { h: 'v' } }
    expect(bytesOf(ascii)).toBe(40 + 2 + 3 + 6 + 1 + 1)
    expect(bytesOf({ ...ascii, value: '福' })).toBe(bytesOf(ascii))
  })

  it('says why it cannot read', () => {
    const cut = arrived(encode(envelope('r', 2)), { value: Buffer.from('{"service":') })
    const bare = arrived(encode({ ...envelope('r', 2), seq: 0 }))
    const why = (message: Message) => {
      try {
        return decode(message)
      } catch (error) {
        return error instanceof Unreadable && !error.retry ? error.message : error
      }
    }
    expect([cut, typed('liandun.commit.v2'), typed('org.example.other'), bare].map(why)).toEqual([
      'the value is not JSON',
      'envelope of version 2; this program reads up to 1',
      '"org.example.other" in ce_type is no envelope',
      "the envelope's seq: Too small: expected number to be >0",
    ])
  })

  it('makes of headers what can be made', () => {
    const cut = arrived(encode(envelope('r', 2)), { value: Buffer.from('{"service":') })
    const { record, seq, service, dossier, summary } = outline(cut)
    expect([record, seq, service, dossier, summary]).toEqual(['r', 2, 'intake', 'd-r', { unread: '{"service":' }])
    expect(outline({ ...cut, headers: {} }).record).toBe('w.intake/1/7')
  })
})
