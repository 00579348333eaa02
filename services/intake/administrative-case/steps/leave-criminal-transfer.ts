import { field, firstOf, refuse } from '#kernel'
import { enclosures, titled } from '../../form.js'
import { CriminalTransferLeft } from '../events.js'
import { administrativeCase } from '../state.js'
import { responsible } from '../who.js'

/**
 * Goes on after a conviction, where the statute provides a penalty that a court cannot impose, or on the procuratorial opinion
 * after a non-prosecution. Refusal, withdrawal, acquittal and exemption bring the case back by themselves.
 */
export const leaveCriminalTransfer = administrativeCase.step({
  name: 'LeaveCriminalTransfer',
  title: { zh: '恢复行政处理', en: 'Leave the criminal transfer' },
  law: ['CFF:27', 'CFF:35', 'CFF:8'],
  from: ['CRIMINAL_TRANSFERRED'],
  who: responsible,
  input: {
    ground: titled(field.oneOf('conviction', 'opinion'), '恢复依据', 'Ground').default('conviction'),
    penalty: titled(field.text, '仍需作出的处罚及依据', 'Penalty left to the agency, with its basis'),
    enclosures,
  },
  emits: [CriminalTransferLeft],
  decide: ({ ground, enclosures: given }, { facts: { criminal } }) => {
    const needed = ground === 'conviction' ? 'convicted' : 'non-prosecution'
    return (
      firstOf(
        criminal.outcome !== needed && refuse('ERR_GUARD', { guard: needed, outcome: criminal.outcome ?? null }),
        ground === 'opinion' && !given.检察意见书?.length && refuse('ERR_DOC_MISSING', { missing: ['检察意见书'] }),
      ) ?? CriminalTransferLeft({ ground })
    )
  },
})
