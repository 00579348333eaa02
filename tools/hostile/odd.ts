import type { Draw, Pool } from '#kernel/sample'
import { askOf, basesOf, putsOf, type Target } from './asks.js'
import type { Ask, Told } from './door.js'
import { reads, samplesOf } from './shapes.js'
import type { Stage } from './stage.js'

/** Inputs that a form lets through and nobody would think of. */
export type Odd = ReadonlyMap<string, readonly string[]>

export const nameOf = ({ kind, step }: Pick<Target, 'kind' | 'step'>): string => `${kind}/${step.name}`

/** Per step: what stories sent, samples, and both with one field of junk that fits. */
export const oddInputs = (stage: Stage, targets: readonly Target[], pool: Pool): Odd => {
  let fields = 0
  return new Map(
    targets.map((target) => {
      const bases = basesOf(stage, target, pool)
      const fitting = putsOf(target, bases, () => fields++).puts.filter(({ fits }) => fits === true)
      const odd = fitting.map(({ ask }) => String(ask.body).slice('{"input":'.length, -1))
      const plain = [...bases, ...samplesOf(target.step, pool, 12, 7)].filter((input) => reads(target.step, input))
      return [nameOf(target), [...plain.map((input) => JSON.stringify(input)), ...odd]] as const
    }),
  )
}

/** Moments at which an act may be said to have happened. */
const MOMENTS = [
  '9999-12-31',
  '9999-12-31T23:59-14:00',
  '0000-01-01T00:00+14:00',
  '0001-01-01',
  '1970-01-01',
  '2026-03-02',
  '2026-03-09T12:00',
  '2026-04-01',
  '2026-05-20T23:59:59.999',
  '2026-06-30T00:00Z',
]

/** One request of a round, with the key it is sent under. */
export const oddAsk = (target: Target, odd: Odd, draw: Draw, key: string): Ask => {
  const inputs = odd.get(nameOf(target))!
  const at = draw(5) === 0 ? `"at":"${MOMENTS[draw(MOMENTS.length)]!}",` : ''
  return askOf(target, `round ${key}`, `{${at}"input":${inputs[draw(inputs.length)]!}}`, { 'idempotency-key': key })
}

/** Requests that were sent and answered, with the world they went to. */
export interface Answered {
  world: string
  told: Told
}

export const wasDone = ({ told }: Answered): boolean => told.status < 300
