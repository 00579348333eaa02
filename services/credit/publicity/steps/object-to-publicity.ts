import { field } from '#kernel'
import { platformIn } from '../../platform.js'
import { ObjectionFiled } from '../events.js'
import { publicity, SHOWN } from '../state.js'

/** The record is marked at once; it stays public unless the check does not end in time. */
export const objectToPublicity = publicity.step({
  name: 'ObjectToPublicity',
  title: { zh: '对公示提出异议', en: 'Object to the publicity' },
  law: ['GB22', 'HNXY:41'],
  from: SHOWN,
  who: { of: ['respondent', 'holder'], office: ['party', 'staff'] },
  makes: '异议申请书',
  input: {
    scope: field.oneOf('own', 'provider').default('own').meta({ title: '异议范围', description: 'Who can settle it' }),
  },
  emits: [ObjectionFiled],
  decide: ({ scope }, _, { rules }) => ObjectionFiled({ scope, platform: platformIn(rules) }),
})
