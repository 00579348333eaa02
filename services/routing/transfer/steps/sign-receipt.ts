import { field, refuse } from '#kernel'
import { TransferReceived } from '../events.js'
import { transfer } from '../state.js'

/** The police sign for the case whatever they think of it (GAJG:180). */
export const signReceipt = transfer.step({
  name: 'SignReceipt',
  title: { zh: '签收回执', en: 'Sign the receipt' },
  law: ['GWY310:7', 'GAJG:171', 'GAJG:180'],
  from: ['SENT', 'FORWARDED'],
  who: { of: 'police', office: 'staff' },
  makes: ['受案登记表', '移送书回执'],
  input: {
    accept: field.yes.default(true).meta({ title: '接受', description: 'A transfer may not be turned away' }),
    ownField: field.yes.default(true).meta({ title: '属于本机关管辖', description: 'Within own jurisdiction' }),
    complete: field.yes
      .optional()
      .meta({ title: '材料齐全', description: 'Material complete; left out: unless something was named as missing' }),
  },
  emits: [TransferReceived],
  decide: ({ accept, ownField, complete }, { facts }, { actor }) =>
    accept
      ? TransferReceived({ ...facts, police: actor.agency, ownField, complete: complete ?? facts.missing.length === 0 })
      : refuse('ERR_MUST_ACCEPT', { missing: facts.missing }),
})
