import type { Actor, Shown, Step } from '#kernel'
import { inputSchema, type Draw, type Pool } from '#kernel/sample'
import { mayBe } from './cast.js'
import type { Ask } from './door.js'
import { BODIES, LARGE, NOT_UTF8, valuesFor } from './junk.js'
import { fieldOf, fieldsIn, pathsIn, reads, samplesOf, without, withRaw, type Path } from './shapes.js'
import type { Stage, StagedWorld } from './stage.js'
import type { Sessions, Watch } from './standing.js'

/** A step at an address of the house, with somebody who might take it there. */
export interface Target {
  kind: string
  step: Step
  world: string
  path: string
  record?: Shown
  actor: Actor
  token: string
}

export const headersOf = ({ world, token }: Target, more: Record<string, string> = {}): Record<string, string> => ({
  'content-type': 'application/json',
  'liandun-world': world,
  authorization: token,
  ...more,
})

const JSON_OF = (input: unknown): string => JSON.stringify({ input })

export const askOf = (target: Target, why: string, body: string | Buffer, more: Record<string, string> = {}): Ask => ({
  method: 'POST',
  path: target.path,
  headers: headersOf(target, more),
  body,
  why,
})

/** Whoever can sign in and might take it. */
const signedIn = async (actors: readonly Actor[], sessions: Sessions) => {
  for (const actor of actors) {
    const token = await sessions.of(actor)
    if (token) return { actor, token }
  }
  return undefined
}

/** The worlds' records by kind, as they stand. */
export const recordsByKind = async ({ worlds }: Stage, watch: Watch) => {
  const found = new Map<string, { world: StagedWorld; record: Shown }[]>()
  for (const world of worlds)
    for (const one of world.records) {
      const record = await watch.record(world.name, one)
      found.set(one.kind, [...(found.get(one.kind) ?? []), { world, record }])
    }
  return found
}

/** One of those in a state that allows the step, else any; `turn` says which. */
const recordFor = <T extends { record: Shown }>(step: Step, there: readonly T[], turn: number): T | undefined => {
  const ready = there.filter(
    ({ record }) =>
      step.from.includes(record.state) || step.from.includes('any') || (step.from.includes('open') && turn % 2),
  )
  return ready.length ? ready[turn % ready.length] : there[turn % Math.max(1, there.length)]
}

/** Each step once, on a record whose state allows it where there is one, by somebody who might take it. */
export const targetsOf = async (
  stage: Stage,
  watch: Watch,
  sessions: Sessions,
  person?: string,
  turn = 0,
): Promise<Target[]> => {
  const { steps, worlds, house } = stage
  const byKind = await recordsByKind(stage, watch)
  const targets: Target[] = []
  for (const { kind, step } of steps) {
    const first = step.from.includes('new')
    const found = first ? undefined : recordFor(step, byKind.get(kind) ?? [], turn)
    const who = await signedIn(mayBe(house.rules, step, found?.record, person, turn), sessions)
    const anyone = who ?? (await signedIn(mayBe(house.rules, step, undefined, person, turn), sessions))!
    const id = first ? '' : `/${found?.record.id ?? 'a'.repeat(26)}`
    targets.push({
      kind,
      step,
      world: (found?.world ?? worlds[turn % worlds.length]!).name,
      path: `/api/${kind}${id}/${step.name}`,
      record: found?.record,
      ...anyone,
    })
  }
  return targets
}

/** A record that somebody of its world may do something to now, with one such step: what the record itself says. */
const readyTarget = async (
  stage: Stage,
  world: StagedWorld,
  { kind, id }: { kind: string; id: string },
  watch: Watch,
  sessions: Sessions,
  draw: Draw,
): Promise<Target | undefined> => {
  const actor = world.acts[draw(world.acts.length)]!.actor
  const token = (await sessions.of(actor))!
  const told = await watch.read(world.name, `/api/${kind}/${id}`, token)
  const record = told.body as unknown as Shown
  const may = told.status === 200 ? record.may : []
  const name = may.length ? may[draw(may.length)]!.step : undefined
  const found = stage.steps.find(({ kind: of, step }) => of === kind && step.name === name)
  return found && { ...found, world: world.name, path: `/api/${kind}/${id}/${name}`, record, actor, token }
}

