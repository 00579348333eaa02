import { field, firstOf, inFuture, refuse, tellsIdentity } from '#kernel'
import { ClueFound } from '../events.js'
import { mediation } from '../state.js'

/** A violation that is punished goes to the bureau that punishes it; mediation and penalty do not stop each other (R-MED-14). */
export const splitToPenalty = mediation.step({
  name: 'SplitToPenalty',
  title: { zh: '移送违法线索', en: 'Pass on a clue of a violation' },
  law: ['TSJB:27', 'GZ81:35'],
  from: ['open'],
  who: { of: 'holder', office: 'mediators' },
  makes: '线索移送函',
  input: {
    to: field.agencyThat('verify-lead').meta({
      title: '接收机关',
      description: 'Bureau that receives the clue',
    }),
    subject: field.subject
      .optional()
      .meta({ title: '涉嫌违法当事人', description: 'Whom it is about; the respondent when left out' }),
    act: field.text.meta({ title: '线索内容', description: 'What was seen' }),
    receivedOn: field.day.optional().meta({ title: '接收日期', description: 'Day of receipt; today when left out' }),
  },
  emits: [ClueFound],
  decide: ({ to, subject, act, receivedOn }, { facts }, { rules, today, now }) => {
    const kind = rules.agency(to)?.kind
    const able = kind !== undefined && rules.competent(facts.ip, 'penalty').includes(kind)
    return (
      firstOf(
        !able && refuse('ERR_GUARD', { guard: 'competent-bureau', to, ip: facts.ip }),
        inFuture(now, { receivedOn }),
        tellsIdentity({ act }),
      ) ??
      ClueFound({
        agency: to,
        subject: subject ?? facts.respondent!,
        ip: facts.ip,
        act,
        receivedOn: receivedOn ?? today,
      })
    )
  },
})
