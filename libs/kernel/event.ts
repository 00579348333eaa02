import { z } from 'zod'

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

/** Makes events of one type from any object that has its fields; further fields are left behind, so that a step may say `decide: TransferApproved`. */
export interface EventMaker<T extends string = string, S extends Shape = Shape> {
  (data: DataOf<S>): EventOf<T, DataOf<S>>
  readonly type: T
  readonly title: Title
  readonly schema: z.ZodObject<S>
  /** Set when the event crosses services. */
  readonly version: number | undefined
}

/** Any maker, where only its face matters. */
export interface AnyMaker {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- each maker asks for its own fields
  (data: any): EventOf<string, any>
  readonly type: string
  readonly title: Title
  readonly schema: z.ZodObject
  readonly version: number | undefined
}

/** The event a maker makes. */
export type Made<M extends AnyMaker> = ReturnType<M>
/** The data of its event. */
export type DataBy<M extends AnyMaker, T extends string> = Extract<Made<M>, EventOf<T, unknown>>['data']

const maker = <T extends string, S extends Shape>(type: T, title: Title, shape: S, version: number | undefined) => {
  /** As they are kept, so that canonical text need not sort them. */
  const keys = Object.keys(shape).sort()
  const make = (data: Record<string, unknown>): EventOf<T, DataOf<S>> => {
    const kept: Record<string, unknown> = {}
    for (const key of keys) if (data[key] !== undefined) kept[key] = data[key]
    return { type, data: kept as DataOf<S> }
  }
  return Object.assign(make, { type, title, schema: z.strictObject(shape), version }) as unknown as EventMaker<T, S>
}

/** An event of one service's own. */
export const event = <const T extends string, S extends Shape = Record<never, never>>(
  type: T,
  title: Title,
  shape?: S,
) => maker(type, title, (shape ?? {}) as S, undefined)

/** An event that crosses services: its schema has a version and golden samples, and old versions stay readable. */
export const contract = <const T extends string, S extends Shape = Record<never, never>>(
  version: number,
  type: T,
  title: Title,
  shape?: S,
) => maker(type, title, (shape ?? {}) as S, version)