/** One step that may be taken for each record that somebody, drawn from its world, may take one on. */
export const readyTargets = async (stage: Stage, watch: Watch, sessions: Sessions, draw: Draw): Promise<Target[]> => {
  const all = stage.worlds.flatMap((world) =>
    world.records.map((record) => readyTarget(stage, world, record, watch, sessions, draw)),
  )
  return (await Promise.all(all)).flatMap((one) => one ?? [])
}

/** People, agencies and ids that the stories speak of. */
export const poolOf = ({ worlds }: Stage): Pool => ({
  ids: [...new Set(worlds.flatMap(({ records }) => records.map(({ id }) => id)))],
  persons: [...new Set(worlds.flatMap(({ acts }) => acts.map(({ actor }) => actor.person)))],
  agencies: [...new Set(worlds.flatMap(({ acts }) => acts.map(({ actor }) => actor.agency)))].filter(
    (code) => code !== 'RESPONDENT' && code !== 'HOLDER',
  ),
})

/** Inputs that stories sent for a step, then made-up ones: between them every field of the form. */
export const basesOf = (
  stage: Stage,
  { kind, step }: Pick<Target, 'kind' | 'step'>,
  pool: Pool,
): Record<string, unknown>[] => {
  const told = stage.worlds.flatMap(({ acts }) =>
    acts.filter((act) => act.kind === kind && act.step === step.name).map(({ body }) => body.input),
  )
  return [...told.slice(0, 1), ...samplesOf(step, pool, 24)]
}

export interface Put {
  target: Target
  path: Path
  raw: string
  ask: Ask
  /** What the form says to it: undefined where the text is no value. */
  fits: boolean | undefined
}

const parsed = (raw: string): { value: unknown } | undefined => {
  try {
    return { value: JSON.parse(raw) }
  } catch {
    return undefined
  }
}

const putAt = (target: Target, base: unknown, path: Path, n: number): Put[] =>
  valuesFor(n).map(({ name, raw, never }) => {
    const input = withRaw(base, path, raw)
    const read = never ? undefined : parsed(input)
    const ask = askOf(target, `${path.join('.')} = ${name}`, `{"input":${input}}`)
    return { target, path, raw, ask, fits: read && reads(target.step, read.value) }
  })

/** Junk in every field of a step's form, each field once; `nth` counts the fields of all forms. */
export const putsOf = (
  target: Target,
  bases: readonly Record<string, unknown>[],
  nth: () => number,
): { puts: Put[]; missed: string[] } => {
  const fields = new Set(fieldsIn(inputSchema(target.step)))
  const left = new Set(fields)
  const puts: Put[] = []
  for (const base of bases)
    for (const path of pathsIn(base)) {
      const field = fieldOf(path, fields)
      if (field === undefined || !left.delete(field)) continue
      puts.push(...putAt(target, base, path, nth()))
    }
  return { puts, missed: [...left] }
}

const holders = (base: unknown): Path[] =>
  [[], ...pathsIn(base)].filter((path) => {
    const value = path.reduce<unknown>((one, key) => (one as Record<string, unknown>)[key], base)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  })

/** A field too many in every object of the form, and each required field left out. */
export const shapesOf = (target: Target, base: Record<string, unknown>): Ask[] => {
  const unknown = holders(base).map((path) => {
    const extended = withRaw(base, [...path, 'unknownField'], '1')
    return { input: JSON.parse(extended) as unknown, why: `unknown field in ${path.join('.') || 'input'}` }
  })
  const missing = pathsIn(base).map((path) => ({ input: without(base, path), why: `without ${path.join('.')}` }))
  return [...unknown, ...missing]
    .filter(({ input }) => input !== undefined && !reads(target.step, input))
    .map(({ input, why }) => askOf(target, why, JSON_OF(input)))
}

/** Bodies that are wrong whatever the step. */
export const bodiesOf = (target: Target): Ask[] => [
  ...BODIES.map(({ name, raw }) => askOf(target, name, raw)),
  askOf(target, 'not UTF-8', NOT_UTF8),
]

export const largeOf = (target: Target): Ask => askOf(target, LARGE.name, LARGE.raw)
