import { z } from 'zod'
import { contract, field } from '#kernel'

/** What a joint action tells the others (rulebook 11.7). */

/** One act of one target, and the one agency that decides on it (CFF:29). */
export const allocation = z.strictObject({
  target: field.subject.meta({ title: '查处对象', description: 'Target; one of those of the action' }),
  act: field.name.meta({
    title: '行为',
    description: 'The one act that is decided on',
    examples: ['销售侵犯注册商标专用权的商品'],
  }),
  agency: field.agency.meta({ title: '处理机关', description: 'The one agency that decides' }),
  ip: field.ipType.meta({ title: '权利类型', description: 'Type of right' }),
})

export const TargetsAllocated = contract(
  1,
  'TargetsAllocated',
  { zh: '对象已分配', en: 'Targets allocated' },
  {
    allocations: field.list(allocation, 1),
  },
)

export const CrimeFlagged = contract(
  1,
  'CrimeFlagged',
  { zh: '标记涉嫌犯罪', en: 'Crime flagged' },
  {
    target: field.subject,
    agency: field.agency,
    ip: field.name,
    reason: field.text,
    /** The lead that the deciding agency already has on this target, when there is one. */
    lead: field.id.optional(),
    /** Which suspicion of that lead it is; left out: the first. */
    round: field.count.optional(),
  },
)
