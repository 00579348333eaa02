import { z } from 'zod'
import { field, firstOf, refuse, rows, tellsIdentity, warn } from '#kernel'
import { COURT, peerWith, POLICE, PROSECUTOR } from '../../peers.js'
import type { SealedGoods } from '../../views/sealed-goods.js'
import { enclosed, LETTER } from '../enclosures.js'
import { SentToPolice } from '../events.js'
import { listOf, ofMatter } from '../goods.js'
import { transfer } from '../state.js'

/** Sent to the police of the same level, with a copy to the procuratorate; late, it is still sent. */
export const sendToPolice = transfer.step({
  name: 'SendToPolice',
  title: { zh: '移送公安机关', en: 'Send to the police' },
  law: ['GWY310:5', 'GWY310:6'],
  from: ['APPROVED'],
  who: { of: 'agency', office: 'staff' },
  given: [LETTER],
  input: {
    to: field.agencyThat('receive-transfer').meta({
      title: '受移送公安机关',
      description: 'Police of the same level',
    }),
    enclosures: field.enclosures,
    missing: z
      .record(field.name, field.text)
      .default({})
      .meta({
        title: '缺少的材料',
        description: 'Enclosures that are missing, each with the reason',
        examples: [{ 涉案物品清单: '正在清点' }],
      }),
  },
  needs: { held: (_, { facts }) => rows<SealedGoods>('sealed-goods', ofMatter(facts)) },
  makes: ({ to, missing }, _, { needs }) => {
    const [titles, goods] = [Object.keys(missing), listOf(needs.held)]
    const fields = {
      to,
      missing: titles,
      ...(titles.length && { missingWhy: missing }),
      ...(goods.length && { goods }),
    }
    return [{ title: LETTER, fields }]
  },
  emits: [SentToPolice],
  decide: (input, { facts }, { rules }) => {
    const expected = peerWith(rules, facts.agency, POLICE)
    const copiedTo = peerWith(rules, facts.agency, PROSECUTOR)
    const { silent, missing, further } = enclosed(rules, input.enclosures, input.missing)
    const no = firstOf(
      !rules.may(input.to, POLICE) && refuse('ERR_GUARD', { guard: 'not-police', to: input.to }),
      input.to !== expected?.code && refuse('ERR_WRONG_LEVEL', { to: input.to, expected: expected?.code }),
      !copiedTo && refuse('ERR_GUARD', { guard: 'no-procuratorate', agency: facts.agency }),
      tellsIdentity({ missing: input.missing }),
      silent.length > 0 && refuse('ERR_DOC_MISSING', { missing: silent }),
    )
    if (no) return no
    const court = peerWith(rules, facts.agency, COURT)?.code
    const going = { ...facts, to: input.to, copiedTo: copiedTo!.code, court, missing: [...missing] }
    if (!missing.length && !further.length) return SentToPolice(going)
    const reason = Object.values(input.missing)
    return [
      SentToPolice({ ...going, ...(missing.length > 0 && { missingWhy: input.missing }) }),
      warn('ENCLOSURE_MISSING', { missing: [...missing, ...further], reason }),
    ]
  },
})
