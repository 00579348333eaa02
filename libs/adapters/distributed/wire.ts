import { z } from 'zod'
import type { Envelope } from '#ports'
import { arrived } from '../embedded/envelope.js'

/** The version of an envelope that this program writes, and the newest it reads. */
const VERSION = 1
const TYPE = /^liandun\.commit\.v(\d+)$/

/**
 * A message as it is sent: CloudEvents 1.0 in binary mode, the attributes in headers, the envelope as plain JSON in the value.
 * No header more than needed: encoding these takes the client longer than all the rest of a message.
 */
export interface Wire {
  key: string
  value: string
  headers: Record<string, string>
}

/** A message as it came. */
export interface Message {
  topic: string
  partition: number
  offset: number
  key: string
  value: Buffer
  headers: Record<string, string>
}

/** What no number of tries makes readable; a newer program may. */
export class Unreadable extends Error {
  readonly retry = false

  constructor(why: string, options?: ErrorOptions) {
    super(why, options)
    this.name = 'Unreadable'
  }
}

/** Refused before anything is sent. A try more does not help: the envelope has to become smaller. */
export class EnvelopeTooLarge extends Error {
  readonly retry = false

  constructor(
    readonly envelope: { record: string; seq: number },
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`${envelope.record}/${envelope.seq} takes ${bytes} bytes on the wire; ${limit} are allowed`)
    this.name = 'EnvelopeTooLarge'
  }
}

/** Fields of later versions pass through untouched. */
const shape = z.looseObject({
  service: z.string(),
  dossier: z.string(),
  record: z.string().min(1),
  kind: z.string(),
  seq: z.int().positive(),
  after: z.int().nonnegative(),
  message: z.string(),
  events: z.array(z.looseObject({ id: z.string(), type: z.string() })),
})

/** @throws TypeError for anything that is not JSON */
export const encode = ({ traceparent, ...envelope }: Envelope): Wire => ({
  key: envelope.dossier,
  value: JSON.stringify(arrived(envelope)),
  headers: {
    'content-type': 'application/json; charset=utf-8',
    ce_specversion: '1.0',
    ce_id: `${envelope.record}/${envelope.seq}`,
    ce_source: `/liandun/${envelope.service}`,
    ce_type: `liandun.commit.v${VERSION}`,
    ce_time: envelope.recordedAt,
    ce_subject: envelope.record,
    ...(traceparent !== undefined && { traceparent }),
  },
})

/** Bytes that framing adds to a record and to each of its headers, rounded up. */
const FRAME = 40
const HEADER = 6

/** At least what a message takes in a batch. */
export const bytesOf = ({ key, value, headers }: Wire): number => {
  let bytes = FRAME + Buffer.byteLength(key) + Buffer.byteLength(value)
  for (const [name, text] of Object.entries(headers)) bytes += HEADER + name.length + Buffer.byteLength(text)
  return bytes
}

const parsed = (value: Buffer): unknown => {
  try {
    return JSON.parse(value.toString())
  } catch (cause) {
    throw new Unreadable('the value is not JSON', { cause })
  }
}

/** @throws Unreadable */
export const decode = ({ value, headers }: Message): Envelope => {
  const version = Number(TYPE.exec(headers.ce_type ?? '')?.[1])
  if (!version) throw new Unreadable(`"${headers.ce_type ?? ''}" in ce_type is no envelope`)
  if (version > VERSION) throw new Unreadable(`envelope of version ${version}; this program reads up to ${VERSION}`)
  const found = parsed(value)
  const checked = shape.safeParse(found)
  if (checked.success) return arrived({ ...(found as Envelope), traceparent: headers.traceparent })
  const [issue] = checked.error.issues
  throw new Unreadable(`the envelope's ${issue!.path.join('.') || 'value'}: ${issue!.message}`)
}

/** How much of an unreadable value is shown. */
const SHOWN = 2000

/** What its headers tell of a message whose value nobody can read; without a subject it stands for itself alone. */
export const outline = ({ topic, partition, offset, key, value, headers }: Message): Envelope => ({
  service: topic.slice(topic.lastIndexOf('.') + 1),
  dossier: key,
  record: headers.ce_subject ?? `${topic}/${partition}/${offset}`,
  kind: '',
  seq: Number(/\/(\d+)$/.exec(headers.ce_id ?? '')?.[1] ?? 0),
  after: 0,
  message: headers.ce_id ?? '',
  occurredAt: headers.ce_time ?? '',
  recordedAt: headers.ce_time ?? '',
  actor: { agency: '', office: '', person: '' },
  events: [],
  summary: { unread: value.subarray(0, SHOWN).toString() },
  root: '',
  step: '',
})
