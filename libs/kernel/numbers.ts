import type { Rules } from '#rules'
import type { Records } from '#ports'
import type { Paper } from './record.js'
import type { PaperDraft } from './step.js'

/** Paper numbers are claims: proposed next in line, given back when the commit is lost, so that no gaps arise. */
export interface Numbers {
  /** Numbers the drafts that carry one (per agency, document and local year) and names the claims they need. */
  propose(drafts: readonly PaperDraft[], agency: string, day: string): Promise<Proposal>
}

export interface Proposal {
  papers: Paper[]
  claims: string[]
  /** Gives the numbers back. `taken`: a claim that another instance holds. */
  release(taken?: string): void
}

interface Counter {
  next: number
  free: number[]
}

/** How far below the highest number one may be missing: what a process had drawn and not written when it ended. */
const WINDOW = 1024

const missing = async (records: Records, scope: string, highest: number): Promise<number[]> => {
  const first = Math.max(1, highest - WINDOW)
  const below = Array.from({ length: highest - first }, (_, index) => first + index)
  const holders = await Promise.all(below.map((n) => records.claimant(`${scope}#${n}`)))
  return below.filter((_, index) => holders[index] === undefined)
}

const counterAfter = async (records: Records, scope: string): Promise<Counter> => {
  const highest = await records.highest(scope)
  return { next: highest + 1, free: await missing(records, scope, highest) }
}

/** The first number above one that is taken which nobody has, where few are missing below. */
const freeAbove = async (records: Records, scope: string, taken: number): Promise<number> => {
  const held = async (n: number) => (await records.claimant(`${scope}#${n}`)) !== undefined
  let [low, step] = [taken, 1]
  for (; await held(low + step); step *= 2) low += step
  let high = low + step
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (await held(middle)) low = middle
    else high = middle
  }
  return high
}

/** Another process has drawn on meanwhile. */
const overtaken = async (records: Records, scope: string, counter: Counter, taken: number): Promise<Counter> => {
  if (taken >= counter.next - 1) counter.next = Math.max(counter.next, await freeAbove(records, scope, taken))
  return counter
}

export const openNumbers = (records: Records, rules: Rules): Numbers => {
  const counters = new Map<string, Promise<Counter>>()
  /** Until it fails. */
  const keep = (scope: string, opened: Promise<Counter>): Promise<Counter> => {
    opened.catch(() => counters.delete(scope))
    counters.set(scope, opened)
    return opened
  }
  const counterOf = (scope: string): Promise<Counter> => {
    const known = counters.get(scope)
    if (known) return known
    return keep(scope, counterAfter(records, scope))
  }
  const draw = async (scope: string): Promise<{ n: number; counter: Counter }> => {
    const counter = await counterOf(scope)
    return { n: counter.free.sort((a, b) => a - b).shift() ?? counter.next++, counter }
  }
  return {
    async propose(drafts, agency, day) {
      const papers: Paper[] = []
      const drawn: { scope: string; n: number; counter: Counter }[] = []
      for (const draft of drafts) {
        const { title, agency: own = agency, fields = {} } = draft
        const year = day.slice(0, 4)
        const scope = rules.numberScope(own, title, year)
        let number: string | undefined
        if (scope) {
          const { n, counter } = await draw(scope)
          drawn.push({ scope, n, counter })
          number = rules.number(own, title, year, n)
        }
        papers.push({ agency: own, fields, number, on: day, title })
      }
      return {
        papers,
        claims: drawn.map(({ scope, n }) => `${scope}#${n}`),
        release: (taken) => {
          for (const { scope, n, counter } of drawn)
            if (taken === `${scope}#${n}`) void keep(scope, overtaken(records, scope, counter, n))
            else counter.free.push(n)
        },
      }
    },
  }
}
