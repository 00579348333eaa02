import { administrativeCase as contracts } from '#contracts'
import { field } from '#kernel'
import { titled } from '../../form.js'
import { undecidable } from '../decision.js'
import { CollectivelyDiscussed } from '../events.js'
import { administrativeCase } from '../state.js'
import { collective } from '../who.js'

/** Complex cases and major violations are discussed by those in charge together (CFF 57). */
export const collectiveDiscuss = administrativeCase.step({
  name: 'CollectiveDiscuss',
  title: { zh: '集体讨论', en: 'Discuss collectively' },
  law: ['PROC:60', 'CFF:57'],
  from: ['REVIEWED', 'NOTICE_SERVED', 'HEARING_DONE'],
  who: collective,
  makes: '集体讨论记录',
  input: { outcome: titled(field.oneOf(...contracts.OUTCOMES), '讨论结果', 'Outcome') },
  emits: [CollectivelyDiscussed],
  decide: (input, record) => undecidable(input.outcome, record) ?? CollectivelyDiscussed(input),
})
