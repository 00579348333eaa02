import { resolutionInput, resolutionWrong } from '../../objection.js'
import { ObjectionResolved } from '../events.js'
import { CONTESTED, publicity } from '../state.js'

/** Upheld, the entry is corrected or withdrawn; dismissed, it stays and the mark goes. */
export const resolveObjection = publicity.step({
  name: 'ResolveObjection',
  title: { zh: '处理异议', en: 'Resolve the objection' },
  law: ['HNXY:41', 'GB22'],
  from: CONTESTED,
  who: { of: ['platform', 'holder'], office: 'staff' },
  makes: '异议处理结果告知书',
  input: resolutionInput,
  emits: [ObjectionResolved],
  decide: (input) => resolutionWrong(input) ?? ObjectionResolved(input),
})
