import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Rules } from '#rules'
import { z } from 'zod'
import { brokenAt, seal, START, type Commit, type Header } from './commit.js'
import { consider, decide, happen, missingPapers, seenBy, type Question } from './decide.js'
import { derive } from './hash.js'
import { dueLapses } from './due.js'
import { apply, fold } from './fold.js'
import type { Head } from './head.js'
import { fromMs, toMs, type Instant } from './instant.js'
import { canonical } from './json.js'
import { kitOf } from './kit.js'
import { lapseCommit } from './lapse.js'
import type { Actor } from './record.js'
import { inputSchema, sampleOf, type Pool } from './sample.js'
import type { Service } from './service.js'
import { isRefusal, type Lookups, type Step } from './step.js'
import type { StoredCommit } from '#ports'

type Entry = Service['records'][number]

/** Lookups that find nothing, in the shape the step expects. */
const nothing = (question: Question, input: Record<string, unknown>): Lookups => {
  const { step, rules, actor, at } = question
  const asked = Object.entries(step.needs ?? {}).map(
    ([name, ask]) => [name, ask(input, seenBy(question), { rules, actor, at })] as const,
  )
  return Object.fromEntries(
    asked.map(([name, lookup]) => [name, 'view' in lookup || ('many' in lookup && lookup.many) ? [] : undefined]),
  )
}

/** A random life of one record: any step, any input its schema lets through, any office, any day. */
const live = (entry: Entry, rules: Rules, pool: Pool, numbers: readonly number[]) => {
  const kit = kitOf(entry, rules)
  const id = derive('life', entry.record.kind)
  let cursor = 0
  const draw = (n: number): number => numbers[cursor++ % numbers.length]! % n
  const chain: StoredCommit[] = []
  let head: Head | undefined
  let now: Instant = '2026-01-05T09:00:00.000+08:00'
  const put = (commit: Commit): void => {
    const stored = seal(commit, head ?? START, 'key')
    chain.push(stored)
    head = apply(kit, rules, head, commit, { seq: stored.seq, version: stored.version, hash: stored.hash })
  }
  const lapse = (): void => {
    for (let due = head && dueLapses(head, now)[0]; due; due = dueLapses(head!, now)[0])
      put(lapseCommit(kit, rules, head!, due, now))
  }
  const closings: { from: string; step: Step }[] = []
  for (let n = 0; n < 12; n++) {
    now = fromMs(toMs(now) + draw(40) * 6 * 3_600_000)
    lapse()
    const step = entry.steps[draw(entry.steps.length)]!
    const offices =
      step.who === 'system' ? ['system'] : [step.who.office].flat().flatMap((office) => rules.officesIn(office))
    const actor: Actor = {
      agency: pool.agencies[draw(pool.agencies.length)]!,
      office: offices[draw(offices.length)]!,
      person: pool.persons[draw(pool.persons.length)]!,
    }
    const parsed = z.strictObject(step.input ?? {}).safeParse(sampleOf(inputSchema(step), draw, pool))
    if (!parsed.success) continue
    const question: Question = { kit, rules, step, head, actor, at: now, now, id }
    if (consider(question) ?? missingPapers(step, parsed.data)) continue
    const decided = decide(question, parsed.data, nothing(question, parsed.data))
    if (isRefusal(decided) || !decided.events.length) continue
    const message = derive('message', n)
    const header: Header = {
      record: id,
      kind: kit.type.kind,
      dossier: id,
      message,
      step: step.name,
      actor,
      at: now,
      recordedAt: now,
      root: message,
      law: rules.version,
      body: '',
    }
    const from = head?.state ?? ''
    put({ header, input: parsed.data, events: happen(question, message, decided.events), papers: [] })
    if ((kit.type.states as Record<string, { final?: true }>)[from]?.final) closings.push({ from, step })
  }
  return { kit, chain, head, closings }
}

/**
 * What holds for every record, whatever is done to it: deciding never throws; the head is the fold of its chain; the chain holds;
 * a closed record is left only by a step that names its state or any.
 * Steps that need lookups are asked with nothing found: they must refuse or decide, not throw.
 */
export const testProperties = (entry: Entry, rules: Rules, pool: Pool, runs = 60): void => {
  describe(`${entry.record.kind}, whatever is done to it`, () => {
    it('never throws, folds to what it is, keeps its chain, stays closed', () => {
      const life = fc.array(fc.nat(1_000_000), { minLength: 150, maxLength: 300 })
      fc.assert(
        fc.property(life, (numbers) => {
          const { kit, chain, head, closings } = live(entry, rules, pool, numbers)
          for (const { from, step } of closings)
            expect(step.from.includes('any') || step.from.includes(from)).toBe(true)
          if (!head) return
          expect(canonical(fold(kit, rules, chain))).toBe(canonical(head))
          expect(brokenAt(chain, 'key')).toBeUndefined()
        }),
        { numRuns: runs },
      )
    })
  })
}
