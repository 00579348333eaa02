import { field, refuse, tellsIdentity } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { CriminalTransferLeft } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/**
 * Goes on after a conviction, where the statute provides a penalty that a court cannot impose. Refusal, withdrawal, acquittal,
 * exemption and the procuratorial opinion bring the case back by themselves.
 */
export const leaveCriminalTransfer = administrativeCase.step({
  name: 'LeaveCriminalTransfer',
  title: { zh: '恢复行政处理', en: 'Leave the criminal transfer' },
  law: ['CFF:8', 'CFF:27', 'CFF:35'],
  from: ['CRIMINAL_TRANSFERRED'],
  who: responsible,
  input: {
    penalty: titled(field.text, '仍需作出的处罚及依据', 'Penalty left to the agency, with its basis'),
    enclosures,
  },
  emits: [CriminalTransferLeft],
  decide: ({ penalty }, { facts: { criminal } }) =>
    tellsIdentity({ penalty }) ??
    (criminal.outcome === 'convicted'
      ? CriminalTransferLeft({ ground: 'conviction' })
      : refuse('ERR_GUARD', { guard: 'convicted', outcome: criminal.outcome ?? null })),
})
