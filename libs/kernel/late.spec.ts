import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { StoredCommit } from '#ports'
import { seal, START, type Commit, type Header } from './commit.js'
import { consider, decide, happen, type Question } from './decide.js'
import { derive } from './hash.js'
import { dueLapses } from './due.js'
import { apply, fold } from './fold.js'
import type { Head } from './head.js'
import { plusDays, readInstant, type Instant } from './instant.js'
import { kitOf } from './kit.js'
import { lapseCommit } from './lapse.js'
import { decideLate } from './late.js'
import type { Actor } from './record.js'
import { isRefusal, type Step } from './step.js'
import { answer, close, decideNotice, leader, officer, serve, services, toyRules } from './toy.js'

const rules = toyRules()
const kit = kitOf(services[0]!.records[0]!, rules)
const id = derive('late')
const at = (text: string): Instant => readInstant(text)!

/** A notice served on Monday 2 March 2026: five working days, due on 9 March, lapsed at the midnight after it. */
const DUE = '2026-03-09'

class Chain {
  readonly stored: StoredCommit[] = []
  head: Head | undefined

  put(commit: Commit): void {
    const next = seal(commit, this.head ?? START, 'key')
    this.stored.push(next)
    this.head = apply(kit, rules, this.head, commit, { seq: next.seq, version: next.version, hash: next.hash })
  }

  lapse(now: Instant): void {
    for (let due = this.head && dueLapses(this.head, now)[0]; due; due = dueLapses(this.head!, now)[0])
      this.put(lapseCommit(kit, rules, this.head!, due, now))
  }

  question(step: Step, actor: Actor, when: Instant, now: Instant): Question {
    return { kit, rules, step, head: this.head, actor, at: when, now, id }
  }

  act(step: Step, actor: Actor, when: Instant, input: Record<string, unknown>): void {
    this.lapse(when)
    const question = this.question(step, actor, when, when)
    const decided = consider(question) ?? decide(question, input, {})
    if (isRefusal(decided)) throw new Error(decided.refused)
    const message = derive(step.name, when)
    const header: Header = {
      record: id,
      kind: kit.type.kind,
      dossier: id,
      message,
      step: step.name,
      actor,
      at: when,
      recordedAt: when,
      root: message,
      law: '',
      body: '',
    }
    this.put({ header, input, events: happen(question, message, decided.events), papers: [] })
  }
}

describe('a fact recorded late', () => {
  it('takes a lapse back exactly when it was in time and nothing was built on the lapse', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.constantFrom('nothing', 'decided', 'closed'),
        fc.integer({ min: 0, max: 23 }),
        async (days, built, hour) => {
          const chain = new Chain()
          chain.act(serve, officer, at('2026-03-02T00:00'), { servedOn: '2026-03-02', to: 'B-1', officers: ['p1'] })
          if (built !== 'nothing') chain.act(decideNotice, leader, at('2026-03-20T09:00'), { outcome: 'fine' })
          if (built === 'closed') chain.act(close, leader, at('2026-03-21T09:00'), {})
          const now = at('2026-03-25T09:00')
          chain.lapse(now)
          const day = plusDays('2026-03-02', days)
          const question = chain.question(answer, officer, at(`${day}T${String(hour).padStart(2, '0')}:00`), now)
          const told = await decideLate(question, chain.stored, { answer: 'late' }, derive('late'), async () => ({}))
          const inTime = day <= DUE
          if (!inTime) expect(told).toBeUndefined()
          else if (built === 'nothing')
            expect(told).toMatchObject({ lapses: [{ clock: 'CLK-DEFENCE', at: at('2026-03-10') }] })
          else expect(told).toMatchObject({ refused: 'ERR_GUARD', facts: { step: 'Decide' } })
          expect(fold(kit, rules, chain.stored)).toEqual(chain.head)
        },
      ),
      { numRuns: 150 },
    )
  })
})
