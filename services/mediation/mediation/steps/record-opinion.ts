import { field } from '#kernel'
import { Consented, NotFiled } from '../events.js'
import { mediation } from '../state.js'

/** Consent is explicit and in time; a refusal, and silence after the period, end the request (GZ81 66). */
export const recordOpinion = mediation.step({
  name: 'RecordOpinion',
  title: { zh: '登记陈述意见', en: 'Record the opinion' },
  law: ['GZ81:65', 'GZ81:66'],
  from: ['SERVED'],
  who: { of: 'holder', office: 'mediators' },
  makes: ({ consent }, { facts }) =>
    facts.silent ? ['不予立案通知书'] : consent ? ['意见陈述书'] : ['意见陈述书', '不予立案通知书'],
  input: { consent: field.yes.meta({ title: '是否同意调解', description: 'Whether the respondent consents' }) },
  emits: [Consented, NotFiled],
  decide: ({ consent }, { facts }) => (consent ? Consented({}) : NotFiled({ refused: !facts.silent })),
})
