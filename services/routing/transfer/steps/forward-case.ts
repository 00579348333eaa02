import { field, firstOf, refuse } from '#kernel'
import { COURT, peerWith, POLICE, PROSECUTOR } from '../../peers.js'
import { CaseForwarded } from '../events.js'
import { transfer } from '../state.js'

/** Another police organ is competent: it gets the case and signs for it, and its own three days begin. */
export const forwardCase = transfer.step({
  name: 'ForwardCase',
  title: { zh: '转送有管辖权的公安机关', en: 'Forward to the competent police' },
  law: ['GWY310:7', 'GAJG:175'],
  from: ['RECEIVED_BY_POLICE'],
  who: { of: 'police', office: 'staff' },
  makes: '移送案件通知书',
  input: {
    to: field.agencyThat('receive-transfer').meta({
      title: '有管辖权的公安机关',
      description: 'The competent police',
    }),
  },
  emits: [CaseForwarded],
  decide: ({ to }, { facts }, { rules, actor }) => {
    const copiedTo = peerWith(rules, to, PROSECUTOR)
    const no = firstOf(
      !rules.may(to, POLICE) && refuse('ERR_GUARD', { guard: 'not-police', to }),
      to === actor.agency && refuse('ERR_GUARD', { guard: 'own-field', to }),
      !copiedTo && refuse('ERR_GUARD', { guard: 'no-procuratorate', agency: to }),
    )
    return no ?? CaseForwarded({ ...facts, to, copiedTo: copiedTo!.code, court: peerWith(rules, to, COURT)?.code })
  },
})
