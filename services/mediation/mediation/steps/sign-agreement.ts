import { dayOf, field, firstOf, inFuture, refuse, tooSoon, warn } from '#kernel'
import { content, lastDay, missingIn, numbered, textOf, wrongSum } from '../agreement.js'
import { AgreementSigned } from '../events.js'
import { mediation, partiesOf } from '../state.js'
import { titleWordsIn } from '../title-words.js'

/** Both sides and the mediation body sign; the content is checked field by field (R-MED-13). */
export const signAgreement = mediation.step({
  name: 'SignAgreement',
  title: { zh: '签订调解协议', en: 'Sign the agreement' },
  law: ['TJF:28', 'TJF:29', 'GZ81:69', 'SSTJ:22'],
  from: ['ACCEPTED', 'IN_PROGRESS', 'EXTENDED'],
  who: { of: 'holder', office: 'mediators' },
  makes: (input, { facts }) => [{ title: '调解协议书', fields: { ...input, parties: partiesOf(facts) } }],
  input: {
    ...content,
    ...field.group('知悉和签署', 'Knowledge and signature', {
      signedOn: field.day.optional().meta({ title: '签订日期', description: 'Day of signature; today when left out' }),
      effectiveOn: field.day
        .optional()
        .meta({ title: '生效日期', description: 'Day of effect; that of signature when left out' }),
    }),
  },
  emits: [AgreementSigned],
  decide: (input, { facts, since }, { today, now }) => {
    const missing = missingIn(input, partiesOf(facts))
    const signedOn = input.signedOn ?? today
    const effectiveOn = input.effectiveOn ?? signedOn
    const no = firstOf(
      missing.length > 0 && refuse('ERR_GUARD', { guard: 'agreement-content', missing }),
      wrongSum(input),
      inFuture(now, { signedOn }),
      tooSoon('signedOn', signedOn, dayOf(since)),
      effectiveOn < signedOn && refuse('ERR_GUARD', { guard: 'effective-before-signed', signedOn, effectiveOn }),
    )
    if (no) return no
    const titleWords = titleWordsIn(textOf(input))
    const signed = AgreementSigned({
      signedOn,
      effectiveOn,
      lastPerformanceDay: lastDay(input),
      amount: input.amount ?? 0,
      instalments: numbered(input),
      payee: input.payee ?? 'requester',
      duties: input.duties ?? [],
      titleWords,
    })
    return titleWords.length ? [signed, warn('TITLE_CLAUSE', { words: titleWords })] : signed
  },
})
