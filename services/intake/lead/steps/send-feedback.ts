import { field, firstOf, refuse, tellsIdentity } from '#kernel'
import { titled } from '../../form.js'
import { CHANNEL } from '../channels.js'
import { FeedbackSent } from '../events.js'
import { toldAlready } from '../guards.js'
import { lead } from '../state.js'

/** Who gave the clue hears what became of it. */
export const sendFeedback = lead.step({
  name: 'SendFeedback',
  title: { zh: '反馈线索办理结果', en: 'Send feedback' },
  law: ['ZFJD:11'],
  from: ['FILED', 'NOT_FILED'],
  who: { of: 'holder', office: 'desk' },
  makes: '线索办理反馈函',
  input: { note: titled(field.text.optional(), '说明', 'Note') },
  emits: [FeedbackSent],
  unless: ({ facts }) =>
    firstOf(
      facts.channel !== CHANNEL.cooperation && refuse('ERR_GUARD', { guard: 'nobody-asked', channel: facts.channel }),
      toldAlready(facts, FeedbackSent),
    ),
  decide: (input) => tellsIdentity(input) ?? FeedbackSent({}),
})
