import { field, firstOf, refuse, type Refusal, type Subject } from '#kernel'
import type { Rules } from '#rules'
import { titled } from '../form.js'
import type { Notice } from './facts.js'
import { fineOfNothing, hearingFor, penaltyInput, penaltyOf, type Penalty } from './penalty.js'

/** What a penalty notice must tell the party (CFF 44, PROC 57). */
export const noticeInput = {
  ...field.group('事实、理由和依据', 'Facts, reasons and basis', {
    facts: titled(field.text, '违法事实', 'Facts'),
    reasons: titled(field.text, '理由', 'Reasons'),
    basis: titled(field.text, '处罚依据', 'Legal basis', '《中华人民共和国商标法》第六十条第二款'),
  }),
  ...field.group('拟处罚内容', 'The penalty intended', penaltyInput),
  ...field.group('权利和后果', 'Rights and consequences', {
    hearingOffered: titled(field.yes, '告知听证权利', 'Hearing offered'),
    listing: titled(field.yes, '拟列入严重违法失信名单', 'Listing intended').default(false),
  }),
}

export const noticeOf = (input: Penalty & { hearingOffered: boolean; listing: boolean }) => ({
  ...penaltyOf(input),
  hearingOffered: input.hearingOffered,
  listing: input.listing,
})

/** The notice is not issued without the offer of a hearing that the law gives. */
const hearingNotOffered = (rules: Rules, subject: Subject, notice: Notice): Refusal | false => {
  const { inScope, because, figure } = hearingFor(rules, subject, notice)
  return inScope && !notice.hearingOffered && refuse('ERR_NOTICE_MISSING', { missing: 'hearing', because, figure })
}

/** What a notice may not be served with. */
export const noticeWrong = (rules: Rules, subject: Subject, notice: Notice): Refusal | undefined =>
  firstOf(fineOfNothing(notice), hearingNotOffered(rules, subject, notice))
