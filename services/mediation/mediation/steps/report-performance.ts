import { field, firstOf, refuse } from '#kernel'
import { z } from 'zod'
import { STANDING_DUTIES } from '../agreement.js'
import { Performed } from '../events.js'
import { mediation } from '../state.js'

/** Either side says what was paid or done; when nothing is left the matter is closed. */
export const reportPerformance = mediation.step({
  name: 'ReportPerformance',
  title: { zh: '报告履行', en: 'Report performance' },
  law: ['TJF:31'],
  from: ['AGREED', 'PERFORMING', 'BREACHED'],
  who: { of: 'parties', office: 'party' },
  given: ['履行证明'],
  input: {
    what: field.name.meta({ title: '履行内容', description: 'What was performed', examples: ['支付全部款项'] }),
    amount: field.fen.default(0).meta({ title: '支付金额', description: 'Paid' }),
    done: field.list(field.name).default([]).meta({
      title: '已完成的义务',
      description: 'Duties that are done: one-off ones by name, clauses as stop and stock',
    }),
    enclosures: z
      .record(field.name, field.list(field.name, 1))
      .default({})
      .meta({ title: '附件', description: 'Enclosures by title', examples: [{ 履行证明: ['e1'] }] }),
  },
  emits: [Performed],
  decide: ({ what, amount, done }, { facts }) => {
    const owed = (facts.agreement?.amount ?? 0) - facts.paid
    const unknown = done.filter((duty) => !facts.left.includes(duty) && !STANDING_DUTIES.includes(duty))
    const no = firstOf(
      amount > owed && refuse('ERR_GUARD', { guard: 'more-than-owed', owed, amount }),
      unknown.length > 0 && refuse('ERR_GUARD', { guard: 'duty', unknown: unknown.length, left: facts.left }),
    )
    if (no) return no
    const left = facts.left.filter((duty) => !done.includes(duty))
    const remaining = owed - amount
    return Performed({
      what,
      amount,
      remaining,
      left,
      all: remaining === 0 && left.length === 0,
      confirmation: facts.confirmation,
    })
  },
})
