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

export const openNumbers = (records: Records, rules: Rules): Numbers => {
  const counters = new Map<string, Promise<Counter>>()
  const counterOf = (scope: string): Promise<Counter> => {
    const known = counters.get(scope)
    if (known) return known
    const opened = counterAfter(records, scope)
    counters.set(scope, opened)
    return opened
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
        release: (taken) => drawn.forEach(({ scope, n, counter }) => taken !== `${scope}#${n}` && counter.free.push(n)),
      }
    },
  }
}
