import { field } from '#kernel'
import { MoreAsked } from '../events.js'
import { confirmation } from '../state.js'

/** The court wants more; who does not bring it counts as having withdrawn (MSJS 357). */
export const askMore = confirmation.step({
  name: 'AskMore',
  title: { zh: '要求补充', en: 'Ask for more' },
  law: ['MSJS:356'],
  from: ['ACCEPTED', 'REVIEWING'],
  who: { of: 'holder', office: 'judges' },
  makes: '补充通知',
  input: {
    what: field.text.meta({ title: '补充内容', description: 'What is to be brought' }),
    until: field.day.nullable().default(null).meta({ title: '期限', description: 'By when' }),
  },
  emits: [MoreAsked],
  decide: MoreAsked,
})
