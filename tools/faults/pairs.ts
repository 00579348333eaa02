import type { World } from '#kernel'
import type { History } from './history.js'
import type { Load, Pair } from './load.js'
import { SHARE } from './load.js'

type Evaluated = { basis?: string; metrics?: Record<string, number> }

const evaluationsOf = (history: History | undefined): Evaluated[] =>
  (history?.commits ?? []).flatMap(({ events }) =>
    events.flatMap(({ type, data }) => (type === 'ThresholdEvaluated' ? [data as Evaluated] : [])),
  )

/** Evaluates what the process did not live to evaluate. Returns how many of the shares were missing. */
export const completePairs = async (world: World, load: Load, pairs: readonly Pair[]): Promise<number> => {
  const answers = (await Promise.all(pairs.map((pair) => load.evaluateBoth(pair)))).flat()
  await world.quiet()
  return answers.filter((answer) => answer && !answer.repeated).length
}

/** How often a case was evaluated by its own bureau. */
export const ownOf = (histories: readonly History[], id: string): number =>
  evaluationsOf(histories.find((one) => one.id === id)).filter(({ basis }) => basis === 'own').length

/** The two shares add up: both cases were told of the whole, once, and each has one transfer. */
export const pairFaults = (histories: readonly History[], pairs: readonly Pair[]): string[] => {
  const byId = new Map(histories.map((history) => [history.id, history]))
  const transfers = histories.filter(({ kind }) => kind === 'routing/transfer')
  return pairs.flatMap(({ n, cases }) =>
    cases.flatMap((id) => {
      const evaluations = evaluationsOf(byId.get(id))
      const own = evaluations.filter(({ basis }) => basis === 'own').length
      const sums = evaluations
        .filter(({ basis }) => basis === 'accumulation')
        .map(({ metrics }) => metrics?.illegal_business)
      const sent = transfers.filter(({ head }) => (head.facts as { case?: string }).case === id).length
      const faults = [
        own !== 1 && `${own} evaluations of its own`,
        (sums.length !== 1 || sums[0] !== 2 * SHARE) && `the sum told as ${sums.join(' and ') || 'nothing'}`,
        sent !== 1 && `${sent} transfers`,
      ]
      return faults.flatMap((fault) => (fault ? [`pair ${n}, case ${id}: ${fault}`] : []))
    }),
  )
}
