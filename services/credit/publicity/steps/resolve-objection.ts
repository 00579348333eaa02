import { field, refuse } from '#kernel'
import { BUREAU } from '../../bureau.js'
import { ObjectionResolved } from '../events.js'
import { CONTESTED, publicity } from '../state.js'

/** Upheld, the entry is corrected or withdrawn; dismissed, it stays and the mark goes. */
export const resolveObjection = publicity.step({
  name: 'ResolveObjection',
  title: { zh: '处理异议', en: 'Resolve the objection' },
  law: ['HNXY:41', 'GB22'],
  from: CONTESTED,
  who: { of: ['platform', 'holder'], office: BUREAU },
  makes: '异议处理结果告知书',
  input: {
    upheld: field.yes.meta({ title: '异议成立', description: 'The objection is right' }),
    for: field
      .oneOf('correction', 'removal')
      .optional()
      .meta({ title: '处理方式', description: 'What follows when it is right' }),
  },
  emits: [ObjectionResolved],
  decide: (input) =>
    input.upheld === (input.for !== undefined)
      ? ObjectionResolved(input)
      : refuse('ERR_GUARD', { guard: 'what-follows', upheld: input.upheld }),
})
