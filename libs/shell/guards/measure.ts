import { guard, input } from '../sentence.js'

/** Measures (rulebook 11.2a). */
export const MEASURE = {
  'lead-or-case': input(
    ['须写明线索或者案件，且只写一个', 'name the lead or the case, and only one of them'],
    ['已立案的写案件，未立案的写线索', 'name the case where there is one, else the lead'],
  ),
  'unknown-lead-or-case': input(
    ['本机关没有所写的线索或者案件', 'your bureau has no such lead or case'],
    ['核对编号，由办理机关采取措施', 'check the id, and leave the measure to the bureau that has the matter'],
  ),
  'not-in-investigation': guard(
    [
      '所写的线索或者案件不在核查、调查中⟦（{state}）⟧',
      'the lead or case is not under verification or investigation⟦ ({state})⟧',
    ],
    ['开始核查或者立案后再采取措施', 'take the measure once it is'],
  ),
  'sealed-goods': input(
    [
      '措施 {measure} 没有查封扣押这里登记保存的财物⟦（{state}）⟧',
      'measure {measure} does not hold the goods that are preserved here⟦ ({state})⟧',
    ],
    ['先查封扣押同一批财物，再填其编号', 'seal the same goods first and write its id'],
  ),
  'no-disposal': input(
    ['没有选定处理方式', 'no way of disposal is chosen'],
    ['从退还、复制、送检、转为查封扣押中选择', 'choose to return, copy, send to appraisal or seal'],
  ),
  'case-decided': guard(
    [
      '案件已经决定或者没有找到⟦（{state}）⟧，不能再延长',
      'the case is decided or was not found⟦ ({state})⟧, so nothing is extended',
    ],
    ['按决定处理财物，或者解除', 'deal with the goods by the decision, or lift the measure'],
  ),
  'not-expired': guard(
    ['期限没有届满（{state}），不能以届满为由解除', 'the period has not expired ({state})'],
    ['改选“不再需要”等事由', 'choose another ground'],
  ),
  'nothing-to-report': guard(
    ['不是当场实施的紧急措施，或者已经报告', 'it was not taken on the spot, or it has been reported already'],
    ['不必再报告', 'nothing is to be reported'],
  ),
} as const
