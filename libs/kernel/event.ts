import { z } from 'zod'
import { Fault } from './answer.js'

/** Chinese first, English second: everything a person may read. */
export interface Title {
  zh: string
  en: string
}

/** Something that happened to a record. */
export interface EventOf<T extends string = string, D = unknown> {
  readonly type: T
  readonly data: D
}

export type Shape = Readonly<Record<string, z.ZodType>>
export type DataOf<S extends Shape> = z.output<z.ZodObject<S>>

/** For each version before the newest: its data as the next version has them. */
export type Older = Readonly<Record<number, (data: Record<string, unknown>) => Record<string, unknown>>>

/** Makes events of one type from any object that has its fields; further fields are left behind, so that a step may say `decide: TransferApproved`. */
export interface EventMaker<T extends string = string, S extends Shape = Shape> {
  (data: DataOf<S>): EventOf<T, DataOf<S>>
  readonly type: T
  readonly title: Title
  readonly schema: z.ZodObject<S>
  /** Set when the event crosses services. */
  readonly version: number | undefined
  readonly older: Older
}

/** Any maker, where only its face matters. */
export interface AnyMaker {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each maker asks for its own fields
  (data: any): EventOf<string, any>
  readonly type: string
  readonly title: Title
  readonly schema: z.ZodObject
  readonly version: number | undefined
  readonly older: Older
}

/** The event a maker makes. */
export type Made<M extends AnyMaker> = ReturnType<M>
/** The data of its event. */
export type DataBy<M extends AnyMaker, T extends string> = Extract<Made<M>, EventOf<T, unknown>>['data']

const maker = <T extends string, S extends Shape>(
  type: T,
  title: Title,
  shape: S,
  version: number | undefined,
  older: Older = {},
) => {
  /** As they are kept, so that canonical text need not sort them. */
  const keys = Object.keys(shape).sort()
  const make = (data: Record<string, unknown>): EventOf<T, DataOf<S>> => {
    const kept: Record<string, unknown> = {}
    for (const key of keys) if (data[key] !== undefined) kept[key] = data[key]
    return { type, data: kept as DataOf<S> }
  }
  return Object.assign(make, { type, title, schema: z.strictObject(shape), version, older }) as unknown as EventMaker<
    T,
    S
  >
}

/** An event of one service's own. */
export const event = <const T extends string, S extends Shape = Record<never, never>>(
  type: T,
  title: Title,
  shape?: S,
) => maker(type, title, (shape ?? {}) as S, undefined)

/** An event that crosses services: its schema has a version and golden samples; `older` keeps the versions before it readable. */
export const contract = <const T extends string, S extends Shape = Record<never, never>>(
  version: number,
  type: T,
  title: Title,
  shape?: S,
  older?: Older,
) => maker(type, title, (shape ?? {}) as S, version, older)

/**
 * The data of an event that came, as this program has them.
 * @throws Fault for a version that it does not read: a newer program does
 */
export const readEvent = ({ type, version = 1, older }: AnyMaker, came: number, data: unknown): unknown => {
  if (came > version)
    throw new Fault(`${type} of version ${came}; this program reads up to ${version}`, { retry: false })
  let read = data as Record<string, unknown>
  for (let from = came; from < version; from += 1) {
    const next = older[from]
    if (!next) throw new Fault(`${type} of version ${from}; this program no longer reads it`, { retry: false })
    read = next(read)
  }
  return read
}
