import { field, firstOf, isRefusal, refuse, servedDay, tellsIdentity } from '#kernel'
import { PoliceRefused } from '../events.js'
import { transfer } from '../state.js'

/** The police do not file and give the file back; material that is missing is no ground (GAJG:180). */
export const refusePolice = transfer.step({
  name: 'RefusePolice',
  title: { zh: '公安机关不予立案', en: 'Refuse to file' },
  law: ['GWY310:8', 'GAJG:180'],
  from: ['RECEIVED_BY_POLICE', 'SUPPLEMENTING'],
  who: { of: 'police', office: 'staff' },
  makes: '不予立案通知书',
  input: {
    ground: field.oneOf('no-crime', 'minor', 'not-prosecutable', 'incomplete').meta({
      title: '不予立案事由',
      description: 'No crime, clearly minor, not to be prosecuted; incomplete material never suffices',
    }),
    reasons: field.text.meta({ title: '理由', description: 'Reasons, told to the agency' }),
    servedOn: field.servedOn,
  },
  emits: [PoliceRefused],
  unless: ({ state }) => (state === 'SENT' || state === 'FORWARDED') && refuse('ERR_MUST_ACCEPT', { state }),
  decide: (input, record, context) => {
    const { ground, reasons } = input
    if (ground === 'incomplete') return refuse('ERR_MUST_ACCEPT', { ground, missing: record.facts.missing })
    const no = firstOf(
      !record.facts.ownField && refuse('ERR_GUARD', { guard: 'forward-instead' }),
      tellsIdentity({ reasons }),
    )
    if (no) return no
    const served = servedDay({ servedOn: input.servedOn }, context, record.since)
    if (isRefusal(served)) return served
    return PoliceRefused({ ...record.facts, police: context.actor.agency, ground, reasons, servedOn: served })
  },
})
