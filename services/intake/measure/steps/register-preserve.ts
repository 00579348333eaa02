import { field, firstOf, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { EvidenceRegistered } from '../events.js'
import { approverWrong, goods, originIn, originInput, originNeeds, originWrong, urgent } from '../origin.js'
import { measure } from '../state.js'

/** Evidence that may be lost is registered and kept; within seven working days something is done with it, or it is free. */
export const registerPreserve = measure.step({
  name: 'RegisterPreserve',
  title: { zh: '先行登记保存证据', en: 'Register and preserve evidence' },
  law: ['PROC:33', 'CFF:56'],
  from: ['new'],
  who: { may: 'take-measure', office: ['responsible', 'officer'] },
  makes: ({ goods }) => ['先行登记保存证据通知书', { title: '场所/设施/财物清单', fields: { goods } }],
  input: {
    ...originInput,
    ...field.group('登记保存', 'Registration', {
      risk: titled(field.text, '证据可能灭失或者以后难以取得的情形', 'Risk of loss'),
      urgent,
      goods,
    }),
  },
  emits: [EvidenceRegistered],
  needs: originNeeds,
  joins: (_, needs) => originIn(needs)?.dossier,
  decide: (input, _, { actor, rules, needs }) => {
    const origin = originIn(needs)
    const no =
      originWrong(input, origin, actor.agency) ??
      firstOf(
        approverWrong(rules, actor, input.urgent, origin!),
        tellsIdentity({ goods: input.goods, risk: input.risk }),
      )
    if (no) return no
    const { agency, subject, ip } = origin!
    return EvidenceRegistered({ ...input, agency, subject, ip: ip! })
  },
})
