import { field } from '#kernel'
import { titled } from '../../form.js'
import { HearingEnded } from '../events.js'
import { administrativeCase } from '../state.js'
import { host } from '../who.js'

/** The party withdraws its request, or stays away without good reason. */
export const endHearing = administrativeCase.step({
  name: 'EndHearing',
  title: { zh: '终止听证', en: 'End the hearing' },
  law: ['CFF:64'],
  from: ['HEARING_PENDING'],
  who: host,
  makes: '听证笔录',
  input: { ground: titled(field.oneOf('withdrawn', 'absent'), '终止事由', 'Ground') },
  emits: [HearingEnded],
  decide: HearingEnded,
})
