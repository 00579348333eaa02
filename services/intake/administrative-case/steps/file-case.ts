import { fewerThanNeeded, field, firstOf, manyRecords, oneRecord, refuse } from '#kernel'
import { z } from 'zod'
import { ACT, titled } from '../../form.js'
import { cameTransferred, incompetent } from '../../lead/guards.js'
import { outcomeOf } from '../../lead/outcome.js'
import { lead } from '../../lead/state.js'
import { measure } from '../../measure/state.js'
import { CaseFiled } from '../events.js'
import { CONDITIONS, leadsWrong, measuresWrong, replacedWrong, takenOver, union } from '../filing.js'
import { administrativeCase } from '../state.js'

/** All four are stated by whoever files (PROC 19). */
const conditions = z.strictObject({
  evidence: titled(field.yes, '有证据初步证明存在违法行为', 'Evidence shows a violation prima facie'),
  penalty: titled(field.yes, '依法应当给予行政处罚', 'The law penalises it'),
  jurisdiction: titled(field.yes, '属于本部门管辖', 'The agency has jurisdiction'),
  limitation: titled(field.yes, '在给予行政处罚的法定期限内', 'It can still be penalised in time'),
})

/**
 * Opens a case from verified leads of the bureau, from its own discovery or from a file handed over.
 * Whoever files, declines or transfers a lead first has it. Who approves does not investigate (ERR_SOD).
 */
export const fileCase = administrativeCase.step({
  name: 'FileCase',
  title: { zh: '立案', en: 'File a case' },
  law: ['PROC:18', 'PROC:19', 'CFF:36', 'CFF:54'],
  from: ['new'],
  who: { may: 'file-case', office: 'responsible' },
  makes: '立案/不予立案审批表',
  input: {
    ...field.group('来源', 'Where it comes from', {
      leads: titled(field.list(field.recordOf('intake/lead')), '线索', 'Leads').default([]),
      replaces: titled(
        field.recordOf('intake/administrative-case').optional(),
        '原案（决定已撤销）',
        'Case whose decision was revoked',
      ),
      measures: titled(
        field.list(field.recordOf('intake/measure')),
        '强制措施',
        'Measures taken before, beside those of the leads',
      ).default([]),
    }),
    ...field.group('当事人和违法行为', 'The party and the act', {
      subject: titled(field.subject.optional(), '当事人', 'Party; that of the first lead when left out'),
      ip: titled(field.ipType.optional(), '权利类型', 'Type of right; that of the first lead when left out'),
      act: titled(field.name.optional(), '违法行为', 'Name of the act; one fine for each', ACT),
      counterfeitPatent: titled(field.yes.optional(), '假冒专利', 'Counterfeit patent'),
    }),
    ...field.group('审批', 'Approval', {
      conditions: titled(conditions, '立案条件', 'The four conditions of filing'),
      officers: titled(field.list(field.officer, 1, 20), '办案人员', 'Officers, at least two'),
    }),
  },
  needs: {
    leads: ({ leads }) => manyRecords(lead, leads),
    replaced: ({ replaces }) => oneRecord(administrativeCase, replaces),
    measures: ({ measures }) => manyRecords(measure, measures),
  },
  joins: ({ leads: ids, replaces }, { leads, replaced }) =>
    leads.find(({ id }) => id === ids[0])?.dossier ?? (replaces && replaced?.dossier),
  emits: [CaseFiled],
  claims: ({ leads, replaces }) => [...leads.map(outcomeOf), ...(replaces ? [`replaced:${replaces}`] : [])],
  decide: (input, _, { id, actor, rules, needs: { leads, replaced, measures } }) => {
    const first = leads.find((one) => one.id === input.leads[0])?.facts
    const subject = input.subject ?? first?.subject ?? replaced?.facts.subject
    const ip = input.ip ?? first?.ip ?? replaced?.facts.ip
    const unmet = CONDITIONS.filter((condition) => !input.conditions[condition])
    const investigators = union(input.officers, ...leads.map(({ facts }) => facts.officers))
    const no = firstOf(
      investigators.includes(actor.person) && refuse('ERR_SOD', { person: actor.person }),
      fewerThanNeeded(rules, actor.agency, new Set(input.officers).size),
      leadsWrong(input.leads, leads, actor),
      replacedWrong(input.replaces, replaced, actor.agency),
      measuresWrong(input.measures, measures, takenOver(input.replaces, leads), actor.agency),
      unmet.length > 0 && refuse('ERR_GUARD', { guard: 'filing-conditions', unmet }),
      !subject && refuse('ERR_GUARD', { guard: 'party-unknown' }),
      ip === undefined ? refuse('ERR_GUARD', { guard: 'right-unknown' }) : incompetent(rules, actor.agency, ip),
    )
    if (no) return no
    const { officers, counterfeitPatent, replaces } = input
    return CaseFiled({
      ...{ agency: actor.agency, leads: input.leads, officers, investigators, counterfeitPatent, replaces },
      measures: union(input.measures, ...leads.map(({ facts }) => facts.measures)),
      subject: subject!,
      ip: ip!,
      act: replaced ? `${replaced.facts.act}（重新立案）` : (input.act ?? first?.act ?? id),
      approver: actor.person,
      transferred: leads.some(cameTransferred),
    })
  },
})
