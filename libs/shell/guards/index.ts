import { guard, input, type Row } from '../sentence.js'
import { CASE } from './case.js'
import { CREDIT } from './credit.js'
import { LEAD } from './lead.js'
import { MEASURE } from './measure.js'
import { MEDIATION } from './mediation.js'
import { ROUTING } from './routing.js'

/** What the kernel itself finds in the way. */
const ANYWHERE = {
  'built-on-lapse': guard(
    [
      '补录的行为会使已经届满的期限不再届满，而“{step}”（{at}，第 {seq} 号）已据此作出',
      'what is recorded late would undo a lapse on which “{step}” of {at} (entry {seq}) was built',
    ],
    ['先撤销或者变更该行为，再补录', 'revoke or change that act first, then record this one'],
  ),
  'unknown-person': input(
    ['“{field}”：没有编号为“{person:code}”的人员', '“{field}”: there is nobody with the id “{person:code}”'],
    ['核对人员编号', 'check the id of the person'],
  ),
  'person-of-another-agency': input(
    ['“{field}”：{person:code} 不是{agency}的人员', '“{field}”: {person:code} is not of {agency}'],
    ['改填该机构的人员', 'name somebody of that agency'],
  ),
  'person-without-licence': input(
    [
      '“{field}”：{person:code} 没有{agency}的执法证',
      '“{field}”: {person:code} holds no enforcement licence of {agency}',
    ],
    ['改填持证人员', 'name somebody who holds one'],
  ),
  'licence-of-another': input(
    [
      '“{field}”：执法证号 {licence:code} 不是 {person:code} 的',
      '“{field}”: the licence {licence:code} is not that of {person:code}',
    ],
    ['核对执法证号', 'check the number of the licence'],
  ),
  'person-twice': input(
    ['“{field}”：{person:code} 已经写过', '“{field}”: {person:code} is named already'],
    ['删去重复的人员', 'take the repeated name out'],
  ),
  'claim-taken': guard(
    [
      '同一事项已经办理过，或者他人先一步办理⟦：见{of} {record:code}⟧',
      'this has been done already, or somebody else was first⟦: see {of} {record:code}⟧',
    ],
    ['重新读取记录，由先办理的一方继续', 'read the record again; whoever was first goes on'],
  ),
} as const

/**
 * The sentences of the conditions that ERR_GUARD names, as those of the codes. A guard that a step names and that has no row here
 * does not compile.
 */
export const GUARDS = { ...ANYWHERE, ...LEAD, ...CASE, ...MEASURE, ...ROUTING, ...MEDIATION, ...CREDIT } as const

type Known = { [name in keyof typeof GUARDS]: Row }

declare module '#kernel/guards' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merges the names into the kernel's
  interface Guards extends Known {}
}
